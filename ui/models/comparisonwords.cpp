#include "ui/models/comparisonwords.h"

#include "domain/rowwarnings.h"
#include "ui/models/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::ComparisonWords)
};

QString ending(const QString &account)
{
    return QStringLiteral("…") + visibleText(account.right(4));
}

const ComparedField *withTick(const Comparison &comparison, const QString &tickWord)
{
    const auto found = std::find_if(comparison.fields.cbegin(), comparison.fields.cend(),
                                    [&](const ComparedField &field) { return field.tickWord == tickWord; });
    return found == comparison.fields.cend() ? nullptr : &*found;
}

bool isRecipient(ReviewField field)
{
    return field >= ReviewField::recipientAccount && field <= ReviewField::recipientKpp;
}

/// Rows in which the bank does not do what was asked.
int differences(const Comparison &comparison, bool recipientOnly)
{
    return static_cast<int>(
        std::count_if(comparison.fields.cbegin(), comparison.fields.cend(), [&](const ComparedField &field) {
            return field.grade == Grade::changed && (!isDerived(field.field) || field.isHardDifference()) &&
                   (!recipientOnly || isRecipient(field.field));
        }));
}

QString transferSentence(const ReviewSheet &sheet)
{
    return Words::tr("From account %1, %2\u00A0₽ will go to account %3, %4.")
        .arg(ending(answeredText(sheet.comparison, ReviewField::senderAccount)),
             visibleText(answeredText(sheet.comparison, ReviewField::amount)),
             ending(answeredText(sheet.comparison, ReviewField::recipientAccount)),
             visibleText(answeredText(sheet.comparison, ReviewField::recipientName)));
}

EffectSentence differsSentence(const Comparison &comparison)
{
    const int all = differences(comparison, false);
    const int recipient = differences(comparison, true);
    const QString call = Words::tr("If you did not expect this, cancel the payout and call the recipient on a number "
                                   "you already know.");
    if (comparison.echoContradictions().size() == all) {
        return {Words::tr("The bank contradicts itself."),
                Words::tr("Its session and its answer do not say the same. Cancel the payout and ask the bank.")};
    }
    if (recipient == all) {
        const QString lead = all == 1 ? Words::tr("1 field of the recipient differs from your request.")
                                      : Words::tr("%n fields of the recipient differ from your request.", nullptr, all);
        const ComparedField *account = comparison.find(ReviewField::recipientAccount);
        const bool elsewhere = account && account->grade == Grade::changed;
        return {lead,
                (elsewhere ? Words::tr("The bank is going to pay somebody else than you asked for. ") : QString()) +
                    call};
    }
    const QString lead = all == 1 ? Words::tr("1 field differs from your request.")
                                  : Words::tr("%n fields differ from your request.", nullptr, all);
    return {lead, Words::tr("The bank is going to do something else than you asked for. ") + call};
}

/// What was not asked for by itself differs only from what is known here, unless the money would go elsewhere.
QString derivedSign(const ComparedField &field)
{
    return field.isHardDifference() ? QStringLiteral("≠ ") : QStringLiteral("! ");
}

} // namespace

bool isDerived(ReviewField field)
{
    switch (field) {
    case ReviewField::recipientBank:
    case ReviewField::recipientCorrAccount:
    case ReviewField::senderName:
    case ReviewField::senderInn:
    case ReviewField::senderKpp:
    case ReviewField::senderBank:
    case ReviewField::senderBik:
    case ReviewField::senderCorrAccount:
        return true;
    case ReviewField::amount:
    case ReviewField::currency:
    case ReviewField::recipientAccount:
    case ReviewField::recipientName:
    case ReviewField::recipientBik:
    case ReviewField::recipientInn:
    case ReviewField::recipientKpp:
    case ReviewField::senderAccount:
    case ReviewField::purpose:
    case ReviewField::urgency:
    case ReviewField::payoutCount:
    case ReviewField::sessionId:
    case ReviewField::unknownMember:
        return false;
    }
    return false;
}

QList<FieldWarning> warningsOf(const ComparedField &field)
{
    QList<FieldWarning> warnings = field.warnings;
    warnings.removeAll(FieldWarning::missingInAnswer);
    return warnings;
}

