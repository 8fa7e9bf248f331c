#include "ui/settings/profilewords.h"

#include "ui/models/errorwords.h"
#include "ui/models/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::ui {

namespace {

struct ProfileWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::ProfileWords)
};

QString missingSentence(ProfileField field)
{
    switch (field) {
    case ProfileField::name:
        return ProfileWords::tr("Give the profile a name.");
    case ProfileField::operatorName:
        return ProfileWords::tr("Enter who sits here. The name stands under every decision.");
    case ProfileField::companyName:
        return ProfileWords::tr("Enter the company's name.");
    case ProfileField::companyInn:
        return ProfileWords::tr("Enter the company's INN.");
    case ProfileField::companyKpp:
        return ProfileWords::tr("Enter the KPP: a company with an INN of 10 digits has one.");
    case ProfileField::accounts:
        return ProfileWords::tr("Enter at least one settlement account.");
    case ProfileField::accountNumber:
        return ProfileWords::tr("Enter the account number.");
    case ProfileField::accountBik:
        return ProfileWords::tr("Enter the BIK.");
    case ProfileField::bankUrl:
        return ProfileWords::tr("Enter the bank's address.");
    case ProfileField::projectId:
        return ProfileWords::tr("Enter the project id that the bank gave you.");
    case ProfileField::keyFile:
        return ProfileWords::tr("Create a signing key or open the one you have.");
    case ProfileField::bankPublicKeyFiles:
        return ProfileWords::tr("Choose the bank's public key: without it no webhook can be believed.");
    case ProfileField::comparedBankKeys:
        return ProfileWords::tr("Compare the fingerprint of the bank's public key with the bank by phone.");
    case ProfileField::automaticConfirmation:
        return ProfileWords::tr("Ask your manager at the bank whether automatic confirmation is off for your project, "
                                "then enter the answer.");
    case ProfileField::submerchant:
        return ProfileWords::tr("Enter the payer's identifier.");
    case ProfileField::serverKeyPins:
        return ProfileWords::tr("Enter the fingerprint of the server's key.");
    case ProfileField::callsAtOnce:
    case ProfileField::webhookConnections:
    case ProfileField::webhookConnectionsPerPeer:
    case ProfileField::webhookRequestsPerSecond:
        return ProfileWords::tr("Enter a number.");
    case ProfileField::webhookAllowedPeers:
        return ProfileWords::tr("Enter the addresses that may connect.");
    case ProfileField::webhookAddress:
        return ProfileWords::tr("Enter the address of this computer to listen on.");
    case ProfileField::webhookPort:
        return ProfileWords::tr("Enter the port.");
    case ProfileField::webhookPath:
        return ProfileWords::tr("Enter the path.");
    case ProfileField::webhookCertificateFile:
        return ProfileWords::tr("Choose the certificate that belongs to the key.");
    case ProfileField::webhookKeyFile:
        return ProfileWords::tr("Choose the key that belongs to the certificate.");
    case ProfileField::limitPerPayout:
        return ProfileWords::tr("Enter a limit for one payout: a live profile needs one.");
    case ProfileField::limitPerDay:
        return ProfileWords::tr("Enter a limit for one day: a live profile needs one.");
    case ProfileField::limitNewRecipient:
        return ProfileWords::tr("Enter a limit for new recipients.");
    case ProfileField::backupFolder:
        return ProfileWords::tr("Choose the folder for the backups.");
    case ProfileField::hours:
        return ProfileWords::tr("Set the hours in which payouts may leave: a live profile needs them.");
    }
    return {};
}

