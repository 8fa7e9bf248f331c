#include "ui/import/importtotals.h"

#include "ui/models/moneywords.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/plaincopies.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace countersign::ui {

ImportTotals::ImportTotals(QWidget *parent) : QTableWidget(0, columns, parent)
{
    setObjectName(u"recipientTotals"_s);
    setAccessibleName(tr("Totals by recipient"));
    setHorizontalHeaderLabels({tr("Recipient"), tr("Account at BIK"), tr("Rows"), tr("Total")});
    for (const int column : {int(accountColumn), int(countColumn), int(sumColumn)})
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(recipientColumn, QHeaderView::Stretch);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    new PlainCopies(*this);
}

void ImportTotals::addLine(const QString &recipient, const QString &account, const ImportTotal &total)
{
    const int row = rowCount();
    insertRow(row);
    const auto put = [&](Column column, const QString &text, const QFont &font, Qt::Alignment side) {
        auto *item = new QTableWidgetItem(text);
        item->setFont(font);
        item->setTextAlignment(side | Qt::AlignVCenter);
        setItem(row, column, item);
    };
    put(recipientColumn, recipient, textFont(), Qt::AlignLeft);
    put(accountColumn, account, accountFont(94), Qt::AlignLeft);
    put(countColumn, QLocale().toString(total.count), textFont(), Qt::AlignRight);
    put(sumColumn, total.sum ? withRouble(*total.sum) : tr("more than can be counted"), textFont(), Qt::AlignRight);
}

void ImportTotals::showTotals(const ImportSheet &sheet, const QList<PartyTotal> &totals)
{
    setRowCount(0);
    const qsizetype shown = std::min(mostLines, totals.size());
    for (const PartyTotal &total : totals.first(shown)) {
        const PayoutDraft draft = sheet.row(total.firstRow).draft;
        const QString account = AccountNumber::parse(draft.account) ? groupedDigits(draft.account) : draft.account;
        addLine(visibleText(draft.recipientName), visibleText(account + u"  "_s + draft.bik), total.total);
    }
    ImportTotal rest;
    for (const PartyTotal &total : totals.sliced(shown))
        rest = addedUp(rest, total.total);
    if (rest.count > 0) addLine(tr("All others: %1").arg(QLocale().toString(totals.size() - shown)), {}, rest);
}

} // namespace countersign::ui
