#include "support/engineworld.h"

#include "payouts/addressbook.h"
#include "payouts/recipientbook.h"
#include "storage/sqlitereader.h"

#include <QJsonDocument>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

RecipientDetails pier()
{
    return {.name = u"ООО \"Ясный Причал\""_s,
            .inn = u"7701991200"_s,
            .kpp = u"770101001"_s,
            .bik = u"044525593"_s,
            .account = u"40702810400009900256"_s,
            .note = u"Аренда"_s};
}

} // namespace

/// The address book: every change is a version that stays, with who and when, and stands in the audit chain.
class AddressBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<EngineWorld>();
        m_world->boot();
    }

    void anEntryIsKeptTidied()
    {
        RecipientDetails typed = pier();
        typed.name = u"  ООО  \"Ясный Причал\" "_s;
        typed.account = u"4070 2810 4000 0990 0256"_s;
        const auto saved = m_world->engine().saveRecipient({}, 0, typed);
        VERIFY_DONE(saved);
        QCOMPARE(saved->version, 1);
        QVERIFY(saved->details == pier());
    }

    void whatIsNotWellFormedIsRefused_data()
    {
        QTest::addColumn<RecipientDetails>("details");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *field, const std::function<void(RecipientDetails &)> &spoil) {
            RecipientDetails details = pier();
            spoil(details);
            QTest::addRow("%s", name) << details << QString::fromLatin1(field);
        };
        row("no name", "recipientName", [](RecipientDetails &d) { d.name = u"  "_s; });
        row("long name", "recipientName", [](RecipientDetails &d) { d.name = QString(161, u'Я'); });
        row("invisible", "recipientName", [](RecipientDetails &d) { d.name += u"\u200B"_s; });
        row("no account", "account", [](RecipientDetails &d) { d.account.clear(); });
        row("a digit short", "account", [](RecipientDetails &d) { d.account.chop(1); });
        row("no BIK", "bik", [](RecipientDetails &d) { d.bik.clear(); });
        row("INN of nine", "inn", [](RecipientDetails &d) { d.inn.chop(1); });
        row("KPP of eight", "kpp", [](RecipientDetails &d) { d.kpp.chop(1); });
        row("long note", "whole", [](RecipientDetails &d) { d.note = QString(501, u'x'); });
        row("all at once", "recipientName,inn,kpp,bik,account,whole",
            [](RecipientDetails &d) { d = {u"\u200B"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"\u200B"_s}; });
        row("nothing at all", "recipientName,bik,account", [](RecipientDetails &d) { d = {}; });
    }

    void whatIsNotWellFormedIsRefused()
    {
        QFETCH(RecipientDetails, details);
        QFETCH(QString, field);
        const auto refused = m_world->engine().saveRecipient({}, 0, details);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::notValid);
        QCOMPARE(refused.error().detail, field);
    }

    void changesAreVersionsThatStay()
    {
        const auto first = m_world->engine().saveRecipient({}, 0, pier());
        VERIFY_DONE(first);
        RecipientDetails moved = pier();
        moved.account = u"40702810700009900257"_s;
        const auto second = m_world->engine().saveRecipient(first->id, 1, moved);
        VERIFY_DONE(second);
        QCOMPARE(second->version, 2);
        VERIFY_DONE(m_world->engine().retireRecipient(first->id, 2));
        SqliteReader reader(m_world->storePath());
        const auto history = reader.recipientHistory(first->id);
        VERIFY_DONE(history);
        QCOMPARE(history->size(), 3);
        QVERIFY(history->at(0).details == pier());
        QVERIFY(history->at(1).details == moved);
        QVERIFY(history->at(2).retired);
        QCOMPARE(history->at(2).user, m_world->settings.operatorName);
        QCOMPARE(auditedWords(), (QStringList{u"recipientSaved"_s, u"recipientSaved"_s, u"recipientRetired"_s}));
        QVERIFY(m_world->store().verifyAudit(0).has_value());
    }

    void whoIsLateIsTold()
    {
        const auto first = m_world->engine().saveRecipient({}, 0, pier());
        VERIFY_DONE(first);
        RecipientDetails changed = pier();
        changed.note = u"Новый договор"_s;
        VERIFY_DONE(m_world->engine().saveRecipient(first->id, 1, changed));
        changed.note = u"Другое"_s;
        QCOMPARE(m_world->engine().saveRecipient(first->id, 1, changed).error().code, ErrorCode::wrongState);
        QCOMPARE(m_world->engine().retireRecipient(first->id, 1).error().code, ErrorCode::wrongState);
        VERIFY_DONE(m_world->engine().retireRecipient(first->id, 2));
        QCOMPARE(m_world->engine().saveRecipient(first->id, 3, pier()).error().code, ErrorCode::wrongState);
        QCOMPARE(m_world->engine().retireRecipient({u"nobody"_s}, 1).error().code, ErrorCode::notFound);
    }

    void oneEntryForOneAccount()
    {
        VERIFY_DONE(m_world->engine().saveRecipient({}, 0, pier()));
        RecipientDetails other = pier();
        other.name = u"ООО Другие"_s;
        QCOMPARE(m_world->engine().saveRecipient({}, 0, other).error().code, ErrorCode::storeConflict);
    }

    void theBookIsAskedForAccountAndInn()
    {
        VERIFY_DONE(m_world->engine().saveRecipient({}, 0, pier()));
        RecipientDetails second = pier();
        second.account = u"40702810700009900257"_s;
        VERIFY_DONE(m_world->engine().saveRecipient({}, 0, second));
        RecipientDetails other = pier();
        other.inn = u"7707083893"_s;
        other.account = u"40702810000009900258"_s;
        other.note = u"не 7701991200"_s; // speaks of an INN that is not theirs
        VERIFY_DONE(m_world->engine().saveRecipient({}, 0, other));
        SqliteReader reader(m_world->storePath());
        const auto asked = [&reader](const QString &inn, const QString &account) {
            const auto entries = entriesOf(reader, {u"Имя"_s, inn, u"044525593"_s, account});
            QStringList accounts;
            for (const RecipientRecord &entry : entries.value_or(QList<RecipientRecord>()))
                accounts += entry.details.account.right(3);
            accounts.sort();
            return accounts;
        };
        QCOMPARE(asked(u"7701991200"_s, u"40702810900000000666"_s), (QStringList{u"256"_s, u"257"_s}));
        QCOMPARE(asked(u"7701991200"_s, second.account), (QStringList{u"256"_s, u"257"_s}));
        QCOMPARE(asked({}, second.account), (QStringList{u"257"_s}));
        QCOMPARE(asked({}, u"40702810900000000666"_s), QStringList());
    }

    void theBookDoesNotVouchForAnAccount()
    {
        const auto entry = m_world->engine().saveRecipient({}, 0, pier());
        VERIFY_DONE(entry);
        const PayoutDraft draft = withRecipient(EngineWorld::draft(), *entry);
        QCOMPARE(draft.source.book->version, 1);
        QVERIFY(draft.source.originOf(Field::account) == Origin::book);
        QVERIFY(draft.source.originOf(Field::amount) == Origin::typed);
        const auto id = m_world->engine().saveDraft({}, draft);
        VERIFY_DONE(id);
        QCOMPARE(m_world->engine().sendForChecking(*id).error().code, ErrorCode::recipientNotAcknowledged);
    }

private:
    QStringList auditedWords()
    {
        Connection connection(m_world->storePath(), Connection::Mode::read);
        const auto entries = connection.select("auditFrom"_L1, {0, 1000}, readAudit);
        QStringList words;
        for (const AuditRecord &entry : *entries) {
            const QString what = QJsonDocument::fromJson(entry.body).object().value(u"what").toString();
            if (what.startsWith(u"recipient")) words += what;
        }
        return words;
    }

    std::unique_ptr<EngineWorld> m_world;
};

QTEST_GUILESS_MAIN(AddressBookTest)
#include "tst_addressbook.moc"
