#include "storage/filesendjournal.h"
#include "storage/rows.h"
#include "storage/sqlitereader.h"
#include "storefixture.h"
#include "support/naughtytexts.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// What people and strangers write is kept as it is, in every field that takes text.
class TestNaughtyTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void payoutsKeepThem();
    void draftsKeepThem();
    void instructionsKeepThem();
    void sourcesOfDraftsKeepThem();
    void attemptsAndCallsKeepThem();
    void messagesKeepThem();
    void viewsAndLeasesKeepThem();
    void theAddressBookKeepsThem();
    void templatesKeepThem();
    void importsKeepThem();
    void actsOfPeopleKeepThem();
    void theJournalKeepsThem();
    void decisionsKeepThem();
    void theBanksWordsKeepThem();
    void alarmsAndFreezesKeepThem();
    void theHistoryKeepsThem();
    void searchingForThemFindsNoMoreThanThere();

private:
    template <class Record>
    static void compare(const Record &actual, const Record &expected)
    {
        QCOMPARE(insertValues(actual), insertValues(expected));
    }

    /// The bytes of all texts that a query finds, in one go.
    [[nodiscard]] QString hexOf(const QString &query) const
    {
        return m_fixture->value(u"SELECT group_concat(hex(text), ' ') FROM (%1)"_s.arg(query)).toString();
    }
    [[nodiscard]] QString hexOfTexts() const
    {
        QByteArrayList all;
        for (const QString &text : m_texts)
            all += text.toUtf8().toHex().toUpper();
        return QString::fromLatin1(all.join(' '));
    }

    QStringList m_texts;
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<StoreTransaction> m_transaction; ///< begun; p1 with a1 is in the store
};

void TestNaughtyTexts::initTestCase()
{
    m_texts = naughtyTexts() << QString(100'000, u'Ж');
    QVERIFY(m_texts.size() > 8);
}

void TestNaughtyTexts::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    m_fixture->open();
    m_fixture->addPayoutWithAttempt(u"p1"_s, u"a1"_s);
    m_transaction = m_fixture->begin();
    QVERIFY(m_transaction);
}

void TestNaughtyTexts::cleanup()
{
    m_transaction.reset();
    m_fixture.reset();
}

void TestNaughtyTexts::payoutsKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        PayoutRecord payout = samplePayout(u"naughty-%1"_s.arg(i));
        payout.maker = payout.recipientName = payout.recipientAccount = payout.senderAccount = m_texts[i];
        payout.purpose = payout.reasonCode = payout.reasonText = m_texts[i];
        payout.recipientInn = payout.recipientBik = payout.documentKey = payout.importKey = m_texts[i];
        VERIFY_GOOD(m_transaction->insertPayout(payout));
        const auto read = m_transaction->payout(payout.id);
        VERIFY_GOOD(read);
        compare(*read, payout);
    }
}

void TestNaughtyTexts::draftsKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const QString &text = m_texts[i];
        const PayoutDraft draft{.senderAccount = text,
                                .recipientName = text,
                                .inn = text,
                                .kpp = text,
                                .bik = text,
                                .account = text,
                                .amount = text,
                                .purpose = text};
        PayoutRecord payout = samplePayout(u"draft-%1"_s.arg(i));
        payout.draft = canonicalBytes(draft);
        VERIFY_GOOD(m_transaction->insertPayout(payout));
        const auto read = m_transaction->payout(payout.id);
        VERIFY_GOOD(read);
        QVERIFY2(draftFromCanonicalBytes(read->draft).value() == draft, qPrintable(text));
    }
}

void TestNaughtyTexts::instructionsKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        InstructionRecord instruction = sampleInstruction(u"p1"_s);
        instruction.version = static_cast<int>(i) + 2;
        instruction.maker = m_texts[i];
        VERIFY_GOOD(m_transaction->insertInstruction(instruction));
        const auto read = m_transaction->instruction({u"p1"_s}, instruction.version);
        VERIFY_GOOD(read);
        compare(*read, instruction);
    }
}

