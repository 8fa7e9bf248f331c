#include "exchange/rowswriter.h"
#include "support/flowworld.h"
#include "ui/models/errorwords.h"
#include "ui/models/importrowsmodel.h"

using namespace countersign;
using namespace countersign::test;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

// A step that fails ends its story.
#define STEP(step)                                                                                                     \
    do {                                                                                                               \
        step;                                                                                                          \
        if (QTest::currentTestFailed()) return;                                                                        \
    } while (false)
#define GIVEN(step) STEP(step)
#define WHEN(step) STEP(step)
#define THEN(step) STEP(step)
#define AND(step) STEP(step)

/// Story: the day's payments come out of the accounting program as a file, and become drafts.
class ImportStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDaysPaymentsBecomeDrafts()
    {
        GIVEN(aProfileThatPaysFromOneAccount());
        AND(aFileOfTheAccountingProgramWithThreeDocumentsOfWhichOneCannotBePaid());
        WHEN(sheReadsTheFile());
        THEN(twoRowsCanBeTakenAndOneSaysWhyNot("INN"));
        WHEN(sheTypesTheControlTotal("3500,00"));
        THEN(nothingIsMade(ErrorCode::totalDiffers));
        WHEN(sheTypesTheControlTotal("7000,25"));
        THEN(theDraftsListHolds(2));
        AND(eachDraftKnowsItsFileLineAndDocument());
        AND(nothingHasGoneToTheBank());
    }

    void theSameFileIsOfferedTwice()
    {
        GIVEN(aProfileThatPaysFromOneAccount());
        AND(aFileOfTheAccountingProgramWithThreeDocumentsOfWhichOneCannotBePaid());
        WHEN(sheReadsTheFile());
        AND(sheTypesTheControlTotal("7000,25"));
        THEN(theDraftsListHolds(2));
        WHEN(sheReadsTheFile());
        THEN(theFileIsKnown());
        AND(eachRowShowsTheDraftThatItBecame());
        AND(noRowIsTickedByItself());
        WHEN(sheTicksTheFirstRowAllTheSame());
        AND(sheTypesTheControlTotal("3500,00"));
        THEN(theDraftsListHolds(3));
    }

    void theSameDocumentsComeInAnotherFile()
    {
        GIVEN(aProfileThatPaysFromOneAccount());
        AND(aFileOfTheAccountingProgramWithThreeDocumentsOfWhichOneCannotBePaid());
        WHEN(sheReadsTheFile());
        AND(sheTypesTheControlTotal("7000,25"));
        THEN(theDraftsListHolds(2));
        GIVEN(anotherFileWithTheSameDocuments());
        WHEN(sheReadsTheFile());
        THEN(eachRowShowsTheDraftThatItBecame());
        WHEN(sheDiscardsTheFirstDraft());
        AND(sheReadsTheFile());
        THEN(theFirstRowSaysThatItsDraftWasDiscarded());
    }

    void somebodyChangesAnAccountInTheFileWhileSheLooksAtIt()
    {
        GIVEN(aProfileThatPaysFromOneAccount());
        AND(aFileOfTheAccountingProgramWithThreeDocumentsOfWhichOneCannotBePaid());
        WHEN(sheReadsTheFile());
        AND(anAccountInTheFileIsChanged());
        AND(sheTypesTheControlTotal("7000,25"));
        THEN(nothingIsMade(ErrorCode::fileChanged));
    }

    void twoWindowsImportTheSameDocuments()
    {
        GIVEN(aProfileThatPaysFromOneAccount());
        AND(aFileOfTheAccountingProgramWithThreeDocumentsOfWhichOneCannotBePaid());
        WHEN(sheReadsTheFile());
        AND(aColleagueImportsItMeanwhile());
        AND(sheTypesTheControlTotal("7000,25"));
        THEN(nothingMoreIsMade(ErrorCode::importedBefore, 2));
    }

    void theProgramIsClosedAndOpenedAgain()
    {
        GIVEN(aProfileThatPaysFromOneAccount());
        AND(aFileOfTheAccountingProgramWithThreeDocumentsOfWhichOneCannotBePaid());
        WHEN(sheReadsTheFile());
        AND(sheTypesTheControlTotal("7000,25"));
        AND(theProgramIsStartedAgain());
        THEN(theDraftsListHolds(2));
        WHEN(sheReadsTheFile());
        THEN(theFileIsKnown());
        AND(eachRowShowsTheDraftThatItBecame());
    }

    void cleanup() { m_world.reset(); }

