#pragma once

#include "domain/recipientstanding.h"

// What thieves make of recipients that were paid; nothing of it may pass unmarked, wherever it is looked at.

namespace countersign::test {

using namespace Qt::StringLiterals;

/// Five recipients that were paid; thieves swap parts of them.
inline const QList<RecipientIdentity> &paidOnes()
{
    static const QList<RecipientIdentity> all{
        {u"ООО \"Вектор\""_s, u"7701991200"_s, u"044525593"_s, u"40702810400009900256"_s},
        {u"АО «Северный Клевер»"_s, u"7707083893"_s, u"044525974"_s, u"40702810500000000001"_s},
        {u"ИП Громов Пётр Ильич"_s, u"500100732259"_s, u"044525225"_s, u"40802810200000000019"_s},
        {u"Белова Мария Андреевна"_s, QString(), u"049205131"_s, u"40817810400003869535"_s},
        {u"ПАО \"Касса\""_s, u"7704217370"_s, u"044525187"_s, u"40702810900000000444"_s}};
    return all;
}

inline const QStringList &thievesAccounts()
{
    static const QStringList all{u"40702810900000000013"_s, u"40817810000000000666"_s, u"40802810700000000777"_s};
    return all;
}

inline constexpr QStringView cyrillic = u"АВСЕНКМОРТХаеорсух";
inline constexpr QStringView latin = u"ABCEHKMOPTXaeopcyx";

/// The name with its n-th letter that has a twin written in the other alphabet.
inline QString lookAlike(const QString &name, int n)
{
    QString other = name;
    for (qsizetype i = 0; i < other.size(); ++i) {
        const qsizetype twin = cyrillic.indexOf(other.at(i));
        if (twin >= 0 && n-- == 0) {
            other[i] = latin.at(twin);
            return other;
        }
    }
    return other;
}

struct RecipientSwap
{
    QByteArray how;
    RecipientIdentity who;
    StandingKind kind = StandingKind::neverPaid; ///< what it is to be taken for
};

/// Sixty of them: each of paidOnes() in three variants of four kinds.
inline QList<RecipientSwap> recipientSwaps()
{
    QList<RecipientSwap> swaps;
    const auto &paid = paidOnes();
    for (qsizetype i = 0; i < paid.size(); ++i) {
        const RecipientIdentity &honest = paid.at(i);
        const RecipientIdentity &other = paid.at((i + 1) % paid.size());
        for (int variant = 0; variant < 3; ++variant) {
            const QByteArray name = QByteArray::number(i + 1) + '.' + QByteArray::number(variant + 1);
            RecipientIdentity who = honest;
            who.account = thievesAccounts().at(variant);
            swaps.append({"account only " + name, who, StandingKind::newAccount});
            who.inn = variant == 0 ? u"7728168971"_s : variant == 1 ? u"500100732260"_s : other.inn;
            swaps.append({"account and INN " + name, who, StandingKind::newAccount});
            who = honest;
            who.bik = variant == 0 ? other.bik : u"04452520%1"_s.arg(variant);
            if (variant > 0) who.account = thievesAccounts().at(variant);
            swaps.append({"BIK and account " + name, who, StandingKind::newAccount});
            who = honest;
            who.name = lookAlike(honest.name, variant);
            if (variant == 2) who.account = thievesAccounts().at(variant);
            const bool vouchedByInn = variant == 2 && !who.inn.isEmpty();
            swaps.append({"look-alike name " + name, who,
                          variant < 2    ? StandingKind::recipientChanged
                          : vouchedByInn ? StandingKind::newAccount
                                         : StandingKind::neverPaid});
        }
    }
    return swaps;
}

/// Twelve recipients that were paid; each is forged in ten ways.
inline const QStringList &paidNames()
{
    static const QStringList all{u"ООО \"Вектор\""_s,       u"АО «Северный Клевер»"_s,   u"ПАО \"Касса\""_s,
                                 u"ИП Громов Пётр Ильич"_s, u"Белова Мария Андреевна"_s, u"ООО «Торговый Ряд»"_s,
                                 u"АО «Морской Порт»"_s,    u"ООО «Хлебный Рынок»"_s,    u"Соколов Артём Николаевич"_s,
                                 u"НКО Фонд «Весна»"_s,     u"ООО «Металл Сервис»"_s,    u"ЗАО «Восток-Транс»"_s};
    return all;
}

inline constexpr QStringView greekOf = u"АВЕНКМОРТХо";
inline constexpr QStringView greek = u"ΑΒΕΗΚΜΟΡΤΧο";

/// The first letter that has a twin there, replaced by it; with `all` every one of them.
inline QString withTwins(QString name, QStringView models, QStringView twins, bool all)
{
    for (QChar &letter : name) {
        const qsizetype at = models.indexOf(letter);
        if (at < 0) continue;
        letter = twins.at(at);
        if (!all) break;
    }
    return name;
}

inline QString withFullwidth(QString name)
{
    return withTwins(std::move(name), u"АВСЕНКМОРТХаеорсух", u"ＡＢＣＥＨＫＭＯＰＴＸａｅｏｐｃｙｘ", false);
}

inline QString inserted(QString name, char16_t character)
{
    return name.insert(name.size() - 3, QChar(character));
}

inline QString withDigits(QString name)
{
    return name.replace(u'О', u'0').replace(u'о', u'0').replace(u'З', u'3');
}

struct ForgedName
{
    QByteArray how;
    QString honest;
    QString forged;
};

/// One hundred and twenty: each of paidNames() in ten ways.
inline QList<ForgedName> forgedNames()
{
    QList<ForgedName> names;
    for (const QString &honest : paidNames()) {
        const auto row = [&](const char *how, const QString &forged) {
            names.append({QByteArray(how) + ": " + honest.toUtf8(), honest, forged});
        };
        row("one Latin letter", withTwins(honest, cyrillic, latin, false));
        row("all that can be Latin", withTwins(honest, cyrillic, latin, true));
        row("one Greek letter", withTwins(honest, greekOf, greek, false));
        row("one fullwidth letter", withFullwidth(honest));
        row("digits for letters", withDigits(honest));
        row("zero-width space", inserted(honest, u'\u200B'));
        row("joiner", inserted(honest, u'\u2060'));
        row("soft hyphen", inserted(honest, u'\u00AD'));
        row("turned direction", inserted(honest, u'\u202E'));
        row("mark below a letter", inserted(honest, u'\u0323'));
    }
    return names;
}

} // namespace countersign::test
