#include "ui/models/errorwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::ErrorWords)
};

struct Sentence
{
    ErrorCode code;
    const char *text;
};

// gateRefused is not here: its sentence is the guard's; paidAgainBefore names a number. journalUnread and backupForeign
// have one for each detail.
constexpr Sentence sentences[] = {
    {ErrorCode::emptyValue,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "Nothing was entered. Fill in the field.")},
    {ErrorCode::wrongLength,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "The value is too short or too long. Correct it.")},
    {ErrorCode::wrongCharacter,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The value holds a character that does not belong there. Correct it.")},
    {ErrorCode::wrongFormat,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "The value is not written as it should be. Correct it.")},
    {ErrorCode::outOfRange,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "The number is too small or too large. Correct it.")},
    {ErrorCode::wrongCheckDigit, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                                                   "A check digit does not fit. Compare the value with the document.")},
    {ErrorCode::notAllowed,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "This value is not permitted here. Choose another one.")},
    {ErrorCode::malformedJson,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The bank's message can't be read. It is kept as it came; ask the bank about it.")},
    {ErrorCode::duplicateKey,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The bank's message can't be read. It is kept as it came; ask the bank about it.")},
    {ErrorCode::missingMember,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The bank's message lacks something that it must hold. It is kept; ask the bank about it.")},
    {ErrorCode::unexpectedValue,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The bank's message holds a value that can't be used. It is kept; ask the bank about it.")},
    {ErrorCode::signatureInvalid,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The signature does not fit the message, so nothing in it is believed.")},
    {ErrorCode::networkFailed, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                                                 "The bank could not be reached. Check the connection and try again.")},
    {ErrorCode::refusedByBank, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "The bank refused the request.")},
    {ErrorCode::keyFileUnreadable,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The key file can't be opened. Check where it is and whether you may read it.")},
    {ErrorCode::keyFileDamaged,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "The key file is damaged. Take the backup copy.")},
    {ErrorCode::notAKeyFile,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "This is not a key file: it is empty, or holds something else, such as a letter or a "
                       "certificate. Choose the PEM file with the key.")},
    {ErrorCode::keyPasswordNeeded,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "The key is protected. Enter its password.")},
    {ErrorCode::keyPasswordWrong,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "This password does not open the key. Enter it again. Caps Lock or another keyboard "
                       "language may be the reason.")},
    {ErrorCode::keyTypeWrong,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "The bank needs an RSA key; this is a key of another kind.")},
    {ErrorCode::keyIsPublic,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "This is a public key. Choose the file with your private key.")},
    {ErrorCode::keyIsPrivate,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "This is a private key. Choose the public key, and never hand the private one out.")},
    {ErrorCode::keyTooShort,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "The key is shorter than 2048 bits. Make a new one.")},
    {ErrorCode::keyWeak,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "The key is not safe to use. Make a new one.")},
    {ErrorCode::keyPairMismatch,
     QT_TRANSLATE_NOOP(
         "countersign::ui::ErrorWords",
         "The private and the public key do not belong together: the file holds another key than the one that "
         "was set up and sent to the bank. Choose the right file.")},
    {ErrorCode::bankKeyIsOurs,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "This is your own public key, the one that you send to the bank. Choose the public key that "
                       "the bank gave you.")},
    {ErrorCode::bankKeyNotCompared,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The bank's public key is not the one that was compared with the bank. Compare its fingerprint "
                       "with the bank by phone.")},
    {ErrorCode::keyNotEncrypted, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                                                   "The key file is not protected by a password. Give it one first.")},
    {ErrorCode::passwordTooWeak,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "The password is too easy to guess. Choose a longer one.")},
    {ErrorCode::signingFailed,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "Signing failed. Restart the program; install it again if this goes on.")},
    {ErrorCode::signerLocked, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                                                "The signing key is locked. Enter its password, then do this again.")},
    {ErrorCode::storeUnavailable,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "The data can't be opened. Check the disk and your rights.")},
    {ErrorCode::storeLocked,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "Another Countersign has these data open. Use that window.")},
    {ErrorCode::storeNewer, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                                              "These data were written by a newer version. Update the program.")},
    {ErrorCode::storeForeign, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                                                "This file does not belong to Countersign. Choose another folder.")},
    {ErrorCode::storeDamaged,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "The data are damaged. Restore a backup.")},
    {ErrorCode::storeWriteFailed,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The data could not be written, so nothing is sent any more. Check that the disk is connected "
                       "and sound, then restart the program.")},
    {ErrorCode::diskFull,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The disk is full, so nothing more is written or sent. Free space on it and restart the "
                       "program.")},
    {ErrorCode::storeConflict,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "This has already been done or excludes something done before. Nothing was changed.")},
    {ErrorCode::notFound, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "This payout is not there any more.")},
    {ErrorCode::journalWriteFailed,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The send journal could not be written, so nothing is sent any more. Check that its disk is "
                       "connected and sound, then restart the program.")},
    {ErrorCode::journalAhead,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The send journal knows requests that the data do not. Sending is frozen until the bank "
                       "has been asked about each of them.")},
    {ErrorCode::auditBroken, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                                               "The record of what happened has been altered. Sending is frozen.")},
    {ErrorCode::fileUnreadable,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The file can't be read. Check where it is and whether you may read it.")},
    {ErrorCode::fileUnwritable,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The file can't be written. Check the folder, your rights and the free space.")},
    {ErrorCode::fileTooLarge,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The file is larger than such a file can be. Choose the right one, or split it.")},
    {ErrorCode::fileChanged,
     QT_TRANSLATE_NOOP(
         "countersign::ui::ErrorWords",
         "The file has changed since its reading began. Close the program that writes it and read it again.")},
    {ErrorCode::fileNotUnderstood,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The file is damaged, or of another kind than expected. Have it made anew.")},
    {ErrorCode::backupDamaged,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The backup is not as it was written: a part of it is missing or altered. Nothing was changed; "
                       "take another backup.")},
    {ErrorCode::profileTaken,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "This computer has a profile of that name. Open it, and restore the backup there.")},
    {ErrorCode::cancelled, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "It was stopped; nothing has been taken.")},
    {ErrorCode::totalDiffers,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The control total is not what the chosen rows add up to. Compare both with the source.")},
    {ErrorCode::importedBefore,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "One of the documents was imported while you were looking at the file. Read the file again.")},
    {ErrorCode::settingsInvalid,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The settings can't be read. Correct them or set the profile up again.")},
    {ErrorCode::profileUnknown,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "There is no profile of this name. Set one up.")},
    {ErrorCode::wrongState,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "This is no longer possible: the payout has moved on. Look at it again.")},
    {ErrorCode::frozen,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "Sending is frozen. See why at the top of the window; lift the freeze first.")},
    {ErrorCode::reasonNeeded, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords", "Write the reason first.")},
    {ErrorCode::notValid, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                                            "The payout can't be sent yet: its form marks what is to be corrected.")},
    {ErrorCode::recipientNotAcknowledged,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "This recipient was not paid before. Open the draft and type the last six digits of the "
                       "account again, from the paper.")},
    {ErrorCode::duplicateNotAcknowledged,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "This looks like a payout that was made before. Open the draft and say that you know of it.")},
    {ErrorCode::staleView, QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                                             "The bank's answer has changed since it was shown. Look at it again.")},
    {ErrorCode::listenFailed,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "The webhook address is in use or not permitted. Choose another port.")},
    {ErrorCode::internalFault,
     QT_TRANSLATE_NOOP("countersign::ui::ErrorWords",
                       "Something in the program went wrong. Nothing was sent; please report it.")},
};