/// The file's name and the document's number, the template's name, and what a field held before.
void TestNaughtyTexts::sourcesOfDraftsKeepThem()
{
    for (const QString &text : std::as_const(m_texts)) {
        DraftSource source;
        source.fields.insert(Field::purpose, {Origin::imported, text});
        source.file = ImportedFrom{.fileName = text,
                                   .fileSha256 = sha256Hex("file"),
                                   .row = 7,
                                   .documentNumber = text,
                                   .documentDate = u"2026-11-18"_s,
                                   .incomeCode = text,
                                   .priority = text,
                                   .uin = text};
        source.pattern = TakenFromTemplate{{u"t1"_s}, 1, text};
        QVERIFY2(draftSourceFromCanonicalBytes(canonicalBytes(source)) == source, qPrintable(text));
    }
}

void TestNaughtyTexts::attemptsAndCallsKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const QString id = u"a-%1"_s.arg(i);
        AttemptRecord attempt = sampleAttempt(id, u"p1"_s, static_cast<int>(i) + 2);
        attempt.standing = AttemptStanding::fenced; // one live attempt is there
        attempt.sessionId = u"%1-"_s.arg(i) + m_texts[i];
        attempt.bankPayoutId = m_texts[i];
        VERIFY_GOOD(m_transaction->insertAttempt(attempt));
        const auto ofSession = m_transaction->attemptOfSession(attempt.sessionId);
        VERIFY_GOOD(ofSession);
        QVERIFY(ofSession->has_value());
        compare(**ofSession, attempt);

        IntentRecord intent = sampleIntent(u"i-%1"_s.arg(i), id, u"p1"_s, CallKind::create);
        intent.idempotencyKey = u"%1-"_s.arg(i) + m_texts[i];
        VERIFY_GOOD(m_transaction->insertIntent(intent));
        compare(m_transaction->intent(intent.id).value(), intent);

        SendRecord send{.intent = intent.id, .startedAt = fromMilliseconds(1'000)};
        VERIFY_GOOD(m_transaction->insertSend(send));
        send.endedAt = fromMilliseconds(2'000);
        send.sendClass = SendClass::unknown;
        send.failureText = m_texts[i];
        VERIFY_GOOD(m_transaction->completeSend(send));
        QCOMPARE(m_transaction->sends(intent.id).value().constFirst().failureText, m_texts[i]);
    }
}

void TestNaughtyTexts::messagesKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        InboxRecord message;
        message.body = u"%1-"_s.arg(i).toUtf8() + m_texts[i].toUtf8();
        message.bodySha256 = sha256Hex(message.body);
        message.peer = message.keyFingerprint = m_texts[i];
        VERIFY_GOOD(m_transaction->insertInbox(message));
        const auto waiting = m_transaction->unprocessedInbox(10);
        VERIFY_GOOD(waiting);
        QCOMPARE(waiting->size(), 1);
        compare(waiting->constFirst(), message);
        VERIFY_GOOD(m_transaction->setInboxProcessed(message.id, true, m_texts[i]));
    }
    VERIFY_GOOD(m_transaction->commit());
    m_transaction.reset();
    QCOMPARE(hexOf(u"SELECT note AS text FROM inbox ORDER BY id"_s), hexOfTexts()); // no reader shows it
}

