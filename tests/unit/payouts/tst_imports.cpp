#include "support/engineworld.h"

#include "storage/importrows.h"
#include "storage/sqlitereader.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray digestOf(const QString &text)
{
    return sha256Hex(text.toUtf8());
}

/// The row of a file, as the readers of files make it.
ImportedDraft row(int number, const QString &amount = u"1000,50"_s)
{
    PayoutDraft draft = EngineWorld::draft(amount);
    draft.source.file = ImportedFrom{.fileName = u"1c_to_kl.txt"_s,
                                     .fileSha256 = digestOf(u"file"_s),
                                     .row = number,
                                     .documentNumber = QString::number(100 + number),
                                     .documentDate = u"2026-03-02"_s};
    noteOrigin(draft.source, {Field::account, Field::amount}, Origin::imported);
    return {.draft = draft, .identity = digestOf(u"document %1"_s.arg(number))};
}

/// Three rows that come to 3 500,00.
ImportOrder order()
{
    return {.fileName = u"1c_to_kl.txt"_s,
            .fileSha256 = digestOf(u"file"_s),
            .controlTotal = Money::fromKopecks(350'000),
            .rows = {row(1), row(2, u"1 000,50"_s), row(3, u"1499.00"_s)}};
}

template <class T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::internalFault : result.error().code;
}

} // namespace

