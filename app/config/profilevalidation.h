#pragma once

#include "config/profile.h"

namespace countersign {

enum class ProfileField {
    name,
    operatorName,
    companyName,
    companyInn,
    companyKpp,
    accounts, ///< the list as a whole
    accountNumber,
    accountBik,
    bankUrl,
    projectId,
    keyFile,
    submerchant,
    bankPublicKeyFiles,
    comparedBankKeys, ///< whether the bank's keys were compared with the bank
    automaticConfirmation,
    serverKeyPins,
    callsAtOnce,
    webhookAddress,
    webhookPort,
    webhookPath,
    webhookCertificateFile,
    webhookKeyFile,
    webhookAllowedPeers,
    webhookConnections,
    webhookConnectionsPerPeer,
    webhookRequestsPerSecond,
    limitPerPayout,
    limitPerDay,
    limitNewRecipient,
    hours,
    backupFolder,
};

enum class ProfileProblem {
    missing,        ///< must be filled for this profile
    malformed,      ///< filled, but not of the field's form
    doubled,        ///< the same entry stands earlier in the list
    notAllowed,     ///< filled, but has no place here (KPP of a sole proprietor, port 0 outside practice)
    needsHttps,     ///< demo and live talk through TLS only
    needsLoopback,  ///< the practice bank runs on this computer: 127.0.0.1, ::1 or localhost
    notTheLiveBank, ///< a live profile names a host that is not the bank's live server (bank131-api.md 2.1)
    isTheLiveBank,  ///< a demo profile names the bank's live server
    onlyOne,        ///< a second entry is needed beside it (pins: the bank changes its key one day)
    moreThanPerDay, ///< one payout may be larger than all of a day
};

struct ProfileFinding
{
    ProfileField field = ProfileField::name;
    ProfileProblem problem = ProfileProblem::missing;
    qsizetype index = -1; ///< which entry of a list; -1: not in a list

    friend bool operator==(const ProfileFinding &, const ProfileFinding &) = default;
};

/// A pin as it is compared: 64 lower-case hexadecimal digits; colons and spaces in `text` do not count. Empty: it is
/// none.
[[nodiscard]] QString normalizedPin(const QString &text);

/// What keeps a profile from being used, in the order of the assistant's pages; empty: nothing. Looks at the settings
/// only: files are not opened, names are not looked up.
[[nodiscard]] QList<ProfileFinding> validateProfile(const Profile &profile);

} // namespace countersign
