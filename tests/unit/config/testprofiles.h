#pragma once

#include "config/profile.h"

namespace countersign::testprofiles {

/// Usable as it is: validateProfile() finds nothing in it. Every setting differs from its default.
[[nodiscard]] inline Profile liveProfile()
{
    Profile profile = newProfile(QStringLiteral("main-account"), Environment::live);
    profile.operatorName = QStringLiteral("Анна Петрова");
    profile.companyName = QStringLiteral("ООО \"Ромашка\"");
    profile.companyInn = QStringLiteral("7707083893");
    profile.companyKpp = QStringLiteral("770701001");
    profile.accounts = {{QStringLiteral("40702810500000012345"), QStringLiteral("049205131"), QStringLiteral("Main")},
                        {QStringLiteral("40702810800000012346"), QStringLiteral("049205131"), QString()}};
    profile.projectId = QStringLiteral("romashka_rko");
    profile.keyFile = QStringLiteral("keys/signing-key.pem");
    profile.bankPublicKeyFiles = {QStringLiteral("keys/bank-1.pem"), QStringLiteral("keys/bank-2.pem")};
    profile.extraCertificateFile = QStringLiteral("/etc/company/proxy-ca.pem");
    profile.sendIdempotencyKey = true;
    profile.submerchant = QStringLiteral("payer-7");
    profile.keyFingerprint = QStringLiteral("a1:9f");
    profile.comparedBankKeys = {QStringLiteral("b2:00"), QStringLiteral("c3:01")};
    profile.serverKeyPins = {QString(64, QLatin1Char('a')), QString(64, QLatin1Char('b'))};
    profile.callsAtOnce = 3;
    profile.automaticConfirmation = AutomaticConfirmation::off;
    profile.webhook = {true,
                       QStringLiteral("0.0.0.0"),
                       8443,
                       QStringLiteral("/bank131/in"),
                       QStringLiteral("keys/tls.crt"),
                       QStringLiteral("keys/tls.key"),
                       {QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8::7")},
                       200,
                       20,
                       500};
    profile.dropFolder = QStringLiteral("drop");
    profile.limits = {Money::fromKopecks(100'000'00), Money::fromKopecks(1'000'000'00),
                      Money::fromKopecks(9007199254740993)};
    profile.hours = PaymentHours{QTime(9, 30), QTime(18, 0)};
    profile.directoryFile = QStringLiteral("ed807.zip");
    return profile;
}

[[nodiscard]] inline Profile practiceProfile()
{
    Profile profile = liveProfile();
    profile.name = QStringLiteral("practice");
    profile.environment = Environment::practice;
    profile.bankUrl = QUrl(QStringLiteral("http://127.0.0.1:8131"));
    profile.webhook = {};
    profile.limits = {};
    profile.hours.reset();
    return profile;
}

} // namespace countersign::testprofiles
