#include "config/profilevalidation.h"

#include "config/profilestore.h"
#include "config/settingsreader.h"
#include "domain/requisites.h"

#include <QDir>
#include <QRegularExpression>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

using enum ProfileProblem;
using Findings = QList<ProfileFinding>;

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

void need(const QString &text, ProfileField field, Findings &findings)
{
    if (isBlank(text)) findings.append({field, missing});
}

/// Filled, and of a kind that the settings keep.
void needName(const QString &text, ProfileField field, Findings &findings)
{
    need(text, field, findings);
    if (!isBlank(text) && !isSettingsText(text)) findings.append({field, malformed});
}

void checkCompany(const Profile &profile, Findings &findings)
{
    needName(profile.companyName, ProfileField::companyName, findings);
    need(profile.companyInn, ProfileField::companyInn, findings);
    const auto inn = Inn::parse(profile.companyInn);
    if (!isBlank(profile.companyInn) && !inn) findings.append({ProfileField::companyInn, malformed});

    const bool hasKpp = !isBlank(profile.companyKpp);
    if (inn && !inn->isPerson() && !hasKpp) findings.append({ProfileField::companyKpp, missing});
    if (inn && inn->isPerson() && hasKpp)
        findings.append({ProfileField::companyKpp, ProfileProblem::notAllowed});
    else if (hasKpp && !Kpp::parse(profile.companyKpp)) // said at once, whatever is wrong with the INN
        findings.append({ProfileField::companyKpp, malformed});
}

void checkAccounts(const QList<SettlementAccount> &accounts, Findings &findings)
{
    if (accounts.isEmpty()) findings.append({ProfileField::accounts, missing});
    QStringList seen;
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        const auto number = AccountNumber::parse(accounts[i].number);
        if (!number) findings.append({ProfileField::accountNumber, malformed, i});
        if (!Bik::parse(accounts[i].bik)) findings.append({ProfileField::accountBik, malformed, i});
        if (!isSettingsText(accounts[i].title)) findings.append({ProfileField::accounts, malformed, i});
        if (number && seen.contains(number->text())) findings.append({ProfileField::accountNumber, doubled, i});
        if (number) seen.append(number->text());
    }
}

bool isLoopback(const QString &host)
{
    static const QRegularExpression loopback(u"^(localhost|::1|127(\\.[0-9]{1,3}){3})$"_s);
    return loopback.match(host).hasMatch();
}

/// The other servers of the bank's domain that bank131-api.md 2.1 names: none of them moves this program's money.
bool isOtherServerOfTheBank(const QString &host)
{
    static const QStringList others{u"demo.bank131.ru"_s, u"proxy-stage.bank131.ru"_s, u"kyc.bank131.ru"_s,
                                    u"kyc-stage.bank131.ru"_s};
    return others.contains(host);
}

bool isLiveServer(const QString &host)
{
    return host.endsWith(u".bank131.ru"_s) && !isOtherServerOfTheBank(host);
}

bool isBareAddress(const QUrl &url)
{
    const bool webScheme = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return url.isValid() && webScheme && !url.host().isEmpty() && !url.host().endsWith(u'.') &&
           url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment() &&
           (url.path().isEmpty() || url.path() == "/"_L1);
}

void checkBankUrl(const Profile &profile, Findings &findings)
{
    const QUrl &url = profile.bankUrl;
    const auto found = [&findings](ProfileProblem problem) { findings.append({ProfileField::bankUrl, problem}); };
    if (url.isEmpty()) return found(missing);
    if (!isBareAddress(url)) return found(malformed);
    if (profile.environment != Environment::practice && url.scheme() != "https"_L1) found(needsHttps);
    switch (profile.environment) {
    case Environment::practice:
        if (!isLoopback(url.host())) found(needsLoopback);
        return;
    case Environment::demo:
        if (isLiveServer(url.host())) found(isTheLiveBank);
        return;
    case Environment::live:
        if (!isLiveServer(url.host())) found(notTheLiveBank);
        return;
    }
}

void checkKeys(const Profile &profile, Findings &findings)
{
    need(profile.projectId, ProfileField::projectId, findings);
    static const QRegularExpression headerSafe(u"^[!-~]+$"_s);
    if (!isBlank(profile.projectId) && !headerSafe.match(profile.projectId).hasMatch())
        findings.append({ProfileField::projectId, malformed});
    need(profile.keyFile, ProfileField::keyFile, findings);

    if (!profile.submerchant.isEmpty() && !headerSafe.match(profile.submerchant).hasMatch())
        findings.append({ProfileField::submerchant, malformed});

    const bool takesWebhooks = profile.webhook.enabled || !profile.dropFolder.isEmpty();
    if (takesWebhooks && profile.bankPublicKeyFiles.isEmpty())
        findings.append({ProfileField::bankPublicKeyFiles, missing});
    for (qsizetype i = 0; i < profile.bankPublicKeyFiles.size(); ++i) {
        if (isBlank(profile.bankPublicKeyFiles[i])) findings.append({ProfileField::bankPublicKeyFiles, missing, i});
        if (profile.bankPublicKeyFiles.indexOf(profile.bankPublicKeyFiles[i]) != i)
            findings.append({ProfileField::bankPublicKeyFiles, doubled, i});
    }
}

/// Money must wait for our confirmation: on a live profile the bank has been asked, and said so (payout-lifecycle.md
/// F1).
void checkAutomaticConfirmation(const Profile &profile, Findings &findings)
{
    if (!profile.isLive() || profile.automaticConfirmation == AutomaticConfirmation::off) return;
    const bool asked = profile.automaticConfirmation != AutomaticConfirmation::unknown;
    findings.append({ProfileField::automaticConfirmation, asked ? ProfileProblem::notAllowed : missing});
}