QString answeredText(const Comparison &comparison, ReviewField field)
{
    const ComparedField *found = comparison.find(field);
    return found ? found->answered : QString();
}

QString fieldName(ReviewField field)
{
    switch (field) {
    case ReviewField::amount:
        return Words::tr("Amount");
    case ReviewField::currency:
        return Words::tr("Currency");
    case ReviewField::recipientAccount:
    case ReviewField::senderAccount:
        return Words::tr("Account");
    case ReviewField::recipientName:
    case ReviewField::senderName:
        return Words::tr("Name");
    case ReviewField::recipientBik:
    case ReviewField::senderBik:
        return Words::tr("BIK");
    case ReviewField::recipientBank:
    case ReviewField::senderBank:
        return Words::tr("Bank");
    case ReviewField::recipientCorrAccount:
    case ReviewField::senderCorrAccount:
        return Words::tr("Corr. account");
    case ReviewField::recipientInn:
    case ReviewField::senderInn:
        return Words::tr("INN");
    case ReviewField::recipientKpp:
    case ReviewField::senderKpp:
        return Words::tr("KPP");
    case ReviewField::purpose:
        return Words::tr("Purpose");
    case ReviewField::urgency:
        return Words::tr("Urgent");
    case ReviewField::payoutCount:
        return Words::tr("Payouts in the session");
    case ReviewField::sessionId:
        return Words::tr("Session");
    case ReviewField::unknownMember:
        return Words::tr("Not known to this program");
    }
    return {};
}

QString fieldInSentence(ReviewField field)
{
    switch (field) {
    case ReviewField::amount:
        return Words::tr("the amount");
    case ReviewField::currency:
        return Words::tr("the currency");
    case ReviewField::recipientAccount:
        return Words::tr("the recipient's account");
    case ReviewField::recipientName:
        return Words::tr("the recipient's name");
    case ReviewField::recipientBik:
        return Words::tr("the BIK of the recipient's bank");
    case ReviewField::recipientBank:
        return Words::tr("the name of the recipient's bank");
    case ReviewField::recipientCorrAccount:
        return Words::tr("the correspondent account of the recipient's bank");
    case ReviewField::recipientInn:
        return Words::tr("the recipient's INN");
    case ReviewField::recipientKpp:
        return Words::tr("the recipient's KPP");
    case ReviewField::senderAccount:
        return Words::tr("the account to pay from");
    case ReviewField::senderName:
        return Words::tr("the sender's name");
    case ReviewField::senderInn:
        return Words::tr("the sender's INN");
    case ReviewField::senderKpp:
        return Words::tr("the sender's KPP");
    case ReviewField::senderBank:
        return Words::tr("the name of the sender's bank");
    case ReviewField::senderBik:
        return Words::tr("the BIK of the sender's bank");
    case ReviewField::senderCorrAccount:
        return Words::tr("the correspondent account of the sender's bank");
    case ReviewField::purpose:
        return Words::tr("the purpose");
    case ReviewField::urgency:
        return Words::tr("the urgency");
    case ReviewField::payoutCount:
        return Words::tr("the number of payouts in the session");
    case ReviewField::sessionId:
        return Words::tr("the session");
    case ReviewField::unknownMember:
        return Words::tr("a part of the answer");
    }
    return {};
}

QString gradeWords(const ComparedField &field)
{
    switch (field.grade) {
    case Grade::same:
        if (!isDerived(field.field)) return Words::tr("= same");
        return isRecipient(field.field) ? Words::tr("= as in the directory") : Words::tr("= as in your profile");
    case Grade::sameNormalised:
        return Words::tr("= same but for spelling");
    case Grade::added:
        return Words::tr("+ added by the bank");
    case Grade::changed:
        if (field.has(FieldWarning::missingInAnswer)) return Words::tr("≠ missing in the answer");
        if (!isDerived(field.field)) return Words::tr("≠ differs");
        return isRecipient(field.field) ? derivedSign(field) + Words::tr("not as in the directory")
                                        : derivedSign(field) + Words::tr("not as in your profile");
    case Grade::notComparable:
        return field.answered.isEmpty() ? Words::tr("· not given") : Words::tr("· not compared");
    }
    return {};
}

