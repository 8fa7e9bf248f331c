#include "storage/searchtext.h"

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

QString amountText(qint64 kopecks, QChar separator)
{
    return QString::number(kopecks / 100) + separator + u"%1"_s.arg(kopecks % 100, 2, 10, QLatin1Char('0'));
}

} // namespace

QString foldForSearch(const QString &text)
{
    QString folded = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    folded.replace(u'ё', u'е');
    return folded.simplified();
}

QString searchText(const PayoutRecord &payout)
{
    QStringList lines{foldForSearch(payout.recipientName), foldForSearch(payout.recipientAccount),
                      foldForSearch(payout.purpose), QString::number(payout.number)};
    if (payout.amountKopecks) {
        lines.append(amountText(*payout.amountKopecks, u'.'));
        lines.append(amountText(*payout.amountKopecks, u','));
    }
    return lines.join(u'\n');
}

QStringList searchWords(const QString &search)
{
    return foldForSearch(search).split(u' ', Qt::SkipEmptyParts).mid(0, 16);
}

} // namespace countersign
