#include "config/profilejson.h"

#include "config/settingsreader.h"

#include <QJsonDocument>

#include <limits>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

// In the order of their enums; the words are kept for ever.
const QStringList &environmentWords()
{
    static const QStringList words{u"practice"_s, u"demo"_s, u"live"_s};
    return words;
}

const QStringList &automaticConfirmationWords()
{
    static const QStringList words{u"unknown"_s, u"off"_s, u"on"_s};
    return words;
}

const QStringList &rhythmWords()
{
    static const QStringList words{u"off"_s, u"daily"_s, u"weekly"_s};
    return words;
}

const QString &hoursFormat()
{
    static const QString format = u"HH:mm"_s;
    return format;
}

/// What is as it usually is stays out of the file.
void putTexts(QJsonObject &object, const QString &key, const QStringList &texts)
{
    if (!texts.isEmpty()) object.insert(key, QJsonArray::fromStringList(texts));
}

void putText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty()) object.insert(key, text);
}

void putNumber(QJsonObject &object, const QString &key, int number, int usual)
{
    if (number != usual) object.insert(key, number);
}

int readNumber(SettingsReader &reader, const QString &key, int most, int usual)
{
    return reader.has(key) ? static_cast<int>(reader.integer(key, 1, most)) : usual;
}

QJsonArray accountsToJson(const QList<SettlementAccount> &accounts)
{
    QJsonArray array;
    for (const SettlementAccount &account : accounts) {
        array.append(QJsonObject{{u"number"_s, account.number}, {u"bik"_s, account.bik}, {u"title"_s, account.title}});
    }
    return array;
}

QList<SettlementAccount> readAccounts(SettingsReader &profile)
{
    QList<SettlementAccount> accounts;
    QList<SettingsReader> readers = profile.objects(u"accounts"_s);
    for (SettingsReader &reader : readers) {
        accounts.append({reader.text(u"number"_s), reader.text(u"bik"_s), reader.text(u"title"_s)});
        reader.finish();
    }
    return accounts;
}

QJsonObject bankToJson(const Profile &profile)
{
    QJsonObject bank{
        {u"url"_s, profile.bankUrl.toString(QUrl::FullyEncoded)},
        {u"project_id"_s, profile.projectId},
        {u"key_file"_s, profile.keyFile},
        {u"bank_public_key_files"_s, QJsonArray::fromStringList(profile.bankPublicKeyFiles)},
        {u"extra_certificate_file"_s, profile.extraCertificateFile},
        {u"send_idempotency_key"_s, profile.sendIdempotencyKey},
        {u"automatic_confirmation"_s,
         automaticConfirmationWords().at(static_cast<qsizetype>(profile.automaticConfirmation))},
    };
    putText(bank, u"submerchant"_s, profile.submerchant);
    putText(bank, u"key_fingerprint"_s, profile.keyFingerprint);
    putTexts(bank, u"compared_bank_keys"_s, profile.comparedBankKeys);
    putTexts(bank, u"server_key_pins"_s, profile.serverKeyPins);
    putNumber(bank, u"calls_at_once"_s, profile.callsAtOnce, Profile().callsAtOnce);
    return bank;
}

void readBank(SettingsReader reader, Profile &profile)
{
    const QString url = reader.text(u"url"_s);
    profile.bankUrl = QUrl(url, QUrl::StrictMode);
    if (!url.isEmpty() && !profile.bankUrl.isValid()) reader.fault(u"url"_s);
    profile.projectId = reader.text(u"project_id"_s);
    profile.keyFile = reader.text(u"key_file"_s);
    profile.bankPublicKeyFiles = reader.texts(u"bank_public_key_files"_s);
    profile.extraCertificateFile = reader.text(u"extra_certificate_file"_s);
    profile.sendIdempotencyKey = reader.flag(u"send_idempotency_key"_s);
    profile.automaticConfirmation =
        static_cast<AutomaticConfirmation>(reader.word(u"automatic_confirmation"_s, automaticConfirmationWords()));
    if (reader.has(u"submerchant"_s)) profile.submerchant = reader.text(u"submerchant"_s);
    if (reader.has(u"key_fingerprint"_s)) profile.keyFingerprint = reader.text(u"key_fingerprint"_s);
    if (reader.has(u"compared_bank_keys"_s)) profile.comparedBankKeys = reader.texts(u"compared_bank_keys"_s);
    if (reader.has(u"server_key_pins"_s)) profile.serverKeyPins = reader.texts(u"server_key_pins"_s);
    profile.callsAtOnce = readNumber(reader, u"calls_at_once"_s, mostCallsAtOnce, profile.callsAtOnce);
    reader.finish();
}

