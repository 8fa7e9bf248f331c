#include "ui/settings/profilewords.h"

#include "ui/models/errorwords.h"
#include "ui/models/visibletext.h"

#include <QCoreApplication>

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
    case ProfileField::webhookCertificateFile:
    case ProfileField::webhookKeyFile:
        return ProfileWords::tr("This file can't be used. Choose another one.");
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
    if (error.code == ErrorCode::keyFileDamaged)
        return ProfileWords::tr("This file is damaged or holds no key. Ask the bank for its public key again.");
    if (error.code == ErrorCode::keyTooShort || error.code == ErrorCode::keyWeak ||
        error.code == ErrorCode::keyTypeWrong)
        return ProfileWords::tr(
            "This can't be the bank's key: it is too short, weak or of another kind. Ask the bank.");
    return errorSentence(error);
}

QString fingerprintLines(const QString &fingerprint)
{
    constexpr qsizetype half = 48; // 16 bytes with their colons
    const QString shown = visibleText(fingerprint);
    return shown.size() > half ? shown.first(half) + u'\n' + shown.sliced(half) : shown;
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
        return ProfileWords::tr(
            "The certificate can't be trusted, so nothing was sent. If your company inspects "
            "connections, enter its certificate under “Extra certificate”; otherwise tell the bank.");
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
