#include "support/engineworld.h"

#include "payouts/templatebook.h"
#include "storage/sqlitereader.h"
#include "support/exampledraft.h"

#include <QJsonDocument>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

PayoutDraft rent()
{
    PayoutDraft draft = exampleDraft(u"3500,00"_s);
    draft.purpose = u"Аренда за [месяц]. [НДС]"_s;
    return draft;
}

} // namespace

/// Templates: saved, renamed, deleted, each with its audit entry; and what a draft made from one still needs.
class TemplatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<EngineWorld>();
        m_world->boot();
    }

    void keepsWhatIsAskedForAndNothingElse()
    {
        PayoutDraft draft = rent();
        noteOrigin(draft.source, {Field::account}, Origin::imported);
        draft.source.file = ImportedFrom{.fileName = u"1c.txt"_s, .row = 3};
        const auto saved = m_world->engine().saveTemplate({}, 0, u"  Аренда   офиса "_s, draft);
        VERIFY_DONE(saved);
        QCOMPARE(saved->name, u"Аренда офиса"_s);
        QCOMPARE(saved->version, 1);
        QVERIFY(saved->draft == rent());
        SqliteReader reader(m_world->storePath());
        QVERIFY(*reader.templates() == QList<TemplateRecord>{*saved});
    }

    void aNameIsNeededAndBelongsToOne_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("empty") << u"  "_s << ErrorCode::notValid;
        QTest::addRow("long") << QString(81, u'Я') << ErrorCode::notValid;
        QTest::addRow("invisible") << u"Аренда\u200B"_s << ErrorCode::notValid;
        QTest::addRow("taken") << u"Аренда"_s << ErrorCode::storeConflict;
        QTest::addRow("taken, other letters") << u"аРЕНДА"_s << ErrorCode::storeConflict;
    }

    void aNameIsNeededAndBelongsToOne()
    {
        QFETCH(QString, name);
        QFETCH(ErrorCode, code);
        VERIFY_DONE(m_world->engine().saveTemplate({}, 0, u"Аренда"_s, rent()));
        const auto refused = m_world->engine().saveTemplate({}, 0, name, rent());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
    }

    void isRenamedRewrittenAndDeleted()
    {
        Engine &engine = m_world->engine();
        const auto first = engine.saveTemplate({}, 0, u"Аренда"_s, rent());
        VERIFY_DONE(first);
        QCOMPARE(engine.saveTemplate(first->id, 1, u"Аренда"_s, rent()).error().code, ErrorCode::emptyValue);
        const auto second = engine.saveTemplate(first->id, 1, u"аренда офиса"_s, rent());
        VERIFY_DONE(second);
        QCOMPARE(second->version, 2);
        QCOMPARE(engine.saveTemplate(first->id, 1, u"Другая"_s, rent()).error().code, ErrorCode::wrongState);
        QCOMPARE(engine.removeTemplate(first->id, 1).error().code, ErrorCode::wrongState);
        VERIFY_DONE(engine.removeTemplate(first->id, 2));
        QCOMPARE(engine.removeTemplate(first->id, 2).error().code, ErrorCode::notFound);
        QVERIFY(SqliteReader(m_world->storePath()).templates()->isEmpty());
        VERIFY_DONE(engine.saveTemplate({}, 0, u"Аренда офиса"_s, rent())); // the name is free again
        QCOMPARE(audited(),
                 (QStringList{u"templateSaved"_s, u"templateSaved"_s, u"templateDeleted"_s, u"templateSaved"_s}));
    }

    void aDraftSaysFromWhichTemplateItCame()
    {
        const auto saved = m_world->engine().saveTemplate({}, 0, u"Аренда"_s, rent());
        VERIFY_DONE(saved);
        const PayoutDraft draft = draftFromTemplate(*saved, QDate(2026, 11, 22), u"3500,00"_s);
        QCOMPARE(draft.purpose, u"Аренда за ноябрь 2026. В том числе НДС 22% - 631-15 руб."_s);
        QVERIFY(draft.source.pattern == (TakenFromTemplate{saved->id, 1, u"Аренда"_s}));
        for (const Field field : {Field::senderAccount, Field::recipientName, Field::inn, Field::kpp, Field::bik,
                                  Field::account, Field::amount, Field::purpose})
            QVERIFY(draft.source.originOf(field) == Origin::pattern);
        const PayoutDraft other = draftFromTemplate(*saved, QDate(2026, 11, 22), u"100,00"_s);
        QVERIFY(other.source.originOf(Field::amount) == Origin::typed);
        QVERIFY(draftSourceFromCanonicalBytes(canonicalBytes(draft.source)) == draft.source);
    }

    /// A template vouches for nobody: whoever changed the account in it would otherwise have changed every payout.
    void aDraftFromATemplateStillNeedsItsAct()
    {
        const auto saved = m_world->engine().saveTemplate({}, 0, u"Аренда"_s, rent());
        VERIFY_DONE(saved);
        const PayoutDraft draft = draftFromTemplate(*saved, QDate(2026, 11, 22), u"3500,00"_s);
        const auto id = m_world->engine().saveDraft({}, draft);
        VERIFY_DONE(id);
        const auto refused = m_world->engine().sendForChecking(*id, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::recipientNotAcknowledged);
        VERIFY_DONE(
            m_world->engine().sendForChecking(*id, {.recipient = identityOf(draft), .typedDigits = u"900256"_s}));
    }

private:
    QStringList audited()
    {
        Connection connection(m_world->storePath(), Connection::Mode::read);
        const auto entries = connection.select("auditFrom"_L1, {0, 1000}, readAudit);
        QStringList words;
        for (const AuditRecord &entry : *entries) {
            const QString what = QJsonDocument::fromJson(entry.body).object().value(u"what").toString();
            if (what.startsWith(u"template")) words += what;
        }
        return words;
    }

    std::unique_ptr<EngineWorld> m_world;
};

QTEST_GUILESS_MAIN(TemplatesTest)
#include "tst_templates.moc"
