#include "ui/models/moneywords.h"

#include "domain/amountinwords.h"

#include <QLocale>

namespace countersign::ui {

QString withRouble(Money amount)
{
    return amount.grouped() + QStringLiteral("\u00A0₽");
}

QString amountInWords(Money amount)
{
    return QLocale().language() == QLocale::Russian ? amountInRussianWords(amount) : amountInEnglishWords(amount);
}

} // namespace countersign::ui