QString foreignBackupSentence(const QString &detail)
{
    if (detail == u"practice") {
        return ErrorWords::tr("A practice profile stays with its practice bank and can't be brought to another "
                              "computer. Set up a new one here.");
    }
    if (detail == u"environment") {
        return ErrorWords::tr("The backup is of a profile of another kind: practice, demo and live are never mixed. "
                              "Choose a backup of this profile.");
    }
    if (detail == u"project") {
        return ErrorWords::tr("The backup belongs to another project at the bank. Choose a backup of this profile.");
    }
    return ErrorWords::tr("The backup is of another profile. Choose one of this profile.");
}

} // namespace

QString errorSentence(const Error &error)
{
    if (error.code == ErrorCode::journalUnread) {
        return error.detail == QLatin1String("locked")
                   ? ErrorWords::tr("The send journal knows sessions that the data do not, and the bank has not been "
                                    "asked about them. Unlock the signing key, wait for the bank's answers, then lift "
                                    "the freeze.")
                   : ErrorWords::tr("The send journal knows sessions that the data do not, and the bank has not "
                                    "answered about each of them yet. Check the connection, wait for the bank's "
                                    "answers, then lift the freeze.");
    }
    if (error.code == ErrorCode::backupForeign) return foreignBackupSentence(error.detail);
    if (error.code == ErrorCode::paidAgainBefore) {
        return ErrorWords::tr("This payout was sent again before, as No. %1. See what became of that one.")
            .arg(error.detail);
    }
    if (error.code == ErrorCode::gateRefused) return guardSentence(error.detail);
    for (const Sentence &sentence : sentences) {
        if (sentence.code == error.code) return ErrorWords::tr(sentence.text);
    }
    return ErrorWords::tr("Something went wrong (%1).").arg(errorCodeName(error.code));
}

QString guardSentence(const QString &guard)
{
    static constexpr QLatin1String names[] = {
        QLatin1String("G1"),  QLatin1String("G2"),  QLatin1String("G3"),  QLatin1String("G4"), QLatin1String("G5"),
        QLatin1String("G6"),  QLatin1String("G7"),  QLatin1String("G8"),  QLatin1String("G9"), QLatin1String("G10"),
        QLatin1String("G11"), QLatin1String("G12"), QLatin1String("G13"), QLatin1String("G14")};
    const QStringList guards{
        ErrorWords::tr("The payout is not waiting for a confirmation."),
        ErrorWords::tr("The bank is not ready to pay exactly this one payout."),
        ErrorWords::tr("The bank has sent another answer since. Review it again."),
        ErrorWords::tr("The bank would pay something else than you asked for. Only cancelling is possible."),
        ErrorWords::tr("A difference has not been acknowledged. Review the payout again."),
        ErrorWords::tr("What was confirmed is not what is stored. Review the payout again."),
        ErrorWords::tr("The decision is not signed by somebody who may confirm this amount."),
        ErrorWords::tr("Another person has to confirm this payout."),
        ErrorWords::tr("The decision has expired or was taken too quickly. Review the payout again."),
        ErrorWords::tr(
            "The payout is over a limit, outside working hours, from an account that is not permitted, or to "
            "a recipient that nobody has compared with the paper."),
        ErrorWords::tr(
            "This attempt was given up, or an earlier session, of this payout or of the one that it pays again, is not "
            "known to have ended without money."),
        ErrorWords::tr("The bank was not asked within the last minute. Try again in a moment."),
        ErrorWords::tr("Sending is frozen. See why at the top of the window."),
        ErrorWords::tr("Another desk is sending for this profile now.")};
    for (qsizetype i = 0; i < guards.size(); ++i) {
        if (names[i] == guard) return guards.at(i);
    }
    return ErrorWords::tr("The confirmation was refused by the rule “%1”.").arg(guard);
}

} // namespace countersign::ui
