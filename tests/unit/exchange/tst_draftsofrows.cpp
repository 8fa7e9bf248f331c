#include "domain/rowwarnings.h"
#include "exchange/draftsofrows.h"
#include "unit/exchange/importkit.h"

#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// Remembers the first row that it is asked about as an earlier import.
class KnowsTheFirst final : public EarlierImports
{
public:
    [[nodiscard]] Result<std::optional<EarlierImport>> file(const QByteArray &) const override
    {
        return std::optional<EarlierImport>();
    }
    [[nodiscard]] Result<QHash<QByteArray, EarlierImport>> documents(const QList<QByteArray> &identities) const override
    {
        return QHash<QByteArray, EarlierImport>{{identities.first(), {.number = 7}}};
    }
};

class StopsAt final : public ReadingProgress
{
public:
    explicit StopsAt(int permille) : m_permille(permille) {}
    [[nodiscard]] bool reached(int permille) override { return permille < m_permille; }

private:
    int m_permille;
};

Result<PreparedImport> prepared(const ImportSheet &sheet, const QList<qsizetype> &rows)
{
    UnwatchedReading unwatched;
    return draftsOfRows(sheet, rows, unwatched);
}

} // namespace

/// Chosen rows of a file become drafts that know where each of their fields came from.
class DraftsOfRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFilledFieldIsImportedFromFileAndRow()
    {
        const auto sheet = sheetOf(exchangeFile(document() + document({}, "102")));
        const auto made = prepared(*sheet, {1});
        QVERIFY(made.has_value());
        QCOMPARE(made->file.sha256, sheet->facts().file.sha256);
        QCOMPARE(made->rows.size(), 1);
        const PayoutDraft &draft = made->rows.first().draft;
        QCOMPARE(draft.source.file, (ImportedFrom{.fileName = u"orders"_s,
                                                  .fileSha256 = sheet->facts().file.sha256,
                                                  .row = sheet->row(1).line,
                                                  .documentNumber = u"102"_s,
                                                  .documentDate = u"2026-11-20"_s,
                                                  .priority = u"5"_s}));
        for (const Field field : {Field::senderAccount, Field::recipientName, Field::inn, Field::kpp, Field::bik,
                                  Field::account, Field::amount, Field::purpose})
            QVERIFY(draft.source.originOf(field) == Origin::imported);
        QVERIFY(draft.source.originOf(Field::urgency) == Origin::typed);
        QCOMPARE(draft.account, u"40702810500000000001"_s);
        QCOMPARE(made->rows.first().identity, sheet->row(1).identity);
        QCOMPARE(documentKey(draft.source), u"102 of 2026-11-20"_s);
    }

    /// The bank's call has no place for them (ru-payments.md 4.6): the draft keeps them.
    void whatTheBankIsNotToldIsKept()
    {
        QByteArray bytes = document("КодНазПлатежа=1\r\nКод=50133547364\r\n");
        bytes.replace("Очередность=5", "Очередность=3");
        const QByteArray csv = QByteArray(csvHeader).replace("\r\n", ";Вид дохода;Очередность;УИН\r\n") +
                               QByteArray(csvRow).replace("\r\n", ";1;3;50133547364\r\n");
        for (const QByteArray &file : {exchangeFile(bytes), csv}) {
            const auto sheet = sheetOf(file, fromOwnAccount());
            const auto made = prepared(*sheet, {0});
            QVERIFY2(made.has_value(), qPrintable(refusals(*sheet, 0).join(u' ')));
            const auto kept = draftSourceFromJson(toJson(made->rows.first().draft.source)).file;
            QVERIFY(kept.has_value());
            QCOMPARE(kept->incomeCode, u"1"_s);
            QCOMPARE(kept->priority, u"3"_s);
            QCOMPARE(kept->uin, u"50133547364"_s);
        }
    }

    void fieldsThatTheRowLeavesEmptyHaveNoSource()
    {
        const auto sheet = sheetOf(csvHeader + "Иванов Иван Иванович;;;044525974;40817810200000000001;3500,00;Оплата "
                                               "по договору 77. Без НДС\r\n",
                                   fromOwnAccount());
        const auto made = prepared(*sheet, {0});
        QVERIFY2(made.has_value(), qPrintable(refusals(*sheet, 0).join(u' ')));
        const DraftSource source = made->rows.first().draft.source;
        QVERIFY(!source.fields.contains(Field::kpp));
        QVERIFY(source.originOf(Field::senderAccount) == Origin::typed); // the person chose it
        QVERIFY(source.originOf(Field::account) == Origin::imported);
        QVERIFY(documentKey(source).isEmpty());
        QVERIFY(!importKey(source).isEmpty());
    }

    void whatWasWarnedOfGoesWithTheDraft()
    {
        const auto sheet = sheetOf(exchangeFile(document("Получатель=ИНН 7707083893 ООО \"Вектор\"\r\n")));
        const auto made = prepared(*sheet, {0});
        QVERIFY(made.has_value());
        const DraftSource source = made->rows.first().draft.source;
        QCOMPARE(rowWarnings(source),
                 (QList<RowWarning>{{u"documentInnDiffers"_s, {u"7707083893"_s, u"7701000019"_s}}}));
        QCOMPARE(rowWarnings(draftSourceFromCanonicalBytes(canonicalBytes(source))), rowWarnings(source));
    }

    void whatIsAskedElsewhereDoesNot()
    {
        const auto warned = [](const QByteArray &lines) {
            const auto made = prepared(*sheetOf(exchangeFile(document(lines))), {0});
            return made ? rowWarnings(made->rows.first().draft.source) : QList<RowWarning>{{u"refused"_s, {}}};
        };
        QVERIFY(warned({}).isEmpty());
        QVERIFY(warned("КодНазПлатежа=1\r\n").isEmpty()); // the bank's call has no place for it
        QVERIFY(warned("КодДебитора=1\r\n").isEmpty());   // a hint
        QCOMPARE(warned("ВидПлатежа=Срочно\r\n").size(), 1);
    }

    void aRefusedRowNeverBecomesADraft()
    {
        const auto sheet = sheetOf(exchangeFile(document() + document().replace("3500.00", "0.00")));
        QVERIFY(sheet->overview(1).refused());
        const auto made = prepared(*sheet, {0, 1});
        QCOMPARE(made.error(), (Error{ErrorCode::notValid, QString::number(sheet->row(1).line)}));
    }

    void aRefusedFileNeverBecomesDrafts()
    {
        const auto sheet = sheetOf(exchangeFile(document(), "ВерсияФормата=1.03\r\n", {}));
        QVERIFY(sheet->fileRefused() && !sheet->overview(0).refused());
        QCOMPARE(prepared(*sheet, {0}).error().code, ErrorCode::notValid);
    }

    void aRowThatWasImportedBeforeIsMarkedAsKnown()
    {
        ImportRules rules = ownAccounts();
        rules.earlier = std::make_shared<KnowsTheFirst>();
        const auto sheet = sheetOf(exchangeFile(document() + document({}, "102")), {}, rules);
        const auto made = prepared(*sheet, {0, 1});
        QCOMPARE(made->rows[0].shownNumber, 7);
        QCOMPARE(made->rows[1].shownNumber, 0);
    }

    void aStopEndsIt()
    {
        const auto sheet = sheetOf(csvHeader + csvRow.repeated(600), fromOwnAccount());
        QList<qsizetype> rows(600);
        std::iota(rows.begin(), rows.end(), 0);
        StopsAt half(500);
        StopsAt never(1001);
        const auto stopped = draftsOfRows(*sheet, rows, half);
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().code, ErrorCode::cancelled);
        QCOMPARE(draftsOfRows(*sheet, rows, never)->rows.size(), 600);
    }
};

QTEST_GUILESS_MAIN(DraftsOfRowsTest)
#include "tst_draftsofrows.moc"
