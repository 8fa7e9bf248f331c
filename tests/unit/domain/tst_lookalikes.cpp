#include "domain/likeness.h"
#include "domain/recipientstanding.h"
#include "domain/textdiff.h"
#include "domain/validation.h"

#include <QtTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

/// Twelve recipients that were paid; each is forged in ten ways.
const QStringList &paidNames()
{
    static const QStringList all{u"ООО \"Вектор\""_s,       u"АО «Северный Клевер»"_s,   u"ПАО \"Касса\""_s,
                                 u"ИП Громов Пётр Ильич"_s, u"Белова Мария Андреевна"_s, u"ООО «Торговый Ряд»"_s,
                                 u"АО «Морской Порт»"_s,    u"ООО «Хлебный Рынок»"_s,    u"Соколов Артём Николаевич"_s,
                                 u"НКО Фонд «Весна»"_s,     u"ООО «Металл Сервис»"_s,    u"ЗАО «Восток-Транс»"_s};
    return all;
}

constexpr QStringView cyrillic = u"АВСЕНКМОРТХаеорсух";
constexpr QStringView latin = u"ABCEHKMOPTXaeopcyx";
constexpr QStringView greekOf = u"АВЕНКМОРТХо";
constexpr QStringView greek = u"ΑΒΕΗΚΜΟΡΤΧο";

/// The first letter that has a twin there, replaced by it; with `all` every one of them.
QString withTwins(QString name, QStringView models, QStringView twins, bool all)
{
    for (QChar &letter : name) {
        const qsizetype at = models.indexOf(letter);
        if (at < 0) continue;
        letter = twins.at(at);
        if (!all) break;
    }
    return name;
}

QString withFullwidth(QString name)
{
    return withTwins(std::move(name), u"АВСЕНКМОРТХаеорсух", u"ＡＢＣＥＨＫＭＯＰＴＸａｅｏｐｃｙｘ", false);
}

QString inserted(QString name, char16_t character)
{
    return name.insert(name.size() - 3, QChar(character));
}

QString withDigits(QString name)
{
    return name.replace(u'О', u'0').replace(u'о', u'0').replace(u'З', u'3');
}

} // namespace

/// Names that a person takes for one that was paid: 120 of them, none passes unmarked (threat-model.md U2).
class LookAlikesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyForgedNameIsMarked_data()
    {
        QTest::addColumn<QString>("honest");
        QTest::addColumn<QString>("forged");
        for (const QString &honest : paidNames()) {
            const auto row = [&honest](const char *how, const QString &forged) {
                QTest::addRow("%s: %s", how, qPrintable(honest)) << honest << forged;
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
    }

    void everyForgedNameIsMarked()
    {
        QFETCH(QString, honest);
        QFETCH(QString, forged);
        QVERIFY2(forged != honest, "nothing was forged");

        // The same account: whoever is paid under the forged name is not who was paid.
        const RecipientIdentity known{honest, u"7701991200"_s, u"044525593"_s, u"40702810400009900256"_s};
        RecipientIdentity who = known;
        who.name = normalisedNameOf(forged);
        const RecipientStanding standing =
            standingOf(who, {{.who = known, .payments = 3, .lastPaidAt = fromMilliseconds(1'770'000'000'000)}});
        QVERIFY(standing.kind == StandingKind::recipientChanged);
        QVERIFY(standing.needsAct());

        // And the reason is said: at the field, or as the name that it only looks like.
        QVERIFY2(markedInTheForm(forged) || standing.lookAlikeOf == honest, qPrintable(forged));
        // The review shows the place.
        QVERIFY(!isAlike(honest, forged));
        QVERIFY(!wordDiff(honest, forged).isEmpty());
    }

    void thereAreOneHundredAndTwenty() { QCOMPARE(paidNames().size() * 10, 120); }

    void anHonestNameIsNotMarked()
    {
        for (const QString &name : paidNames())
            QVERIFY2(!markedInTheForm(name), qPrintable(name));
    }

private:
    static QString normalisedNameOf(const QString &name)
    {
        PayoutDraft draft;
        draft.recipientName = name;
        return identityOf(draft).name;
    }

    static bool markedInTheForm(const QString &name)
    {
        PayoutDraft draft;
        draft.recipientName = name;
        const ValidationReport report = validate(draft, {});
        return std::any_of(report.findings.begin(), report.findings.end(), [](const Finding &finding) {
            return finding.kind == FindingKind::nameMixedScripts || finding.kind == FindingKind::nameForeignCharacter ||
                   finding.kind == FindingKind::nameInvisibleCharacter;
        });
    }
};

QTEST_GUILESS_MAIN(LookAlikesTest)
#include "tst_lookalikes.moc"