/// From the chosen rows of a file to drafts: all of them or none.
class ImportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<EngineWorld>();
        m_world->boot();
    }
    void cleanup() { m_world.reset(); }

    void rowsBecomeDraftsWithTheirProvenance()
    {
        const auto done = m_world->engine().importDrafts(order());
        VERIFY_DONE(done);
        QCOMPARE(done->count(), 3);
        QCOMPARE(done->total, Money::fromKopecks(350'000));
        const auto page = reader().page({.folder = Folder::drafts});
        QCOMPARE(page->total, 3);
        QCOMPARE(page->rows.last().number, done->firstNumber);
        const PayoutRecord payout = m_world->payout(page->rows.last().id);
        COMPARE_STATE(*m_world, payout.id, draft);
        QCOMPARE(draftFromCanonicalBytes(payout.draft)->source, row(1).draft.source);
        QCOMPARE(payout.documentKey, u"101 of 2026-03-02"_s);
        QCOMPARE(payout.importKey, QString::fromLatin1(digestOf(u"file"_s)) + u"/1"_s);
    }

    void theAuditRecordNamesTheFileAndEachRow()
    {
        const auto done = m_world->engine().importDrafts(order());
        QCOMPARE(store(u"SELECT count(*) FROM audit WHERE json_extract(body, '$.what') = 'imported'"_s), 1);
        QCOMPARE(store(u"SELECT count(*) FROM audit WHERE json_extract(body, '$.details.file') = '1c_to_kl.txt' AND "
                       "json_extract(body, '$.details.sha256') = '%1' AND json_extract(body, '$.details.count') = 3 "
                       "AND json_extract(body, '$.details.kopecks') = 350000 AND "
                       "json_extract(body, '$.details.import') = '%2'"_s.arg(QString::fromLatin1(digestOf(u"file"_s)),
                                                                             done->id.text)),
                 1);
        const auto page = reader().page({.folder = Folder::drafts});
        const auto dossier = reader().dossier(page->rows.last().id);
        QCOMPARE(dossier->history.size(), 1);
        QCOMPARE(dossier->history.first().what, u"draftImported"_s);
        QCOMPARE(dossier->history.first().details[u"row"].toInt(), 1);
        VERIFY_DONE(m_world->store().verifyAudit(0));
    }

    void whatComesToAnotherSumIsNotImported_data()
    {
        QTest::addColumn<qint64>("kopecks");
        QTest::addRow("a kopeck less") << qint64{349'999};
        QTest::addRow("a kopeck more") << qint64{350'001};
        QTest::addRow("nothing") << qint64{0};
        QTest::addRow("below zero") << qint64{-350'000};
    }
    void whatComesToAnotherSumIsNotImported()
    {
        QFETCH(qint64, kopecks);
        ImportOrder wrong = order();
        wrong.controlTotal = Money::fromKopecks(kopecks);
        const auto done = m_world->engine().importDrafts(wrong);
        QCOMPARE(codeOf(done), ErrorCode::totalDiffers);
        QCOMPARE(done.error().detail, u"%1/350000"_s.arg(kopecks));
        nothingIsThere();
    }

    void aRowWithoutAnAmountAboveZeroIsNotImported()
    {
        for (const QString &amount : {u""_s, u"abc"_s, u"0,00"_s, u"-5"_s, u"1,005"_s}) {
            ImportOrder wrong = order();
            wrong.rows[2] = row(3, amount);
            wrong.controlTotal = Money::fromKopecks(200'100);
            const auto done = m_world->engine().importDrafts(wrong);
            QCOMPARE(codeOf(done), ErrorCode::notValid);
            QCOMPARE(done.error().detail, u"3"_s);
        }
        nothingIsThere();
    }

    void anOrderWithoutRowsMakesNothing()
    {
        QCOMPARE(codeOf(m_world->engine().importDrafts({})), ErrorCode::emptyValue);
        nothingIsThere();
    }

    void aSumBeyondWhatCanBeCountedIsNotImported()
    {
        ImportOrder wrong = order();
        wrong.rows.clear();
        for (int i = 0; i < 93'000; ++i)
            wrong.rows.append(row(1, u"999999999999,99"_s));
        QVERIFY(!m_world->engine().importDrafts(wrong));
        nothingIsThere();
    }

    void aDocumentThatWasImportedMeanwhileIsNotImportedUnseen()
    {
        const auto first = m_world->engine().importDrafts(order());
        VERIFY_DONE(first);
        ImportOrder again = order();
        again.rows[0].shownNumber = first->firstNumber;
        again.rows[1].shownNumber = first->firstNumber + 1;
        const auto refused = m_world->engine().importDrafts(again);
        QCOMPARE(codeOf(refused), ErrorCode::importedBefore);
        QCOMPARE(refused.error().detail, QString::number(first->lastNumber));
        QCOMPARE(reader().page({.folder = Folder::drafts})->total, 3);

        again.rows[2].shownNumber = first->lastNumber;
        VERIFY_DONE(m_world->engine().importDrafts(again));
        QCOMPARE(reader().page({.folder = Folder::drafts})->total, 6);
    }

    void anOrderThatComesTwiceIsImportedOnce()
    {
        const auto first = m_world->engine().importDrafts(order());
        VERIFY_DONE(first);
        ImportOrder wanted = order();
        for (ImportedDraft &row : wanted.rows)
            row.shownNumber = first->firstNumber + (&row - wanted.rows.constData());
        const auto second = m_world->engine().importDrafts(wanted);
        VERIFY_DONE(second);
        const auto again = m_world->engine().importDrafts(wanted);
        QCOMPARE(codeOf(again), ErrorCode::importedBefore);
        QCOMPARE(again.error().detail, QString::number(second->firstNumber));
        QCOMPARE(reader().page({.folder = Folder::drafts})->total, 6);
    }

    void earlierImportsAreFoundWithTheirPayout()
    {
        SqliteImportHistory history(m_world->storePath());
        QVERIFY(!*history.importOfFile(digestOf(u"file"_s)));
        const auto done = m_world->engine().importDrafts(order());
        const auto file = *history.importOfFile(digestOf(u"file"_s));
        QCOMPARE(file->count, 3);
        QCOMPARE(file->totalKopecks, 350'000);
        QCOMPARE(file->fileName, u"1c_to_kl.txt"_s);
        const QByteArray first = digestOf(u"document 1"_s);
        const auto known = *history.importsOfDocuments({first, digestOf(u"another"_s), "'; DROP TABLE payout"});
        QCOMPARE(known.size(), 1);
        QCOMPARE(known[first].number, done->firstNumber);
        QCOMPARE(known[first].state, std::optional(PayoutState::draft));

        VERIFY_DONE(m_world->engine().discardDraft(known[first].payout));
        const auto discarded = *history.importsOfDocuments({first});
        QCOMPARE(discarded[first].number, done->firstNumber);
        QVERIFY(!discarded[first].state);
    }

    void ofSeveralPayoutsTheNewestThatStillExistsIsShown()
    {
        const auto first = m_world->engine().importDrafts(order());
        ImportOrder again = order();
        for (ImportedDraft &row : again.rows)
            row.shownNumber = first->firstNumber + (&row - again.rows.constData());
        const auto second = m_world->engine().importDrafts(again);
        SqliteImportHistory history(m_world->storePath());
        const QByteArray document = digestOf(u"document 1"_s);
        const auto newest = history.importsOfDocuments({document})->value(document);
        QCOMPARE(newest.number, second->firstNumber);
        VERIFY_DONE(m_world->engine().discardDraft(newest.payout));
        QCOMPARE(history.importsOfDocuments({document})->value(document).number, first->firstNumber);
    }

    /// K14 without a death: a write that fails anywhere leaves nothing of the file.
    void aWriteThatFailsLeavesNothingOfTheFile_data()
    {
        QTest::addColumn<QString>("operation");
        for (const char *operation : {"insertImport", "insertPayout", "insertImportedRow", "insertAudit", "commit"})
            QTest::addRow("%s", operation) << QString::fromLatin1(operation);
    }
    void aWriteThatFailsLeavesNothingOfTheFile()
    {
        QFETCH(QString, operation);
        m_world->writeFault.armed = operation;
        QCOMPARE(codeOf(m_world->engine().importDrafts(order())), ErrorCode::storeWriteFailed);
        m_world->writeFault.armed.clear();
        nothingIsThere();
    }

private:
    [[nodiscard]] SqliteReader &reader()
    {
        m_reader = std::make_unique<SqliteReader>(m_world->storePath());
        return *m_reader;
    }
    /// The number that a query answers.
    [[nodiscard]] qint64 store(const QString &sql) const
    {
        qint64 number = -1;
        {
            QSqlDatabase outside = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outside"_s);
            outside.setDatabaseName(m_world->storePath());
            QSqlQuery query(outside.open() ? outside : QSqlDatabase());
            if (query.exec(sql) && query.next()) number = query.value(0).toLongLong();
        }
        QSqlDatabase::removeDatabase(u"outside"_s);
        return number;
    }
    void nothingIsThere() const
    {
        QCOMPARE(
            store(
                u"SELECT (SELECT count(*) FROM payout) + (SELECT count(*) FROM file_import) + (SELECT count(*) "
                "FROM imported_row) + (SELECT count(*) FROM audit WHERE json_extract(body, '$.what') LIKE '%mported')"_s),
            0);
    }

    std::unique_ptr<EngineWorld> m_world;
    std::unique_ptr<SqliteReader> m_reader;
};

QTEST_GUILESS_MAIN(ImportsTest)
#include "tst_imports.moc"