void TestNaughtyTexts::viewsAndLeasesKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const ViewRecord view{.viewSha256 = sha256Hex(QByteArray::number(i)),
                              .payout = {u"p1"_s},
                              .attempt = {u"a1"_s},
                              .bytes = m_texts[i].toUtf8(),
                              .user = m_texts[i]};
        VERIFY_GOOD(m_transaction->insertView(view));
        compare(m_transaction->view(view.viewSha256).value().value(), view);
        VERIFY_GOOD(m_transaction->takeLease(u"lease-%1"_s.arg(i), m_texts[i], fromMilliseconds(9'000)));
    }
    VERIFY_GOOD(m_transaction->commit());
    m_transaction.reset();
    QCOMPARE(hexOf(u"SELECT holder AS text FROM lease ORDER BY rowid"_s), hexOfTexts());
}

void TestNaughtyTexts::theAddressBookKeepsThem()
{
    const auto entryOf = [](const QString &id, int version, const QString &text) -> RecipientRecord {
        return {.id = {id},
                .version = version,
                .details = {.name = text, .inn = text, .kpp = text, .bik = id, .account = text, .note = text}};
    };
    QList<RecipientRecord> entries;
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const QString id = u"r-%1"_s.arg(i);
        VERIFY_GOOD(m_transaction->putRecipient(entryOf(id, 1, m_texts[i]), m_texts[i]));
        const QString &next = m_texts[(i + 1) % m_texts.size()];
        VERIFY_GOOD(m_transaction->putRecipient(entryOf(id, 2, next), next));
    }
    VERIFY_GOOD(m_transaction->commit());
    m_transaction.reset();
    SqliteReader reader(m_fixture->path());
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const QString id = u"r-%1"_s.arg(i);
        const QString &next = m_texts[(i + 1) % m_texts.size()];
        QVERIFY2(reader.recipient({id}).value() == entryOf(id, 2, next), qPrintable(next));
        const auto history = reader.recipientHistory({id});
        VERIFY_GOOD(history);
        QCOMPARE(history->size(), 2);
        QVERIFY2(history->first().details == entryOf(id, 1, m_texts[i]).details, qPrintable(m_texts[i]));
        QCOMPARE(history->first().user, m_texts[i]);
        QCOMPARE(history->last().user, next);
        const auto found = reader.recipients({.search = m_texts[i]});
        QVERIFY2(found.has_value(), qPrintable(m_texts[i] + faultOf(found)));
    }
}

void TestNaughtyTexts::templatesKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const QString &text = m_texts[i];
        const TemplateRecord record{.id = {u"t-%1"_s.arg(i)},
                                    .version = 1,
                                    .name = u"%1-"_s.arg(i) + text,
                                    .draft = {.recipientName = text, .amount = text, .purpose = text},
                                    .user = text};
        VERIFY_GOOD(m_transaction->putTemplate(record));
        QVERIFY2(m_transaction->paymentTemplate(record.id).value() == record, qPrintable(text));
        const auto ofName = m_transaction->templateOfName(record.name);
        VERIFY_GOOD(ofName);
        QVERIFY2(*ofName == record, qPrintable(text));
    }
}

void TestNaughtyTexts::importsKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const ImportRecord record{.id = {u"import-%1"_s.arg(i)},
                                  .fileName = m_texts[i],
                                  .fileSha256 = sha256Hex(QByteArray::number(i)),
                                  .count = 1,
                                  .totalKopecks = 100,
                                  .user = m_texts[i]};
        VERIFY_GOOD(m_transaction->insertImport(record));
        QVERIFY2(m_transaction->importOfFile(record.fileSha256).value() == record, qPrintable(m_texts[i]));
    }
}

void TestNaughtyTexts::actsOfPeopleKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const QString &text = m_texts[i];
        const int version = static_cast<int>(i) + 2;
        InstructionRecord instruction = sampleInstruction(u"p1"_s);
        instruction.version = version;
        VERIFY_GOOD(m_transaction->insertInstruction(instruction));
        const RecipientActRecord act{
            .payout = {u"p1"_s}, .version = version, .who = {text, text, text, text}, .user = text};
        VERIFY_GOOD(m_transaction->insertRecipientAct(act));
        QVERIFY2(m_transaction->recipientAct({u"p1"_s}, version).value() == act, qPrintable(text));
        const DuplicateActRecord duplicate{
            .payout = {u"p1"_s}, .version = version, .earlier = {u"p0"_s}, .earlierNumber = 3, .user = text};
        VERIFY_GOOD(m_transaction->insertDuplicateAct(duplicate));
        QVERIFY2(m_transaction->duplicateActs({u"p1"_s}, version).value() == QList{duplicate}, qPrintable(text));
    }
}

/// A line each, whatever the bank puts into a session's name.
void TestNaughtyTexts::theJournalKeepsThem()
{
    FileSendJournal journal(m_fixture->folder.filePath(u"journal"_s));
    QList<JournalEntry> entries;
    for (const QString &text : std::as_const(m_texts))
        entries += {.intent = {text},
                    .kind = CallKind::confirm,
                    .sessionId = text,
                    .bodySha256 = sha256Hex("body"),
                    .payout = {text},
                    .contentSha256 = sha256Hex("content"),
                    .retryOf = {}};
    VERIFY_GOOD(journal.append(entries));
    const auto read = FileSendJournal(m_fixture->folder.filePath(u"journal"_s)).entries();
    VERIFY_GOOD(read);
    QCOMPARE(read->size(), entries.size());
    for (qsizetype i = 0; i < entries.size(); ++i)
        QVERIFY2(read->at(i) == entries[i], qPrintable(m_texts[i]));
}

