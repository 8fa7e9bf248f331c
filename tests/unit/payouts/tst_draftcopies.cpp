#include "domain/rowwarnings.h"
#include "payouts/draftcopies.h"

#include <QtTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

/// Everything that a draft can hold.
PayoutDraft fullDraft()
{
    PayoutDraft draft{.senderAccount = u"40702810300200000013"_s,
                      .recipientName = u"ООО Вектор"_s,
                      .inn = u"7701000019"_s,
                      .kpp = u"770101001"_s,
                      .bik = u"044525974"_s,
                      .account = u"40702810500000000001"_s,
                      .amount = u"3500,00"_s,
                      .purpose = u"Оплата по счету 77. Без НДС"_s,
                      .urgent = true};
    draft.source.file = ImportedFrom{.fileName = u"1c.txt"_s,
                                     .fileSha256 = "ab",
                                     .row = 3,
                                     .documentNumber = u"101"_s,
                                     .documentDate = u"2026-11-20"_s};
    draft.source.book = TakenFromBook{{u"r1"_s}, 2};
    draft.source.copy = CopiedFrom{{u"older"_s}, 1};
    draft.source.fields.insert(Field::account, {Origin::pasted, u"40702810500000000002"_s});
    return draft;
}

} // namespace

class DraftCopiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCopyAsksForTheSame()
    {
        PayoutDraft copy = copyOf(fullDraft(), {{u"p7"_s}, 7});
        PayoutDraft original = fullDraft();
        copy.source = original.source = {};
        QCOMPARE(canonicalBytes(copy), canonicalBytes(original));
    }

    void nothingOfTheOriginalsHistoryGoesAlong()
    {
        const DraftSource source = copyOf(fullDraft(), {{u"p7"_s}, 7}).source;
        QVERIFY(!source.file);
        QVERIFY(!source.book);
        QVERIFY(source.copy == (CopiedFrom{{u"p7"_s}, 7}));
        QCOMPARE(documentKey(source), QString());
        QCOMPARE(importKey(source), QString());
    }

    void whatTheImportWarnedOfGoesAlong()
    {
        const QList<RowWarning> warnings{{u"documentInnDiffers"_s, {u"7707083893"_s, u"7701000019"_s}}};
        PayoutDraft imported = fullDraft();
        noteRowWarnings(imported.source, warnings);
        const PayoutDraft copy = copyOf(imported, {{u"p7"_s}, 7});
        QCOMPARE(rowWarnings(copy.source), warnings);
        QCOMPARE(rowWarnings(copyOf(copy, {{u"p8"_s}, 8}).source), warnings);
        QVERIFY(rowWarnings(copyOf(fullDraft(), {{u"p7"_s}, 7}).source).isEmpty());
    }

    void everyFieldSaysThatItWasCopied()
    {
        const DraftSource source = copyOf(fullDraft(), {{u"p7"_s}, 7}).source;
        for (const Field field : {Field::senderAccount, Field::recipientName, Field::inn, Field::kpp, Field::bik,
                                  Field::account, Field::amount, Field::purpose, Field::urgency}) {
            QCOMPARE(source.originOf(field), Origin::payout);
            QVERIFY(!source.fields.value(field).before);
        }
    }

    void whatWasSentCountsAndNotTheDraftBehindIt()
    {
        PayoutDossier dossier;
        dossier.payout.state = PayoutState::paid;
        dossier.payout.draft = canonicalBytes(PayoutDraft{.recipientName = u"another"_s});
        InstructionRecord sent;
        sent.content = canonicalBytes(PayoutContent{.senderAccount = *AccountNumber::parse(u"40702810300200000013"),
                                                    .kind = RecipientKind::legalEntity,
                                                    .recipientName = u"ООО Вектор"_s,
                                                    .inn = *Inn::parse(u"7701000019"),
                                                    .kpp = *Kpp::parse(u"770101001"),
                                                    .bik = *Bik::parse(u"044525974"),
                                                    .account = *AccountNumber::parse(u"40702810500000000001"),
                                                    .amount = Money::fromKopecks(350'000),
                                                    .purpose = u"Оплата"_s});
        sent.source = canonicalBytes(fullDraft().source);
        dossier.instruction = sent;
        const auto asked = askedOf(dossier);
        QVERIFY(asked.has_value());
        QCOMPARE(asked->recipientName, u"ООО Вектор"_s);
        QVERIFY(asked->source == fullDraft().source);
        dossier.payout.state = PayoutState::draft;
        QCOMPARE(askedOf(dossier)->recipientName, u"another"_s);
    }

    void bytesThatAreNotOursAreNoDraft()
    {
        PayoutDossier dossier;
        dossier.payout.draft = "{";
        QVERIFY(!askedOf(dossier));
    }
};

QTEST_GUILESS_MAIN(DraftCopiesTest)
#include "tst_draftcopies.moc"
