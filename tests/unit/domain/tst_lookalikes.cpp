#include "support/swappedrecipients.h"

#include "domain/likeness.h"
#include "domain/recipientstanding.h"
#include "domain/textdiff.h"
#include "domain/validation.h"

#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// Names that a person takes for one that was paid: 120 of them, none passes unmarked (threat-model.md U2).
class LookAlikesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyForgedNameIsMarked_data()
    {
        QTest::addColumn<QString>("honest");
        QTest::addColumn<QString>("forged");
        for (const ForgedName &name : forgedNames())
            QTest::newRow(name.how) << name.honest << name.forged;
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

    void thereAreOneHundredAndTwenty() { QCOMPARE(forgedNames().size(), 120); }

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
