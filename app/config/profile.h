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
    QString keyFile;
    QStringList bankPublicKeyFiles;
    QString extraCertificateFile; ///< a CA to trust besides the system's: practice bank, company proxy; or empty
    bool sendIdempotencyKey = false;
    AutomaticConfirmation automaticConfirmation = AutomaticConfirmation::unknown;

    WebhookSettings webhook;
    QString dropFolder; ///< watched for webhooks that a web server of the company's wrote; empty: not used
    PayoutLimits limits;
    std::optional<PaymentHours> hours; ///< without a value: any time
    QString directoryFile;             ///< BIK directory (ED807); empty: none

    [[nodiscard]] bool isLive() const { return environment == Environment::live; }
    friend bool operator==(const Profile &, const Profile &) = default;
};

/// A profile as the setup assistant begins it: the environment's known address and, when live, the default hours.
[[nodiscard]] Profile newProfile(const QString &name, Environment environment);

} // namespace countersign
