#include "backup/backupmanifest.h"

#include "config/profilestore.h"
#include "config/settingsreader.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr int formatVersion = 1;
constexpr qint64 most = std::numeric_limits<qint64>::max();

const QStringList &environmentWords()
{
    static const QStringList words{u"practice"_s, u"demo"_s, u"live"_s};
    return words;
}

/// "store.sqlite", "keys/signing.pem": at most one folder deep, and nothing that a file system reads as something else.
bool isPartName(const QString &name)
{
    static const QRegularExpression pattern(u"^((keys|files|directory)/)?[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$"_s);
    return pattern.match(name).hasMatch() && name != backupparts::manifest;
}

bool isSha256(const QString &text)
{
    static const QRegularExpression pattern(u"^[0-9a-f]{64}$"_s);
    return pattern.match(text).hasMatch();
}

Instant readMoment(SettingsReader &reader, const QString &key)
{
    return fromMilliseconds(reader.integer(key, 0, most));
}

QByteArray readSha256(SettingsReader &reader, const QString &key)
{
    const QString text = reader.text(key);
    if (!isSha256(text)) reader.fault(key);
    return text.toLatin1();
}

QList<BackupPart> readParts(SettingsReader &root)
{
    QList<BackupPart> parts;
    QList<SettingsReader> readers = root.objects(u"parts"_s);
    for (SettingsReader &reader : readers) {
        BackupPart part{.name = reader.text(u"name"_s), .bytes = reader.integer(u"bytes"_s, 0, most), .sha256 = {}};
        part.sha256 = readSha256(reader, u"sha256"_s);
        if (!isPartName(part.name)) reader.fault(u"name"_s);
        reader.finish();
        parts.append(part);
    }
    return parts;
}

BackupContents readContents(SettingsReader &root)
{
    BackupContents contents;
    contents.made = readMoment(root, u"made"_s);
    contents.program = root.text(u"program"_s);
    contents.profile = root.text(u"profile"_s);
    if (!ProfileStore::checkName(contents.profile)) root.fault(u"profile"_s);
    contents.environment = static_cast<Environment>(root.word(u"environment"_s, environmentWords()));
    contents.projectId = root.text(u"project_id"_s);
    contents.storeVersion = static_cast<int>(root.integer(u"store_version"_s, 1, std::numeric_limits<int>::max()));
    contents.payouts = root.integer(u"payouts"_s, 0, most);
    contents.auditEntries = root.integer(u"audit_entries"_s, 0, most);
    contents.auditHead = readSha256(root, u"audit_head"_s);
    if (root.has(u"last_entry"_s)) contents.lastEntry = readMoment(root, u"last_entry"_s);
    contents.journalEntries = root.integer(u"journal_entries"_s, 0, most);
    contents.handedOver = root.flag(u"handed_over"_s);
    contents.missing = root.texts(u"missing"_s);
    return contents;
}

} // namespace

const BackupPart *BackupManifest::part(const QString &name) const
{
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const BackupPart &part) { return part.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

QByteArray toJson(const BackupManifest &manifest)
{
    const BackupContents &contents = manifest.contents;
    QJsonArray parts;
    for (const BackupPart &part : manifest.parts) {
        parts.append(QJsonObject{
            {u"name"_s, part.name}, {u"bytes"_s, part.bytes}, {u"sha256"_s, QString::fromLatin1(part.sha256)}});
    }
    QJsonObject root{{u"format"_s, formatVersion},
                     {u"made"_s, toMilliseconds(contents.made)},
                     {u"program"_s, contents.program},
                     {u"profile"_s, contents.profile},
                     {u"environment"_s, environmentWords().at(static_cast<qsizetype>(contents.environment))},
                     {u"project_id"_s, contents.projectId},
                     {u"store_version"_s, contents.storeVersion},
                     {u"payouts"_s, contents.payouts},
                     {u"audit_entries"_s, contents.auditEntries},
                     {u"audit_head"_s, QString::fromLatin1(contents.auditHead)},
                     {u"journal_entries"_s, contents.journalEntries},
                     {u"handed_over"_s, contents.handedOver},
                     {u"missing"_s, QJsonArray::fromStringList(contents.missing)},
                     {u"parts"_s, parts}};
    if (contents.lastEntry) root.insert(u"last_entry"_s, toMilliseconds(*contents.lastEntry));
    return QJsonDocument(root).toJson();
}

Result<BackupManifest> manifestFromJson(const QByteArray &json)
{
    auto object = parseSettings(json);
    if (!object) return fail(ErrorCode::backupDamaged, object.error().detail);
    const qint64 format = object->value(u"format").toInteger();
    if (format > formatVersion) return fail(ErrorCode::storeNewer, u"backup format %1"_s.arg(format));
    SettingsReader reader(std::move(*object));
    reader.integer(u"format"_s, formatVersion, formatVersion);
    BackupManifest manifest;
    manifest.contents = readContents(reader);
    manifest.parts = readParts(reader);
    reader.finish();
    if (const auto result = reader.result(); !result) return fail(ErrorCode::backupDamaged, result.error().detail);
    for (const QString &needed : {backupparts::store, backupparts::journal, backupparts::settings}) {
        if (!manifest.part(needed)) return fail(ErrorCode::backupDamaged, needed);
    }
    return manifest;
}

} // namespace countersign
