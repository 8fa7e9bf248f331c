#include "backup/backupmanifest.h"
#include "unit/storage/storefixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

BackupManifest sample()
{
    const QByteArray digest(64, 'a');
    BackupManifest manifest{.contents = {.made = fromMilliseconds(1'700'000'000'000),
                                         .program = u"0.1.0"_s,
                                         .profile = u"main"_s,
                                         .environment = Environment::live,
                                         .projectId = u"p"_s,
                                         .storeVersion = 7,
                                         .payouts = 3,
                                         .auditEntries = 9,
                                         .auditHead = digest,
                                         .lastEntry = fromMilliseconds(1'690'000'000'000),
                                         .journalEntries = 4,
                                         .handedOver = true,
                                         .missing = {u"ca.pem"_s}},
                            .parts = {}};
    for (const QString &name : {u"store.sqlite"_s, u"sends.journal"_s, u"profile.json"_s, u"keys/signing.pem"_s})
        manifest.parts.append({name, 10, digest});
    return manifest;
}

using Change = std::function<void(QJsonObject &)>;

Change set(const QString &key, const QJsonValue &value)
{
    return [=](QJsonObject &root) { root.insert(key, value); };
}

Change nameFirstPart(const QString &name)
{
    return [=](QJsonObject &root) {
        QJsonArray parts = root.value(u"parts").toArray();
        parts.append(QJsonObject{{u"name"_s, name}, {u"bytes"_s, 1}, {u"sha256"_s, QString(64, u'a')}});
        root.insert(u"parts"_s, parts);
    };
}

} // namespace

class TestBackupManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const BackupManifest manifest = sample();
        const auto read = manifestFromJson(toJson(manifest));
        VERIFY_GOOD(read);
        QVERIFY(*read == manifest);
    }

    void whatIsNotOneIsRefused_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<ErrorCode>("code");
        const auto damaged = [](const char *name, const Change &change) {
            QTest::addRow("%s", name) << change << ErrorCode::backupDamaged;
        };
        QTest::addRow("a later format") << set(u"format"_s, 2) << ErrorCode::storeNewer;
        damaged("no format", [](QJsonObject &root) { root.remove(u"format"_s); });
        damaged("something more", set(u"more"_s, 1));
        damaged("a profile that is a path", set(u"profile"_s, u"../main"_s));
        damaged("another kind of profile", set(u"environment"_s, u"production"_s));
        damaged("a digest that is none", set(u"audit_head"_s, u"abc"_s));
        damaged("fewer than no payouts", set(u"payouts"_s, -1));
        damaged("no parts", set(u"parts"_s, QJsonArray()));
        for (const char *name : {"../evil", "/etc/passwd", "keys/../evil", "keys/a/b", "other/a", "", "manifest.json",
                                 ".hidden", "keys/.hidden", "C:evil", "a\\b", "con:", "имя"})
            damaged(name[0] == 0 ? "a part without a name" : name, nameFirstPart(QString::fromUtf8(name)));
    }
    void whatIsNotOneIsRefused()
    {
        QFETCH(Change, change);
        QFETCH(ErrorCode, code);
        QJsonObject root = QJsonDocument::fromJson(toJson(sample())).object();
        change(root);
        QCOMPARE(codeOf(manifestFromJson(QJsonDocument(root).toJson())), errorCodeName(code));
    }

    void bytesThatAreNoJsonAreRefused()
    {
        const QByteArray whole = toJson(sample());
        for (qsizetype length = 0; length < whole.size() - 1; length += 7)
            COMPARE_CODE(manifestFromJson(whole.first(length)), backupDamaged);
    }
};

QTEST_GUILESS_MAIN(TestBackupManifest)
#include "tst_backupmanifest.moc"