void checkPins(const QStringList &pins, Findings &findings)
{
    QStringList seen;
    for (qsizetype i = 0; i < pins.size(); ++i) {
        const QString pin = normalizedPin(pins[i]);
        if (pin.isEmpty()) findings.append({ProfileField::serverKeyPins, malformed, i});
        if (!pin.isEmpty() && seen.contains(pin)) findings.append({ProfileField::serverKeyPins, doubled, i});
        seen.append(pin);
    }
    if (pins.size() == 1) findings.append({ProfileField::serverKeyPins, onlyOne});
}

void checkRange(int value, int most, ProfileField field, Findings &findings)
{
    if (value < 1 || value > most) findings.append({field, malformed});
}

/// Rough for IPv6: whether it can be listened on shows when it is tried.
bool isIpAddress(const QString &text)
{
    static const QRegularExpression four(u"^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}$"_s);
    static const QRegularExpression six(u"^(?=.*:.*:)[0-9a-fA-F:.]{2,45}$"_s);
    return four.match(text).hasMatch() || six.match(text).hasMatch();
}

bool isPeer(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0) return isIpAddress(text);
    const QString address = text.first(slash);
    bool isNumber = false;
    const int prefix = text.sliced(slash + 1).toInt(&isNumber);
    return isIpAddress(address) && isNumber && prefix >= 0 && prefix <= (address.contains(u':') ? 128 : 32);
}

void checkPeers(const WebhookSettings &webhook, Findings &findings)
{
    for (qsizetype i = 0; i < webhook.allowedPeers.size(); ++i) {
        if (!isPeer(webhook.allowedPeers[i])) findings.append({ProfileField::webhookAllowedPeers, malformed, i});
    }
    checkRange(webhook.connections, mostWebhookConnections, ProfileField::webhookConnections, findings);
    checkRange(webhook.connectionsPerPeer, mostWebhookConnections, ProfileField::webhookConnectionsPerPeer, findings);
    checkRange(webhook.requestsPerSecond, mostWebhookRequests, ProfileField::webhookRequestsPerSecond, findings);
}

void checkWebhook(const Profile &profile, Findings &findings)
{
    const WebhookSettings &webhook = profile.webhook;
    if (!webhook.enabled) return;
    if (!isIpAddress(webhook.listenAddress))
        findings.append({ProfileField::webhookAddress, webhook.listenAddress.isEmpty() ? missing : malformed});
    if (webhook.port == 0 && profile.environment != Environment::practice)
        findings.append({ProfileField::webhookPort, ProfileProblem::notAllowed});
    static const QRegularExpression path(u"^/[A-Za-z0-9._~/-]*$"_s);
    if (!path.match(webhook.path).hasMatch()) findings.append({ProfileField::webhookPath, malformed});
    if (webhook.certificateFile.isEmpty() != webhook.keyFile.isEmpty()) {
        findings.append(
            {webhook.keyFile.isEmpty() ? ProfileField::webhookKeyFile : ProfileField::webhookCertificateFile, missing});
    }
    checkPeers(webhook, findings);
}

void checkLimit(const std::optional<Money> &limit, bool needed, ProfileField field, Findings &findings)
{
    if (!limit && needed) findings.append({field, missing});
    if (limit && *limit <= Money()) findings.append({field, malformed});
}

void checkLimits(const Profile &profile, Findings &findings)
{
    const PayoutLimits &limits = profile.limits;
    checkLimit(limits.perPayout, profile.isLive(), ProfileField::limitPerPayout, findings);
    checkLimit(limits.perDay, profile.isLive(), ProfileField::limitPerDay, findings);
    checkLimit(limits.newRecipient, false, ProfileField::limitNewRecipient, findings);
    if (limits.perPayout && limits.perDay && *limits.perPayout > *limits.perDay)
        findings.append({ProfileField::limitPerPayout, moreThanPerDay});

    if (!profile.hours && profile.isLive()) findings.append({ProfileField::hours, missing});
    if (profile.hours && !(profile.hours->from.isValid() && profile.hours->from < profile.hours->to))
        findings.append({ProfileField::hours, malformed});
}

void checkBackup(const BackupSettings &backup, Findings &findings)
{
    if (backup.rhythm == BackupRhythm::off) return;
    if (backup.folder.isEmpty())
        findings.append({ProfileField::backupFolder, missing});
    else if (!QDir::isAbsolutePath(backup.folder))
        findings.append({ProfileField::backupFolder, malformed});
}

} // namespace

QString normalizedPin(const QString &text)
{
    static const QRegularExpression separators(u"[\\s:]"_s);
    static const QRegularExpression pin(u"^[0-9a-f]{64}$"_s);
    const QString digits = QString(text).remove(separators).toLower();
    return pin.match(digits).hasMatch() ? digits : QString();
}

QList<ProfileFinding> validateProfile(const Profile &profile)
{
    Findings findings;
    if (!ProfileStore::checkName(profile.name))
        findings.append({ProfileField::name, profile.name.isEmpty() ? missing : malformed});
    needName(profile.operatorName, ProfileField::operatorName, findings);
    checkCompany(profile, findings);
    checkAccounts(profile.accounts, findings);
    checkBankUrl(profile, findings);
    checkKeys(profile, findings);
    checkAutomaticConfirmation(profile, findings);
    checkPins(profile.serverKeyPins, findings);
    checkRange(profile.callsAtOnce, mostCallsAtOnce, ProfileField::callsAtOnce, findings);
    checkWebhook(profile, findings);
    checkLimits(profile, findings);
    checkBackup(profile.backup, findings);
    return findings;
}

} // namespace countersign
