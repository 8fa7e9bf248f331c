#pragma once

#include "ui/help/helppage.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace countersign::ui {

/// The help: pages on the left, found by their words, and the chosen one on the right. Stays open beside the work and
/// never keeps the program from ending.
class HelpWindow : public QDialog
{
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);

    void showTopic(HelpTopic topic);
    [[nodiscard]] HelpTopic topic() const { return m_topic; }

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &words);
    void showPage(int row);
    void markFound();

    QList<HelpPage> m_pages;
    QStringList m_words;
    HelpTopic m_topic = HelpTopic::firstSteps;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_none;
    QTextBrowser *m_text;
};

} // namespace countersign::ui
