#include "domain/payoutcontent.h"

#include <QtTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

DraftSource imported()
{
    DraftSource source;
    source.file = ImportedFrom{.fileName = u"1c_to_kl.txt"_s,
                               .fileSha256 = sha256Hex("file"),
                               .row = 17,
                               .documentNumber = u"000118"_s,
                               .documentDate = u"2026-11-20"_s};
    noteOrigin(source, {Field::recipientName, Field::account, Field::bik}, Origin::imported);
    return source;
}

} // namespace

/// A draft tells where each of its fields came from, also after a restart and after a person has changed some.
class DraftSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesComeBackFromTheBytes()
    {
        DraftSource all = imported();
        all.book = TakenFromBook{{u"r1"_s}, 3};
        all.copy = CopiedFrom{{u"p1"_s}, 412};
        noteEdit(all, Field::purpose, Origin::pasted, {});
        noteEdit(all, Field::account, Origin::typed, u"40702810400009900256"_s);
        for (const DraftSource &source : {DraftSource{}, imported(), all}) {
            PayoutDraft draft{.recipientName = u"ООО Вектор"_s, .source = source};
            const auto again = draftFromCanonicalBytes(canonicalBytes(draft));
            QVERIFY(again.has_value());
            QVERIFY(again->source == source);
        }
    }

    void textsKeepTheCharacterThatBeginsAFile()
    {
        DraftSource source = imported();
        source.file->fileName = u"\uFEFForders.csv"_s;
        source.file->documentNumber = u"\uFEFF17"_s;
        noteEdit(source, Field::account, Origin::typed, u"\uFEFF40702810400009900256"_s);
        QVERIFY(draftSourceFromCanonicalBytes(canonicalBytes(source)) == source);
    }

    void aTypedDraftHasTheBytesThatItAlwaysHad()
    {
        QVERIFY(!canonicalBytes(PayoutDraft{.recipientName = u"ООО"_s}).contains("source"));
    }

    void anImportedFieldThatIsEditedRemembersWhatItWas()
    {
        DraftSource source = imported();
        noteEdit(source, Field::account, Origin::typed, u"40702810400009900256"_s);
        noteEdit(source, Field::account, Origin::typed, u"4070281040000990025"_s);
        QVERIFY(source.originOf(Field::account) == Origin::typed);
        QCOMPARE(source.fields.value(Field::account).before, u"40702810400009900256"_s);
        QVERIFY(source.originOf(Field::bik) == Origin::imported);
        noteEdit(source, Field::account, Origin::pasted, {});
        QVERIFY(source.originOf(Field::account) == Origin::pasted);
        QCOMPARE(source.fields.value(Field::account).before, u"40702810400009900256"_s);
    }

    void aPastedFieldThatIsTypedAnewWasTyped()
    {
        DraftSource source;
        noteEdit(source, Field::account, Origin::pasted, {});
        QVERIFY(source.originOf(Field::account) == Origin::pasted);
        noteEdit(source, Field::account, Origin::typed, u"4070"_s);
        QVERIFY(source.isEmpty());
    }

    void documentsAreKnownByNumberAndDate()
    {
        DraftSource source = imported();
        QCOMPARE(documentKey(source), u"000118 of 2026-11-20"_s);
        QCOMPARE(importKey(source), QString::fromLatin1(sha256Hex("file")) + u"/17"_s);
        source.file->documentDate.clear();
        QCOMPARE(documentKey(source), u"000118 of no date"_s);
        source.file->documentNumber = u" "_s;
        QCOMPARE(documentKey(source), QString());
        QCOMPARE(documentKey({}), QString());
        QCOMPARE(importKey({}), QString());
    }

    void aStoredKeyTellsTheDocument()
    {
        DraftSource source = imported();
        QCOMPARE(documentNameOf(documentKey(source)).number, u"000118"_s);
        QCOMPARE(documentNameOf(documentKey(source)).day, QDate(2026, 11, 20));
        source.file->documentDate.clear();
        source.file->documentNumber = u"7 of 9"_s;
        QCOMPARE(documentNameOf(documentKey(source)).number, u"7 of 9"_s);
        QVERIFY(!documentNameOf(documentKey(source)).day.isValid());
        QVERIFY(documentNameOf(QString()).number.isEmpty());
        QVERIFY(documentNameOf(u" of 2026-11-20"_s).number.isEmpty());
    }

    void damagedSourcesNeverLoseADraft_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addRow("a number") << QByteArray("5");
        QTest::addRow("null") << QByteArray("null");
        QTest::addRow("unknown field") << QByteArray(R"({"fields":{"colour":{"origin":"typed"}}})");
        QTest::addRow("unknown origin") << QByteArray(R"({"fields":{"inn":{"origin":"dreamt"}}})");
        QTest::addRow("fields are a list") << QByteArray(R"({"fields":[1,2]})");
        QTest::addRow("file is a text") << QByteArray(R"({"file":"x"})");
    }

    void damagedSourcesNeverLoseADraft()
    {
        QFETCH(QByteArray, source);
        const auto draft = draftFromCanonicalBytes(R"({"name":"ООО","source":)" + source + "}");
        QVERIFY(draft.has_value());
        QCOMPARE(draft->recipientName, u"ООО"_s);
        QVERIFY(draft->source.isEmpty());
    }
};

QTEST_GUILESS_MAIN(DraftSourceTest)
#include "tst_draftsource.moc"
