#pragma once

#include "ports/records.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace countersign::ui {

/// The tab "As received": the bank's message as plain text, laid out or exactly as it came, with a search. Nothing in
/// it is markup, a link or a command.
class ReceivedView final : public QWidget
{
    Q_OBJECT
public:
    explicit ReceivedView(const ConfirmInfoRecord &info, QWidget *parent = nullptr);

private:
    void showText();
    void findNext();
    QByteArray m_message;
    QPlainTextEdit *m_text;
    QCheckBox *m_exact;
    QLineEdit *m_search;
    QLabel *m_found;
};

} // namespace countersign::ui