QString gradeExplanation(const ComparedField &field)
{
    switch (field.grade) {
    case Grade::sameNormalised:
        return Words::tr("Equal but for capital and small letters, quotation marks, spaces, or ё and е.");
    case Grade::notComparable:
        return field.answered.isEmpty() ? QString() : Words::tr("There is nothing here to hold it against.");
    case Grade::same:
    case Grade::added:
    case Grade::changed:
        return {};
    }
    return {};
}

QString warningWords(FieldWarning warning)
{
    switch (warning) {
    case FieldWarning::missingInAnswer:
        return Words::tr("the bank does not name it");
    case FieldWarning::echoDisagrees:
        return Words::tr("the bank's session says something else");
    case FieldWarning::echoMissing:
        return Words::tr("the bank's session does not name it");
    case FieldWarning::bikNotInDirectory:
        return Words::tr("BIK not in the directory");
    case FieldWarning::bikOfAnotherBank:
        return Words::tr("not the bank of this BIK");
    case FieldWarning::corrAccountNotInDirectory:
        return Words::tr("not in the directory");
    case FieldWarning::corrAccountKey:
        return Words::tr("control digit does not fit the BIK");
    case FieldWarning::accountKey:
        return Words::tr("control digit does not fit the BIK");
    case FieldWarning::innCheckDigit:
        return Words::tr("INN check digit is wrong");
    case FieldWarning::mixedScripts:
        return Words::tr("Latin and Cyrillic letters in one word");
    case FieldWarning::invisibleCharacters:
        return Words::tr("holds characters that can't be seen");
    case FieldWarning::bankLicenceWithdrawn:
        return Words::tr("the bank's licence was withdrawn");
    case FieldWarning::bankInLiquidation:
        return Words::tr("the bank is being liquidated");
    case FieldWarning::bankMoratorium:
        return Words::tr("the bank is under a moratorium on paying creditors");
    case FieldWarning::bankAccountClosing:
        return Words::tr("the bank's correspondent account is being closed");
    case FieldWarning::bankAccountLimited:
        return Words::tr("the bank's correspondent account is kept in limited mode");
    case FieldWarning::bankUrgentLimited:
        return Words::tr("the bank is limited in urgent transfers");
    case FieldWarning::bankTakesNoPayouts:
        return Words::tr("no bank that takes payouts under this BIK");
    case FieldWarning::nameOfCompanyOnPersonAccount:
        return Words::tr("a company's name, and the account of a person");
    case FieldWarning::nameWithoutLegalForm:
        return Words::tr("a name without a legal form, and the account of an organisation");
    case FieldWarning::nameWithoutIp:
        return Words::tr("account of a sole proprietor, and the name does not say so");
    case FieldWarning::innOfOtherKind:
        return Words::tr("its length does not fit the kind of the account");
    case FieldWarning::kppOfPerson:
        return Words::tr("the account is a person's, and persons have no KPP");
    case FieldWarning::accountOfNonResident:
        return Words::tr("account of a non-resident");
    case FieldWarning::voCodeMalformed:
        return Words::tr("the currency-control code is not written as it must be");
    case FieldWarning::voCodeNeeded:
        return Words::tr("a non-resident takes part, and the currency-control code is missing");
    case FieldWarning::voCodeUnneeded:
        return Words::tr("a currency-control code, and both sides are residents");
    }
    return {};
}

