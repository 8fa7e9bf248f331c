#pragma once

#include "domain/money.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTime>
#include <QUrl>

#include <optional>

namespace countersign {

/// The three kinds of profile (design.md section 1).
enum class Environment {
    practice, ///< the practice bank on this computer
    demo,     ///< the bank's test stand
    live,     ///< real money
};

/// How many requests may be on their way at once: the bank names no limit, so the range is ours.
inline constexpr int mostCallsAtOnce = 32;
/// Above what the receiver was measured with there is nothing to be had.
inline constexpr int mostWebhookConnections = 10'000;
inline constexpr int mostWebhookRequests = 10'000;

/// What the bank answered to "is automatic confirmation on for our project?" (payout-lifecycle.md F1).
enum class AutomaticConfirmation { unknown, off, on };

/// Texts in a profile are what a person typed: validateProfile() says whether they can be used.
struct SettlementAccount
{
    QString number; ///< 20 digits
    QString bik;    ///< 9 digits
    QString title;  ///< the company's own word for it; may be empty

    friend bool operator==(const SettlementAccount &, const SettlementAccount &) = default;
};

/// The receiver for the bank's webhooks; off unless set (threat-model.md W5).
struct WebhookSettings
{
    bool enabled = false;
    QString listenAddress = QStringLiteral("127.0.0.1");
    quint16 port = 8131; ///< 0: any free one; practice profiles only
    QString path = QStringLiteral("/webhook");
    QString certificateFile; ///< both files empty: plain HTTP, for use behind a proxy of the company's
    QString keyFile;
    QStringList allowedPeers;       ///< addresses and networks ("192.0.2.0/24") that may connect; empty: everybody
    int connections = 1'300;        ///< at once; beyond, closed unanswered
    int connectionsPerPeer = 1'300; ///< to be lowered where no proxy stands in front
    int requestsPerSecond = 2'000;  ///< of all peers; beyond: the bank is asked to send again later

    friend bool operator==(const WebhookSettings &, const WebhookSettings &) = default;
};

/// Without a value: no limit of that kind. A live profile needs the first two (threat-model.md section 6).
struct PayoutLimits
{
    std::optional<Money> perPayout;
    std::optional<Money> perDay;
    std::optional<Money> newRecipient; ///< for a recipient that was never paid before

    friend bool operator==(const PayoutLimits &, const PayoutLimits &) = default;
};

/// Moscow time of day in which payouts may leave; whole minutes.
struct PaymentHours
{
    QTime from;
    QTime to; ///< the first minute after

    friend bool operator==(const PaymentHours &, const PaymentHours &) = default;
};

enum class BackupRhythm { off, daily, weekly };

inline constexpr int mostKeptBackups = 1'000;

/// Backups that are made without anybody asking.
struct BackupSettings
{
    BackupRhythm rhythm = BackupRhythm::off;
    QString folder;       ///< absolute; best on another disk
    QTime at{18, 0};      ///< by this computer's clock; whole minutes
    int weekday = 5;      ///< of a weekly one; 1 is Monday
    int keep = 14;        ///< how many of them stay; those made by hand are never removed

    friend bool operator==(const BackupSettings &, const BackupSettings &) = default;
};

/// All settings of one profile. A file name that is not absolute counts from the profile's own folder
/// (ProfilePaths::resolved). Polling has no setting: it is always on (design.md section 4).
struct Profile
{
    QString name; ///< as ProfileStore::checkName wants it
    Environment environment = Environment::practice;
    QString operatorName; ///< who sits here; goes into decisions and the audit record

    QString companyName;
    QString companyInn;
    QString companyKpp; ///< empty for a sole proprietor
    QList<SettlementAccount> accounts;

    QUrl bankUrl; ///< scheme, host and port only: "https://demo.bank131.ru"
    QString projectId;
    QString submerchant; ///< X-PARTNER-SUBMERCHANT (bank131-api.md 2.2); empty, as nearly always: not sent
    QString keyFile;
    QString keyFingerprint; ///< of its public key, as it was when the key was chosen ("a1:9f:…"); empty: not known
    QStringList bankPublicKeyFiles;
    /// Fingerprints of those bank keys that a person has compared with the bank by telephone (threat-model.md Y3).
    QStringList comparedBankKeys;
    /// SHA-256 of the public keys that the bank's server may show in its certificate, 64 hexadecimal digits each; none:
    /// every certificate that passes the usual checks will do (threat-model.md N1).
    QStringList serverKeyPins;
    QString extraCertificateFile; ///< a CA to trust besides the system's: practice bank, company proxy; or empty
    bool sendIdempotencyKey = false;
    int callsAtOnce = 8; ///< requests that move payouts, each of another payout
    AutomaticConfirmation automaticConfirmation = AutomaticConfirmation::unknown;

    WebhookSettings webhook;
    QString dropFolder; ///< watched for webhooks that a web server of the company's wrote; empty: not used
    PayoutLimits limits;
    std::optional<PaymentHours> hours; ///< without a value: any time
    BackupSettings backup;
    QString directoryFile;             ///< BIK directory (ED807); empty: none

    [[nodiscard]] bool isLive() const { return environment == Environment::live; }
    friend bool operator==(const Profile &, const Profile &) = default;
};

/// A profile as the setup assistant begins it: the environment's known address and, when live, the default hours.
[[nodiscard]] Profile newProfile(const QString &name, Environment environment);

} // namespace countersign