QString malformedSentence(ProfileField field)
{
    switch (field) {
    case ProfileField::name:
        return ProfileWords::tr(
            "Use 1 to 40 small Latin letters, digits, “-” and “_”, and begin with a letter or digit.");
    case ProfileField::operatorName:
    case ProfileField::companyName:
        return ProfileWords::tr("This can't be used as a name. Correct it.");
    case ProfileField::companyInn:
        return ProfileWords::tr("An INN has 10 digits, or 12 for a sole proprietor, and does not begin with 00.");
    case ProfileField::companyKpp:
        return ProfileWords::tr("A KPP has 9 characters: digits, and digits or Latin letters in places 5 and 6.");
    case ProfileField::accounts:
        return ProfileWords::tr("Correct the settlement accounts.");
    case ProfileField::accountNumber:
        return ProfileWords::tr("An account number has 20 digits.");
    case ProfileField::accountBik:
        return ProfileWords::tr("A BIK has 9 digits.");
    case ProfileField::bankUrl:
        return ProfileWords::tr("Enter only the beginning of the address, such as https://demo.bank131.ru.");
    case ProfileField::projectId:
        return ProfileWords::tr("The project id holds Latin letters, digits and signs without spaces. Copy it again.");
    case ProfileField::keyFile:
    case ProfileField::bankPublicKeyFiles:
    case ProfileField::comparedBankKeys:
    case ProfileField::webhookCertificateFile:
    case ProfileField::webhookKeyFile:
        return ProfileWords::tr("This file can't be used. Choose another one.");
    case ProfileField::automaticConfirmation:
        return ProfileWords::tr("Choose one of the answers.");
    case ProfileField::submerchant:
        return ProfileWords::tr("The payer's identifier holds Latin letters, digits and signs without spaces. Copy it "
                                "again.");
    case ProfileField::serverKeyPins:
        return ProfileWords::tr("A fingerprint of a server's key has 64 digits from 0 to 9 and A to F, one fingerprint "
                                "a line.");
    case ProfileField::callsAtOnce:
    case ProfileField::webhookConnections:
    case ProfileField::webhookConnectionsPerPeer:
    case ProfileField::webhookRequestsPerSecond:
        return ProfileWords::tr("This number is too small or too large. Correct it.");
    case ProfileField::webhookAllowedPeers:
        return ProfileWords::tr("Enter IP addresses or networks, such as 192.0.2.7 or 192.0.2.0/24, one a line.");
    case ProfileField::webhookAddress:
        return ProfileWords::tr("Enter an IP address, such as 127.0.0.1 or 192.168.1.10.");
    case ProfileField::webhookPort:
        return ProfileWords::tr("A port is a number from 1 to 65535.");
    case ProfileField::webhookPath:
        return ProfileWords::tr("A path begins with “/” and holds Latin letters, digits and the signs . _ ~ - only.");
    case ProfileField::limitPerPayout:
    case ProfileField::limitPerDay:
    case ProfileField::limitNewRecipient:
        return ProfileWords::tr("Enter an amount above zero.");
    case ProfileField::backupFolder:
        return ProfileWords::tr("Enter the whole name of the folder, beginning with the disk.");
    case ProfileField::hours:
        return ProfileWords::tr("The hours must begin before they end.");
    }
    return {};
}

QString notAllowedSentence(ProfileField field)
{
    if (field == ProfileField::companyKpp)
        return ProfileWords::tr("A sole proprietor has no KPP. Leave it empty or correct the INN.");
    if (field == ProfileField::webhookPort)
        return ProfileWords::tr("Port 0 is for practice only. Enter the port that the bank's webhooks are sent to.");
    if (field == ProfileField::automaticConfirmation)
        return ProfileWords::tr("Ask the bank to switch automatic confirmation off: while it is on, money leaves as "
                                "soon as a payout is sent, and the review comes too late.");
    return ProfileWords::tr("This value is not permitted here. Choose another one.");
}

} // namespace

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::practice:
        return ProfileWords::tr("Practice");
    case Environment::demo:
        return ProfileWords::tr("Demo");
    case Environment::live:
        return ProfileWords::tr("Live");
    }
    return {};
}

QString findingSentence(const ProfileFinding &finding)
{
    switch (finding.problem) {
    case ProfileProblem::missing:
        return missingSentence(finding.field);
    case ProfileProblem::malformed:
        return malformedSentence(finding.field);
    case ProfileProblem::doubled:
        return ProfileWords::tr("The same entry stands further up. Remove one of them.");
    case ProfileProblem::notAllowed:
        return notAllowedSentence(finding.field);
    case ProfileProblem::needsHttps:
        return ProfileWords::tr("The address must begin with https://: the bank is asked through TLS only.");
    case ProfileProblem::needsLoopback:
        return ProfileWords::tr("The practice bank runs on this computer: its address is 127.0.0.1, ::1 or localhost.");
    case ProfileProblem::notTheLiveBank:
        return ProfileWords::tr("This is not the bank's live server. Correct the address or make a demo profile.");
    case ProfileProblem::isTheLiveBank:
        return ProfileWords::tr("This is the bank's live server, which moves real money. Correct the address or make a "
                                "live profile.");
    case ProfileProblem::onlyOne:
        return ProfileWords::tr("Enter a second fingerprint as well, of the key that the bank will use next: with one "
                                "alone the bank can't be reached any more when it changes its key.");
    case ProfileProblem::moreThanPerDay:
        return ProfileWords::tr("One payout may not be larger than all of a day. Correct one of the two limits.");
    }
    return {};
}

QString ratingSentence(PasswordRating rating)
{
    switch (rating) {
    case PasswordRating::tooShort:
        return ProfileWords::tr("Too short: a password has at least 12 characters.");
    case PasswordRating::weak:
        return ProfileWords::tr("Weak: repeated or running characters are easy to guess. Mix in others.");
    case PasswordRating::acceptable:
        return ProfileWords::tr("Good enough. A few more words make it strong.");
    case PasswordRating::strong:
        return ProfileWords::tr("Strong.");
    }
    return {};
}

bool mayProtect(PasswordRating rating)
{
    return rating == PasswordRating::acceptable || rating == PasswordRating::strong;
}