private:
    // given
    void aProfileThatPaysFromOneAccount()
    {
        m_world = std::make_unique<FlowWorld>(m_key);
        m_world->open();
        m_done = fail(ErrorCode::internalFault);
    }
    void aFileOfTheAccountingProgramWithThreeDocumentsOfWhichOneCannotBePaid()
    {
        m_file = m_world->filePath(u"1c_to_kl.txt"_s);
        write(head() + documentOf(17, "3500.00") + documentOf(18, "3500.25") +
              documentOf(19, "10.00").replace("7701000019", "770100001") + tail());
    }
    void anotherFileWithTheSameDocuments()
    {
        m_file = m_world->filePath(u"again.txt"_s);
        write(head() + documentOf(17, "3500.00") + documentOf(18, "3500.25") + documentOf(20, "10.00") + tail());
    }

    // when
    void sheReadsTheFile()
    {
        const auto sheet = finished(m_world->workplace().imports().read(m_file, {}));
        VERIFY_OK(sheet);
        m_sheet = *sheet;
        m_rows.setSheet(m_sheet);
        QVERIFY(!m_sheet->fileRefused());
    }
    void sheTypesTheControlTotal(const char *total)
    {
        const auto prepared = finished(m_world->workplace().imports().prepare(m_sheet, m_rows.chosen()));
        VERIFY_OK(prepared);
        m_done =
            finished(m_world->workplace().imports().makeDrafts(*prepared, *Money::parse(QString::fromLatin1(total))));
    }
    void sheTicksTheFirstRowAllTheSame()
    {
        QVERIFY(m_rows.setData(m_rows.index(0, ImportRowsModel::tickColumn), Qt::Checked, Qt::CheckStateRole));
    }
    void sheDiscardsTheFirstDraft()
    {
        VERIFY_OK(finished(m_world->desk().discardDraft(m_sheet->row(0).earlier->payout)));
    }
    void anAccountInTheFileIsChanged()
    {
        write(head() + documentOf(17, "3500.00").replace("40702810500000000001", "40702810800000000002") +
              documentOf(18, "3500.25") + tail());
    }
    void aColleagueImportsItMeanwhile()
    {
        const auto prepared = finished(m_world->workplace().imports().prepare(m_sheet, m_rows.chosen()));
        VERIFY_OK(finished(m_world->workplace().imports().makeDrafts(*prepared, Money::fromKopecks(700'025))));
    }
    void theProgramIsStartedAgain()
    {
        m_world->closeDesk();
        m_world->openDesk();
    }

    // then
    void twoRowsCanBeTakenAndOneSaysWhyNot(const char *word)
    {
        QCOMPARE(m_rows.chosen(), (QList<qsizetype>{0, 1}));
        QCOMPARE(m_sheet->refused().count, 1);
        const QString why = m_rows.index(2, ImportRowsModel::findingsColumn).data().toString();
        QVERIFY2(why.contains(QLatin1String(word)), qPrintable(why));
    }
    void nothingIsMade(ErrorCode why) { nothingMoreIsMade(why, 0); }
    void nothingMoreIsMade(ErrorCode why, int before)
    {
        QVERIFY(!m_done.has_value());
        QCOMPARE(errorCodeName(m_done.error().code), errorCodeName(why));
        QVERIFY(!errorSentence(m_done.error()).isEmpty());
        QCOMPARE(drafts().total, before);
    }
    void theDraftsListHolds(int count)
    {
        QVERIFY2(m_done.has_value(), qPrintable(faultOf(m_done)));
        QCOMPARE(drafts().total, count);
    }
    void eachDraftKnowsItsFileLineAndDocument()
    {
        const QList<ListRow> rows = drafts().rows;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const PayoutDossier dossier = m_world->dossier(rows[rows.size() - 1 - i].id);
            const auto draft = draftFromCanonicalBytes(dossier.payout.draft);
            QCOMPARE(draft->source.file->fileName, u"1c_to_kl.txt"_s);
            QCOMPARE(draft->source.file->fileSha256, m_sheet->facts().file.sha256);
            QCOMPARE(draft->source.file->row, m_sheet->row(i).line);
            QCOMPARE(draft->source.file->documentNumber, QString::number(17 + i));
            QVERIFY(draft->source.originOf(Field::account) == Origin::imported);
            QCOMPARE(m_world->history(dossier.payout.id), QStringList{u"draftImported"_s});
        }
    }
    void nothingHasGoneToTheBank() { QVERIFY(m_world->bank().ledger("session_created"_L1).isEmpty()); }
    void theFileIsKnown()
    {
        QVERIFY(std::ranges::any_of(m_sheet->fileFindings(), [](const ImportFinding &finding) {
            return findingName(finding) == u"fileImportedBefore";
        }));
    }
    void eachRowShowsTheDraftThatItBecame()
    {
        for (int row = 0; row < 2; ++row) {
            QVERIFY(m_sheet->row(row).earlier);
            const QString words = m_rows.index(row, ImportRowsModel::findingsColumn).data().toString();
            QVERIFY2(words.contains(u"payout %1 (Draft)"_s.arg(m_sheet->row(row).earlier->number)), qPrintable(words));
        }
    }
    void noRowIsTickedByItself() { QCOMPARE(m_rows.chosen(), QList<qsizetype>()); }
    void theFirstRowSaysThatItsDraftWasDiscarded()
    {
        const QString words = m_rows.index(0, ImportRowsModel::findingsColumn).data().toString();
        QVERIFY2(words.contains(u"draft was discarded"_s), qPrintable(words));
    }

    [[nodiscard]] ListPage drafts()
    {
        return finished(m_world->desk().page({.folder = Folder::drafts})).value_or(ListPage());
    }
    void write(const QByteArray &text) const { VERIFY_OK(writeWhole(m_file, text)); }
    [[nodiscard]] static QByteArray head() { return "1CClientBankExchange\r\nВерсияФормата=1.03\r\n"; }
    [[nodiscard]] static QByteArray tail() { return "КонецФайла\r\n"; }
    [[nodiscard]] QByteArray documentOf(int number, const QByteArray &amount) const
    {
        return "СекцияДокумент=Платежное поручение\r\nНомер=" + QByteArray::number(number) +
               "\r\nДата=20.11.2026\r\nСумма=" + amount +
               "\r\nПлательщикСчет=" + FlowWorld::draft().senderAccount.toLatin1() +
               "\r\nПолучательСчет=40702810500000000001\r\nПолучательИНН=7701000019\r\nПолучательКПП=770101001\r\n"
               "Получатель1=ООО \"Вектор\"\r\nПолучательБИК=044525974\r\nОчередность=5\r\n"
               "НазначениеПлатежа=Оплата по счету " +
               QByteArray::number(number) + ". Без НДС\r\nКонецДокумента\r\n";
    }

    const TestKey m_key;
    std::unique_ptr<FlowWorld> m_world;
    QString m_file;
    std::shared_ptr<const ImportSheet> m_sheet;
    ImportRowsModel m_rows;
    Result<ImportDone> m_done;
};

QTEST_GUILESS_MAIN(ImportStory)
#include "tst_story_import.moc"