void TestNaughtyTexts::decisionsKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const QString &text = m_texts[i];
        DecisionRecord decision = sampleDecision(u"d-%1"_s.arg(i), u"a1"_s, u"p1"_s);
        decision.ticks = QStringList{text, u"other"_s, text};
        decision.user = decision.role = decision.reason = decision.authMethod = text;
        decision.nonce = u"%1-"_s.arg(i) + text;
        VERIFY_GOOD(m_transaction->insertDecision(decision));
        const auto read = m_transaction->decisions({u"a1"_s});
        VERIFY_GOOD(read);
        QCOMPARE(read->size(), 1);
        compare(read->constFirst(), decision);
        QCOMPARE(read->constFirst().ticks, decision.ticks);
        VERIFY_GOOD(m_transaction->voidDecisions({u"a1"_s}, text));
        QCOMPARE(m_transaction->decisions({u"a1"_s}).value().constFirst().voidReason, text);
        m_transaction.reset();
        m_transaction = m_fixture->begin();
    }
}

void TestNaughtyTexts::theBanksWordsKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        ObservationRecord seen;
        seen.sessionId = seen.sourceId = u"%1"_s.arg(i);
        seen.sessionStatus = seen.nextAction = seen.bankPayoutId = seen.payoutStatus = m_texts[i];
        seen.errorCode = seen.errorText = m_texts[i];
        seen.rawSha256 = sha256Hex(m_texts[i].toUtf8());
        VERIFY_GOOD(m_transaction->insertObservation(seen));
        const auto read = m_transaction->observations(seen.sessionId, 10);
        VERIFY_GOOD(read);
        QCOMPARE(read->size(), 1);
        compare(read->constFirst(), seen);
    }
}

void TestNaughtyTexts::alarmsAndFreezesKeepThem()
{
    for (const QString &text : std::as_const(m_texts)) {
        AlarmRecord alarm;
        alarm.sessionId = alarm.detail = text;
        VERIFY_GOOD(m_transaction->insertAlarm(alarm));
        const auto open = m_transaction->openAlarms();
        VERIFY_GOOD(open);
        QCOMPARE(open->size(), 1);
        compare(open->constFirst(), alarm);
        VERIFY_GOOD(m_transaction->closeAlarms({}));
        const FreezeRecord freeze{.frozen = true, .cause = text, .user = text, .reason = text};
        VERIFY_GOOD(m_transaction->insertFreeze(freeze));
        compare(m_transaction->freeze().value(), freeze);
    }
}

void TestNaughtyTexts::theHistoryKeepsThem()
{
    for (const QString &text : std::as_const(m_texts))
        VERIFY_GOOD(m_transaction->appendAudit(u"submitted"_s, {{u"payout"_s, u"p1"_s}, {u"user"_s, text}}));
    VERIFY_GOOD(m_transaction->commit());
    m_transaction.reset();
    VERIFY_GOOD(m_fixture->store->verifyAudit(0));
    SqliteReader reader(m_fixture->path());
    const auto dossier = reader.dossier({u"p1"_s});
    VERIFY_GOOD(dossier);
    QCOMPARE(dossier->history.size(), m_texts.size());
    for (qsizetype i = 0; i < m_texts.size(); ++i)
        QCOMPARE(dossier->history[i].details.value("user"_L1).toString(), m_texts[i]);
}

void TestNaughtyTexts::searchingForThemFindsNoMoreThanThere()
{
    VERIFY_GOOD(m_transaction->commit());
    m_transaction.reset();
    SqliteReader reader(m_fixture->path());
    for (const QString &text : std::as_const(m_texts)) {
        const auto page = reader.page({.search = text});
        QVERIFY2(page.has_value(), qPrintable(text + u": "_s + faultOf(page)));
        QVERIFY(page->total <= 1);
    }
}

QTEST_GUILESS_MAIN(TestNaughtyTexts)
#include "tst_naughtytexts.moc"
