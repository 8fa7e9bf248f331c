#pragma once

#include "ui/models/historywords.h"

#include <QSet>
#include <QWidget>

class QVBoxLayout;

namespace countersign::ui {

/// A payout's history as a line of dots, newest on top. What was tried again and again is one entry that can be
/// unfolded. Plain text throughout.
class HistoryView : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryView(QWidget *parent = nullptr);
    /// Oldest first, as the dossier has them. Nothing happens when they are the same as before.
    void setEntries(const QList<HistoryEntry> &entries, Instant now);

private:
    void build();
    void addRun(qsizetype index);

    QList<HistoryRun> m_runs;
    QSet<qsizetype> m_unfolded; ///< counted from the oldest run, which keeps its place when newer ones come
    QVBoxLayout *m_column;
};

} // namespace countersign::ui
