#pragma once

#include "pictures.h"
#include "support/fakepayoutdesk.h"
#include "support/manualclock.h"
#include "ui/batch/batchmodel.h"
#include "ui/batch/batchtable.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTest>

namespace countersign::ui {

using namespace Qt::StringLiterals;

/// What the tests of the two windows for many payouts share.
inline constexpr qint64 kopecksEach = 14'800'000;

inline ListRow row(int number, PayoutState state)
{
    return {.id = {u"p%1"_s.arg(number)},
            .number = number,
            .state = state,
            .recipientName = u"ООО «Вектор» %1"_s.arg(number),
            .recipientAccount = u"40702810500000000001"_s,
            .purpose = u"Оплата по счёту %1 от 03.11.2026. НДС не облагается."_s.arg(number),
            .amountKopecks = kopecksEach + number,
            .senderAccount = u"40702810300200000013"_s};
}

inline QString spaced(const QString &text)
{
    return QString(text).replace(QChar(0xA0), u' ');
}

template <class Window>
struct Shown
{
    FakePayoutDesk desk;
    ManualClock clock;
    QPointer<Window> window;

    ~Shown() { delete window; }
    template <class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return window->template findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    [[nodiscard]] QString label(const char *name) const { return spaced(find<QLabel>(name)->text()); }
    [[nodiscard]] BatchTable *table() const { return find<BatchTable>("batchTable"); }
    [[nodiscard]] QString standing(int number) const
    {
        return table()->model()->index(number, BatchModel::standingColumn).data().toString();
    }
    void tick(int number) const
    {
        const QModelIndex index = table()->model()->index(number, 0);
        const bool ticked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
        table()->model()->setData(index, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
};

} // namespace countersign::ui