QJsonObject companyToJson(const Profile &profile)
{
    return {{u"name"_s, profile.companyName}, {u"inn"_s, profile.companyInn}, {u"kpp"_s, profile.companyKpp}};
}

void readCompany(SettingsReader reader, Profile &profile)
{
    profile.companyName = reader.text(u"name"_s);
    profile.companyInn = reader.text(u"inn"_s);
    profile.companyKpp = reader.text(u"kpp"_s);
    reader.finish();
}

QJsonObject webhookToJson(const WebhookSettings &webhook)
{
    QJsonObject object{
        {u"enabled"_s, webhook.enabled},
        {u"listen_address"_s, webhook.listenAddress},
        {u"port"_s, webhook.port},
        {u"path"_s, webhook.path},
        {u"certificate_file"_s, webhook.certificateFile},
        {u"key_file"_s, webhook.keyFile},
    };
    const WebhookSettings usual;
    putTexts(object, u"allowed_peers"_s, webhook.allowedPeers);
    putNumber(object, u"connections"_s, webhook.connections, usual.connections);
    putNumber(object, u"connections_per_peer"_s, webhook.connectionsPerPeer, usual.connectionsPerPeer);
    putNumber(object, u"requests_per_second"_s, webhook.requestsPerSecond, usual.requestsPerSecond);
    return object;
}

WebhookSettings readWebhook(SettingsReader reader)
{
    WebhookSettings webhook;
    webhook.enabled = reader.flag(u"enabled"_s);
    webhook.listenAddress = reader.text(u"listen_address"_s);
    webhook.port = static_cast<quint16>(reader.integer(u"port"_s, 0, std::numeric_limits<quint16>::max()));
    webhook.path = reader.text(u"path"_s);
    webhook.certificateFile = reader.text(u"certificate_file"_s);
    webhook.keyFile = reader.text(u"key_file"_s);
    if (reader.has(u"allowed_peers"_s)) webhook.allowedPeers = reader.texts(u"allowed_peers"_s);
    webhook.connections = readNumber(reader, u"connections"_s, mostWebhookConnections, webhook.connections);
    webhook.connectionsPerPeer =
        readNumber(reader, u"connections_per_peer"_s, mostWebhookConnections, webhook.connectionsPerPeer);
    webhook.requestsPerSecond =
        readNumber(reader, u"requests_per_second"_s, mostWebhookRequests, webhook.requestsPerSecond);
    reader.finish();
    return webhook;
}

QJsonObject limitsToJson(const PayoutLimits &limits)
{
    QJsonObject object;
    const auto put = [&object](const QString &key, const std::optional<Money> &limit) {
        if (limit) object.insert(key, limit->kopecks());
    };
    put(u"per_payout_kopecks"_s, limits.perPayout);
    put(u"per_day_kopecks"_s, limits.perDay);
    put(u"new_recipient_kopecks"_s, limits.newRecipient);
    return object;
}

PayoutLimits readLimits(SettingsReader reader)
{
    const auto limit = [&reader](const QString &key) -> std::optional<Money> {
        if (!reader.has(key)) return {};
        return Money::fromKopecks(reader.integer(key, 0, std::numeric_limits<qint64>::max()));
    };
    const PayoutLimits limits{limit(u"per_payout_kopecks"_s), limit(u"per_day_kopecks"_s),
                              limit(u"new_recipient_kopecks"_s)};
    reader.finish();
    return limits;
}

