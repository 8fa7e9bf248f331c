#include "domain/likeness.h"

#include <QStringList>

namespace countersign {

namespace {

constexpr QStringView quotes = u"\"'«»“”„‟‘’‚‛‹›";

/// The Latin letters and digits that are drawn like Cyrillic ones, in small or in capital letters; folded.
constexpr QStringView lookAlikes = u"abcehikmoptxy03";
constexpr QStringView theirModels = u"авсенікмортхуоз";
static_assert(lookAlikes.size() == theirModels.size());

QString plain(const QString &text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_C).toCaseFolded()) {
        if (quotes.contains(c) || c.category() == QChar::Separator_Space) {
            if (!result.isEmpty() && !result.endsWith(u' ')) result += u' ';
        } else {
            result += c == QChar(0x0451) ? QChar(0x0435) : c;
        }
    }
    while (result.endsWith(u' '))
        result.chop(1);
    return result;
}

QStringList bankNameWords(const QString &name)
{
    static const QStringList legalForms{QStringLiteral("ооо"), QStringLiteral("ао"),  QStringLiteral("пао"),
                                        QStringLiteral("зао"), QStringLiteral("оао"), QStringLiteral("llc"),
                                        QStringLiteral("jsc"), QStringLiteral("pjsc")};
    QString letters;
    for (const QChar c : plain(name)) {
        if (c.isLetterOrNumber())
            letters += c;
        else if (c == u' ')
            letters += u' ';
    }
    letters.replace(QStringLiteral("банк"), QStringLiteral("bank"));
    QStringList words;
    for (const QString &word : letters.split(u' ', Qt::SkipEmptyParts)) {
        if (!legalForms.contains(word)) words.append(word);
    }
    words.sort();
    return words;
}

} // namespace

bool isAlike(const QString &one, const QString &other)
{
    return plain(one) == plain(other);
}

QString lookOf(const QString &name)
{
    QString look;
    for (const QChar c : plain(name.normalized(QString::NormalizationForm_KC))) {
        const qsizetype model = lookAlikes.indexOf(c);
        if (model >= 0)
            look += theirModels.at(model);
        else if (!c.isSpace() && c.category() != QChar::Other_Format)
            look += c;
    }
    return look;
}

bool isSameBankName(const QString &one, const QString &other)
{
    return bankNameWords(one) == bankNameWords(other);
}

} // namespace countersign