QString tickSentence(const QString &tickWord, const Comparison &comparison)
{
    if (tickWord == newRecipientTick())
        return Words::tr("I know this recipient and have this account from them, not from a mail or a message");
    if (tickWord == rowWarningsTick())
        return Words::tr("I have read what the import warned of, and know that this payout is right all the same");
    if (tickWord == repeatTick())
        return Words::tr("I have looked at the earlier payout that this one looks like: both are to be paid");
    if (const auto number = repeatOfTick(tickWord))
        return Words::tr("I have looked at payout No. %1, which looks like this one: both are to be paid").arg(*number);
    const ComparedField *field = withTick(comparison, tickWord);
    if (!field) return Words::tr("I have read everything that the bank answered");
    const QString what = fieldInSentence(field->field);
    if (field->field == ReviewField::unknownMember)
        return Words::tr("I have read what the bank says under “%1”").arg(visibleText(field->path));
    if (field->has(FieldWarning::missingInAnswer)) return Words::tr("I know that the bank does not name %1").arg(what);
    if (field->has(FieldWarning::corrAccountNotInDirectory))
        return Words::tr("I know that %1 is not in the directory").arg(what);
    if (field->grade == Grade::changed && isDerived(field->field)) {
        return isRecipient(field->field) ? Words::tr("I know that %1 differs from the directory").arg(what)
                                         : Words::tr("I know that %1 differs from my company profile").arg(what);
    }
    if (field->grade == Grade::changed) return Words::tr("I know that %1 differs from my request").arg(what);
    if (field->has(FieldWarning::echoDisagrees) || field->has(FieldWarning::echoMissing))
        return Words::tr("I know that the bank's session does not confirm %1").arg(what);
    if (field->grade == Grade::added) return Words::tr("I know that the bank added %1").arg(what);
    QStringList found;
    for (const FieldWarning warning : warningsOf(*field))
        found += warningWords(warning);
    return Words::tr("I have looked at %1: %2").arg(what, found.join(QStringLiteral("; ")));
}

namespace {

bool isWarned(const Comparison &comparison)
{
    return std::any_of(comparison.fields.cbegin(), comparison.fields.cend(),
                       [](const ComparedField &field) { return !warningsOf(field).isEmpty(); });
}

/// There is no directory to hold the recipient's bank against: what the bank says of it was not compared.
bool isRecipientsBankUnknown(const Comparison &comparison)
{
    return std::any_of(comparison.fields.cbegin(), comparison.fields.cend(), [](const ComparedField &field) {
        const bool bank = field.field == ReviewField::recipientBank || field.field == ReviewField::recipientCorrAccount;
        return bank && field.grade == Grade::notComparable && !field.answered.isEmpty();
    });
}

/// What the banner says of an answer that is the same as the request and yet asks for a look.
QString lookSentence(const ReviewSheet &sheet)
{
    const bool warned = isWarned(sheet.comparison);
    if (!warned && sheet.requiredTicks.contains(repeatTick()))
        return Words::tr("The bank will pay whom you asked for; this payout looks like an earlier one.");
    if (!warned && !sheet.repeatsSince.isEmpty())
        return Words::tr("The bank will pay whom you asked for; another payout looks like this one.");
    if (!warned && sheet.requiredTicks == QStringList{newRecipientTick()}) {
        return sheet.standingSince
                   ? Words::tr(
                         "The bank will pay whom you asked for; what is known of this recipient has changed since.")
                   : Words::tr("The bank will pay whom you asked for; this recipient is new.");
    }
    return Words::tr("The bank will pay whom you asked for; some of its answer needs a look.");
}

} // namespace

Effect effectOf(const ReviewSheet &sheet)
{
    const Comparison &comparison = sheet.comparison;
    if (differences(comparison, false) > 0 || comparison.hasHardDifference()) return Effect::differs;
    if (isWarned(comparison) || !sheet.requiredTicks.isEmpty()) return Effect::look;
    return isRecipientsBankUnknown(comparison) ? Effect::partly : Effect::clean;
}

QString effectSign(Effect effect)
{
    switch (effect) {
    case Effect::clean:
    case Effect::partly:
        return QStringLiteral("=");
    case Effect::look:
        return QStringLiteral("!");
    case Effect::differs:
        return QStringLiteral("≠");
    }
    return {};
}

EffectSentence effectSentence(const ReviewSheet &sheet)
{
    switch (effectOf(sheet)) {
    case Effect::clean:
        return {Words::tr("The bank's answer matches your request."), transferSentence(sheet)};
    case Effect::partly:
        return {Words::tr("The bank's answer matches your request, as far as it could be compared."),
                Words::tr("Without a BIK directory the recipient's bank is not compared.") + u' ' +
                    transferSentence(sheet)};
    case Effect::look:
        return {lookSentence(sheet), transferSentence(sheet)};
    case Effect::differs:
        return differsSentence(sheet.comparison);
    }
    return {};
}

} // namespace countersign::ui