QTime readTime(SettingsReader &reader, const QString &key)
{
    const QTime time = QTime::fromString(reader.text(key), hoursFormat());
    if (!time.isValid()) reader.fault(key);
    return time;
}

PaymentHours readHours(SettingsReader reader)
{
    const PaymentHours hours{readTime(reader, u"from"_s), readTime(reader, u"to"_s)};
    reader.finish();
    return hours;
}

QJsonObject backupToJson(const BackupSettings &backup)
{
    return {{u"rhythm"_s, rhythmWords().at(static_cast<qsizetype>(backup.rhythm))},
            {u"folder"_s, backup.folder},
            {u"at"_s, backup.at.toString(hoursFormat())},
            {u"weekday"_s, backup.weekday},
            {u"keep"_s, backup.keep}};
}

BackupSettings readBackup(SettingsReader reader)
{
    BackupSettings backup;
    backup.rhythm = static_cast<BackupRhythm>(reader.word(u"rhythm"_s, rhythmWords()));
    backup.folder = reader.text(u"folder"_s);
    backup.at = readTime(reader, u"at"_s);
    backup.weekday = static_cast<int>(reader.integer(u"weekday"_s, Qt::Monday, Qt::Sunday));
    backup.keep = static_cast<int>(reader.integer(u"keep"_s, 1, mostKeptBackups));
    reader.finish();
    return backup;
}

} // namespace

QByteArray toJson(const Profile &profile)
{
    QJsonObject root{
        {u"version"_s, profileFileVersion},
        {u"name"_s, profile.name},
        {u"environment"_s, environmentWords().at(static_cast<qsizetype>(profile.environment))},
        {u"operator_name"_s, profile.operatorName},
        {u"company"_s, companyToJson(profile)},
        {u"accounts"_s, accountsToJson(profile.accounts)},
        {u"bank"_s, bankToJson(profile)},
        {u"webhook"_s, webhookToJson(profile.webhook)},
        {u"drop_folder"_s, profile.dropFolder},
        {u"limits"_s, limitsToJson(profile.limits)},
        {u"directory_file"_s, profile.directoryFile},
    };
    if (profile.hours) {
        root.insert(u"hours"_s, QJsonObject{{u"from"_s, profile.hours->from.toString(hoursFormat())},
                                            {u"to"_s, profile.hours->to.toString(hoursFormat())}});
    }
    if (profile.backup != BackupSettings()) root.insert(u"backup"_s, backupToJson(profile.backup));
    return QJsonDocument(root).toJson();
}

Result<Profile> profileFromJson(const QByteArray &json)
{
    auto object = parseSettings(json);
    if (!object) return std::unexpected(object.error());
    SettingsReader reader(std::move(*object));
    reader.integer(u"version"_s, profileFileVersion, profileFileVersion);
    Profile profile;
    profile.name = reader.text(u"name"_s);
    profile.environment = static_cast<Environment>(reader.word(u"environment"_s, environmentWords()));
    profile.operatorName = reader.text(u"operator_name"_s);
    readCompany(reader.object(u"company"_s), profile);
    profile.accounts = readAccounts(reader);
    readBank(reader.object(u"bank"_s), profile);
    profile.webhook = readWebhook(reader.object(u"webhook"_s));
    profile.dropFolder = reader.text(u"drop_folder"_s);
    profile.limits = readLimits(reader.object(u"limits"_s));
    if (reader.has(u"hours"_s)) profile.hours = readHours(reader.object(u"hours"_s));
    if (reader.has(u"backup"_s)) profile.backup = readBackup(reader.object(u"backup"_s));
    profile.directoryFile = reader.text(u"directory_file"_s);
    reader.finish();
    if (const auto result = reader.result(); !result) return std::unexpected(result.error());
    return profile;
}

} // namespace countersign