QString bankKeySentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::keyFileDamaged:
        return ProfileWords::tr("This key file is damaged. Ask the bank for its public key again.");
    case ErrorCode::notAKeyFile:
        return ProfileWords::tr("This file holds no public key: it is empty, or something else, such as a letter or a "
                                "certificate. Choose the PEM file with the bank's public key.");
    case ErrorCode::keyTooShort:
        return ProfileWords::tr("This can't be the bank's key: it is shorter than 2048 bits. Ask the bank.");
    case ErrorCode::keyWeak:
        return ProfileWords::tr("This can't be the bank's key: it is not safe to use. Ask the bank.");
    case ErrorCode::keyTypeWrong:
        return ProfileWords::tr("This can't be the bank's key: it is not an RSA key. Ask the bank.");
    default:
        return errorSentence(error);
    }
}

QString automaticConfirmationWords(AutomaticConfirmation answer)
{
    switch (answer) {
    case AutomaticConfirmation::unknown:
        return ProfileWords::tr("Not asked yet");
    case AutomaticConfirmation::off:
        return ProfileWords::tr("It is off: the bank waits for our confirmation");
    case AutomaticConfirmation::on:
        return ProfileWords::tr("It is on: the bank pays without our confirmation");
    }
    return {};
}

QString fingerprintLines(const QString &fingerprint)
{
    constexpr qsizetype group = 4;
    constexpr qsizetype line = 32;
    const QString digits = visibleText(fingerprint).remove(u':').toUpper();
    QString shown;
    for (qsizetype i = 0; i < digits.size(); i += group) {
        if (i > 0) shown += i % line == 0 ? u'\n' : u' ';
        shown += digits.sliced(i, std::min(group, digits.size() - i));
    }
    return shown;
}

QString stepName(ConnectionFinding::Step step)
{
    switch (step) {
    case ConnectionFinding::Step::nameLookup:
        return ProfileWords::tr("Name lookup");
    case ConnectionFinding::Step::connection:
        return ProfileWords::tr("Connection");
    case ConnectionFinding::Step::tls:
        return ProfileWords::tr("Certificate (TLS)");
    case ConnectionFinding::Step::project:
        return ProfileWords::tr("Project");
    case ConnectionFinding::Step::signature:
        return ProfileWords::tr("Signature");
    }
    return {};
}

QString outcomeWord(ConnectionFinding::Outcome outcome)
{
    switch (outcome) {
    case ConnectionFinding::Outcome::works:
        return ProfileWords::tr("works");
    case ConnectionFinding::Outcome::fails:
        return ProfileWords::tr("fails");
    case ConnectionFinding::Outcome::notNeeded:
        return ProfileWords::tr("not needed");
    case ConnectionFinding::Outcome::notTried:
        return ProfileWords::tr("not tried");
    case ConnectionFinding::Outcome::unclear:
        return ProfileWords::tr("unclear");
    }
    return {};
}

QString stepRemedy(const ConnectionFinding &finding)
{
    if (finding.outcome == ConnectionFinding::Outcome::unclear)
        return ProfileWords::tr("The bank's answer tells neither yes nor no. Try again; if it stays so, ask the bank.");
    if (finding.outcome != ConnectionFinding::Outcome::fails) return {};
    switch (finding.step) {
    case ConnectionFinding::Step::nameLookup:
        return ProfileWords::tr(
            "The bank's name has no address here. Check the spelling of the address and whether this "
            "computer is connected to the network.");
    case ConnectionFinding::Step::connection:
        return ProfileWords::tr("Nothing answers at this address. For practice, start the practice bank; otherwise ask "
                                "your administrator whether a firewall or proxy stands in the way.");
    case ConnectionFinding::Step::tls:
        // OpenSSL's word for an answer that is not TLS at all.
        if (finding.detail.contains(u"wrong version number")) {
            return ProfileWords::tr("This address speaks plain http, not https. For the practice bank, enter it with "
                                    "http://; the real bank is never asked that way: compare its address and port.");
        }
        if (finding.detail.startsWith(u"server key")) {
            return ProfileWords::tr("The server shows another key than those that the settings name under “Advanced”, "
                                    "so nothing was sent. Ask the bank whether it has changed its key; if it has not, "
                                    "somebody stands between you and the bank.");
        }
        return ProfileWords::tr(
            "The certificate can't be trusted, so nothing was sent. If your company inspects connections, or this is a "
            "practice bank of your own, enter its certificate under “Extra certificate”; otherwise tell the bank.");
    case ConnectionFinding::Step::project:
        return ProfileWords::tr("The bank does not let this project in. Compare the project id with the bank's letter, "
                                "and ask whether the bank admits your network address.");
    case ConnectionFinding::Step::signature:
        return ProfileWords::tr("The bank does not accept the signature. Send it your public key, ask whether it has "
                                "been enrolled for this project, and compare the fingerprints by phone.");
    }
    return {};
}

} // namespace countersign::ui
