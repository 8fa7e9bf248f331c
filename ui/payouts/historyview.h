#pragma once

#include "ui/models/historywords.h"

#include <QWidget>

class QVBoxLayout;

namespace countersign::ui {

/// A payout's history as a line of dots, newest on top. Plain text throughout.
class HistoryView : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryView(QWidget *parent = nullptr);
    /// Oldest first, as the dossier has them. Nothing happens when they are the same as before.
    void setEntries(const QList<HistoryEntry> &entries, Instant now);

private:
    QList<HistoryText> m_texts;
    QVBoxLayout *m_column;
};

} // namespace countersign::ui
