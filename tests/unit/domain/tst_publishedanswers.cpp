#include "answers.h"
#include "domain/comparison.h"
#include "smalldirectory.h"

#include <QtTest>

using namespace countersign;

namespace {

const CompanyDetails abc{QStringLiteral("ABC LLC"), QStringLiteral("3316004790"), QStringLiteral("156605101"),
                         QStringLiteral("049205131")};
const CompanyDetails clover{QStringLiteral("ООО «Северный Клевер»"), QStringLiteral("1660990148"),
                            QStringLiteral("166001001"), QStringLiteral("049205131")};

Comparison seed(const BankDirectory *directory)
{
    const QJsonObject message = example(QStringLiteral("seed-webhook-ready-to-confirm.json"));
    const PayoutContent asked =
        contentOf(example(QStringLiteral("seed-session-start-payout-rko.request.json")), RecipientKind::individual);
    return compare(asked, QStringLiteral("ps_2643"), readingOf(message), informationOf(message), abc, directory);
}

} // namespace

/// The bodies that the bank prints on its own pages, and ours made after them.
class PublishedAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePublishedExampleReplacesTheRecipient()
    {
        const SmallDirectory directory;
        const Comparison comparison = seed(&directory);
        QVERIFY(comparison.hasHardDifference());
        QVERIFY(!comparison.sameEverywhere());

        const ComparedField *account = comparison.find(ReviewField::recipientAccount);
        QVERIFY(account->isHardDifference());
        QCOMPARE(account->asked, QStringLiteral("40817810400003869535"));
        QCOMPARE(account->answered, QStringLiteral("40702810500000000001"));
        QCOMPARE(account->changed, (QList<Span>{{2, 3}, {8, 1}, {13, 7}}));

        const ComparedField *name = comparison.find(ReviewField::recipientName);
        QCOMPARE(name->grade, Grade::changed);
        QCOMPARE(name->weight, Weight::soft);
        QCOMPARE(name->changed.size(), 2);
    }

    void thePublishedExampleIsWarnedAbout()
    {
        const SmallDirectory directory;
        const Comparison comparison = seed(&directory);
        QVERIFY(comparison.find(ReviewField::recipientBank)->has(FieldWarning::bikOfAnotherBank));
        const ComparedField *corr = comparison.find(ReviewField::recipientCorrAccount);
        QVERIFY(corr->has(FieldWarning::corrAccountNotInDirectory));
        QVERIFY(corr->has(FieldWarning::corrAccountKey));
        QCOMPARE(corr->asked, QStringLiteral("30101810145250000974"));
        QVERIFY(comparison.needsSecondPerson());
        const ComparedField *inn = comparison.find(ReviewField::recipientInn);
        QCOMPARE(inn->grade, Grade::added);
        QVERIFY(inn->has(FieldWarning::innCheckDigit));
        QCOMPARE(inn->tickWord, QStringLiteral("recipientInn"));
        QCOMPARE(comparison.find(ReviewField::recipientKpp)->grade, Grade::added);
    }

    void theRestOfThePublishedExampleIsTheSame()
    {
        const SmallDirectory directory;
        const Comparison comparison = seed(&directory);
        for (const auto field :
             {ReviewField::amount, ReviewField::currency, ReviewField::recipientBik, ReviewField::senderAccount,
              ReviewField::senderName, ReviewField::senderInn, ReviewField::senderKpp, ReviewField::senderBik,
              ReviewField::senderCorrAccount, ReviewField::purpose, ReviewField::payoutCount, ReviewField::sessionId}) {
            QVERIFY2(comparison.find(field)->grade == Grade::same, qPrintable(fieldWord(field)));
        }
        QVERIFY(!comparison.find(ReviewField::senderBank)->has(FieldWarning::bikOfAnotherBank));
        QVERIFY(comparison.echoContradictions().isEmpty());
    }

    void thePublishedExampleAsksForItsTicks()
    {
        const SmallDirectory directory;
        QCOMPARE(seed(&directory).requiredTicks(),
                 (QStringList{QStringLiteral("recipientAccount"), QStringLiteral("recipientName"),
                              QStringLiteral("recipientBank"), QStringLiteral("recipientCorrAccount"),
                              QStringLiteral("recipientInn"), QStringLiteral("senderBank")}));
        QCOMPARE(seed(nullptr).requiredTicks(),
                 (QStringList{QStringLiteral("recipientAccount"), QStringLiteral("recipientName"),
                              QStringLiteral("recipientCorrAccount"), QStringLiteral("recipientInn")}));
    }

    void cleanAnswersAreTheSameEverywhere_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<RecipientKind>("kind");
        QTest::addRow("individual") << QStringLiteral("02-session-start-payout-rko.individual.request.json")
                                    << QStringLiteral("04-webhook-ready-to-confirm.individual.json")
                                    << RecipientKind::individual;
        QTest::addRow("sole proprietor") << QStringLiteral("02-session-start-payout-rko.sole-proprietor.request.json")
                                         << QStringLiteral("04-webhook-ready-to-confirm.sole-proprietor.json")
                                         << RecipientKind::soleProprietor;
        QTest::addRow("legal entity") << QStringLiteral("02-session-start-payout-rko.legal-entity.request.json")
                                      << QStringLiteral("04-webhook-ready-to-confirm.legal-entity.json")
                                      << RecipientKind::legalEntity;
    }

    void cleanAnswersAreTheSameEverywhere()
    {
        QFETCH(QString, start);
        QFETCH(QString, answer);
        QFETCH(RecipientKind, kind);
        const QJsonObject request = example(start);
        const QJsonObject message = example(answer);
        const SmallDirectory directory;
        const Comparison comparison =
            compare(contentOf(request, kind), request.value(QLatin1String("session_id")).toString(), readingOf(message),
                    informationOf(message), clover, &directory);
        QVERIFY(!comparison.hasHardDifference());
        QCOMPARE(comparison.requiredTicks(), QStringList());
        QVERIFY(comparison.sameEverywhere());
        QCOMPARE(comparison.find(ReviewField::senderName)->grade, Grade::sameNormalised);
    }

    void anAnswerWithoutConfirmInformationCanNotBeConfirmed()
    {
        const QJsonObject message =
            example(QStringLiteral("04-webhook-ready-to-confirm.without-confirm-information.json"));
        QVERIFY(!message.isEmpty());
        const SessionReading reading = readingOf(message);
        QVERIFY(!reading.payouts.isEmpty());
        const PayoutEcho &echo = reading.payouts.first();
        const PayoutContent asked{*AccountNumber::parse(echo.senderAccount),
                                  RecipientKind::individual,
                                  echo.fullName,
                                  std::nullopt,
                                  std::nullopt,
                                  *Bik::parse(echo.bik),
                                  *AccountNumber::parse(echo.account),
                                  Money::fromKopecks(*echo.amountKopecks),
                                  echo.description,
                                  false};
        const Comparison comparison =
            compare(asked, reading.sessionId, reading, informationOf(message), clover, nullptr);
        QVERIFY(comparison.hasHardDifference());
        QVERIFY(comparison.find(ReviewField::recipientAccount)->has(FieldWarning::missingInAnswer));
    }
};

QTEST_GUILESS_MAIN(PublishedAnswersTest)
#include "tst_publishedanswers.moc"
