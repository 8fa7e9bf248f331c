#include "domain/findingnames.h"
#include "exchange/importreading.h"
#include "ui/models/importreport.h"
#include "ui/models/importwords.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QtTest>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kindCount = static_cast<int>(ImportFindingKind::correspondentDiffers) + 1;

QJsonObject reportOf(const QString &path)
{
    UnwatchedReading unwatched;
    const auto sheet = readImport(path, {}, {}, unwatched);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!sheet || !writeImportReport(**sheet, {}, buffer)) return {};
    return QJsonDocument::fromJson(buffer.data()).object();
}

} // namespace

class ImportWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFindingHasASentenceOfItsOwn()
    {
        QSet<QString> sentences;
        for (int i = 0; i < kindCount; ++i) {
            const ImportFinding finding{.kind = static_cast<ImportFindingKind>(i), .arguments = {u"11"_s, u"22"_s}};
            const QString sentence = importFindingSentence(finding);
            QVERIFY2(sentence.endsWith(u'.') && (sentence.front().isUpper() || sentence.front() == u'“'),
                     qPrintable(findingName(finding)));
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            sentences.insert(sentence);
        }
        QCOMPARE(sentences.size(), kindCount);
    }

    void findingsOfTheFormKeepTheirSentence()
    {
        QVERIFY(!importFindingSentence({.kind = FindingKind::bikMissing}).isEmpty());
    }

    void whatADraftWasWarnedOfKeepsItsSentence()
    {
        const ImportFinding finding{.severity = Severity::warn,
                                    .kind = ImportFindingKind::documentInnDiffers,
                                    .arguments = {u"7707083893"_s, u"7701000019"_s}};
        QCOMPARE(rowWarningSentence({findingName(finding), finding.arguments}), importFindingSentence(finding));
        QCOMPARE(rowWarningSentence({u"ofALaterVersion"_s, {}}), u"ofALaterVersion"_s);
    }

    void everyFieldHasWordsAndAName()
    {
        QSet<QString> words;
        for (int i = 0; i < importFieldCount; ++i)
            words << importFieldWords(static_cast<ImportField>(i)) << importFieldName(static_cast<ImportField>(i));
        QVERIFY(!words.contains(QString()));
        QCOMPARE(words.size(), 2 * importFieldCount);
    }

    void namesOfFindingsAreTheOnesInTheCode()
    {
        QCOMPARE(findingKindName(FindingKind::senderMissing), u"senderMissing"_s);
        QCOMPARE(findingKindName(FindingKind::accountKeyMismatch), u"accountKeyMismatch"_s);
        QCOMPARE(findingKindName(FindingKind::purposeGood), u"purposeGood"_s);
        QCOMPARE(importFindingName(ImportFindingKind::fileEndMissing), u"fileEndMissing"_s);
        QCOMPARE(importFindingName(ImportFindingKind::numberRounded), u"numberRounded"_s);
        QCOMPARE(severityWord(Severity::warn), u"warn"_s);
    }

    void theReportIsJsonWithRowsFindingsAndTotals()
    {
        const QJsonObject report =
            reportOf(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/a_payments_to_bank_cp866.txt"));
        const QJsonObject file = report[u"file"].toObject();
        QCOMPARE(file[u"sha256"].toString(), u"213f2feba866ea461522808bb81cab32690c796aac0c8aead67e479e946287d5"_s);
        QCOMPARE(file[u"encoding"].toString(), u"cp866"_s);
        QCOMPARE(file[u"format"].toString(), u"1CClientBankExchange"_s);
        QCOMPARE(report[u"refused"].toBool(true), false);
        QCOMPARE(report[u"totals"][u"all"][u"kopecks"].toInteger(), 35'075'050);
        const QJsonArray rows = report[u"rows"].toArray();
        QCOMPARE(rows.size(), 5);
        QCOMPARE(rows[1][u"fields"][u"account"].toString(), u"40817810400003869535"_s);
        const QJsonObject finding = rows[1][u"findings"][0].toObject();
        QCOMPARE(finding[u"severity"].toString(), u"warn"_s);
        QCOMPARE(finding[u"code"].toString(), u"documentIncomeCode"_s);
        QCOMPARE(finding[u"column"].toString(), u"КодНазПлатежа"_s);
        QVERIFY(finding[u"text"].toString().endsWith(u'.'));
    }
};

QTEST_GUILESS_MAIN(ImportWordsTest)
#include "tst_importwords.moc"
