#pragma once

#include "ui/models/importrowsmodel.h"

#include <QTableWidget>

namespace countersign::ui {

/// What the ticked rows of a file come to for each recipient, the largest first: the list that is held against the
/// accounting program's when the whole total fits and one recipient's does not.
class ImportTotals final : public QTableWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype mostLines = 500; ///< the rest share one line

    explicit ImportTotals(QWidget *parent = nullptr);
    void showTotals(const ImportSheet &sheet, const QList<PartyTotal> &totals);

private:
    enum Column { recipientColumn, accountColumn, countColumn, sumColumn, columns };
    void addLine(const QString &recipient, const QString &account, const ImportTotal &total);
};

} // namespace countersign::ui
