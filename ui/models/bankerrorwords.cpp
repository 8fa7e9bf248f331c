#include "ui/models/bankerrorwords.h"

#include <QCoreApplication>

namespace countersign::ui {

namespace {

struct BankErrors
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::BankErrors)
};

struct Row
{
    QLatin1String code;
    const char *shortWords;
    const char *meaning;
    const char *advice;
};

constexpr Row rows[] = {
    {QLatin1String("identification_error"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "project unknown"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The bank does not know the project."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "Check the project id and whether the profile is for the test stand or for real money.")},
    {QLatin1String("authentication_error"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "signature not accepted"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The bank did not accept the signature of the request."),
     QT_TRANSLATE_NOOP(
         "countersign::ui::BankErrors",
         "Check that the bank has your current public key. Nothing more should be sent until this is settled.")},
    {QLatin1String("authorization_error"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "not permitted"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The project has no right to this operation."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "Ask the bank to enable the method or the account for your project.")},
    {QLatin1String("invalid_request"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "request refused"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "The bank refused the content of the request; nothing was started."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "Correct the field that the bank names, then send the payout again.")},
    {QLatin1String("idempotency_key_already_exists"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "already received"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The bank has already received this request."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "Nothing is sent again. The program asks the bank how the payout stands.")},
    {QLatin1String("session_wrong_state"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "session has moved on"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The session at the bank is in another state."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "A confirmation or cancellation was probably carried out "
                                                      "already. The program asks the bank how the payout stands.")},
    {QLatin1String("internal_error"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "fault at the bank"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "Something went wrong at the bank."),
     QT_TRANSLATE_NOOP(
         "countersign::ui::BankErrors",
         "The program asks the bank how the payout stands. If this goes on, contact the bank's support.")},
    {QLatin1String("session_cancelled"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "session cancelled"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The session was cancelled, so the payout did not happen."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "Pay again as a new payout if it is still wanted.")},
    {QLatin1String("session_cancelled_by_partner"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "cancelled by us"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The payout was cancelled from our side."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "There is nothing to do.")},
    {QLatin1String("confirm_timeout"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "not confirmed in time"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "The bank dropped the payout because no confirmation came in time."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "Nothing was paid. Pay again as a new payout if it is still wanted.")},
    {QLatin1String("capture_timeout"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "not confirmed in time"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "The bank dropped the operation because it was not completed in time."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "Wait until the payout is final, then pay again as a new payout if it is still wanted.")},
    {QLatin1String("account_not_found"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "account not found"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The recipient's account does not exist or could not be found."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "Check account number and BIK with the recipient. If they are right, contact the bank.")},
    {QLatin1String("amount_less_allowed_provider"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "amount too small"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The amount is below the permitted minimum."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "Pay again with another amount.")},
    {QLatin1String("provider_exceeds_amount_limit"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "amount too large"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The amount is above the limit of this way of paying."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "Pay again with a smaller amount, or ask the bank for another way.")},
    {QLatin1String("insufficient_wallet_balance"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "balance too low"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The balance of the account is too low; the fee counts too."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "Top up the account, then pay again as a new payout.")},
    {QLatin1String("operation_rejected"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "refused for security reasons"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The bank refused the payout for security reasons."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "Contact the bank and give it the reasons shown here.")},
    {QLatin1String("provider_internal_error"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "fault on the way"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "Something went wrong on the way between the banks."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "The program keeps asking. If this goes on, contact the bank's support.")},
    {QLatin1String("provider_issuer_unavailable"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "recipient's bank unavailable"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The recipient's bank can't be reached."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "The program keeps asking. Pay again only after the payout is final.")},
    {QLatin1String("provider_timeout"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "no answer on the way"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "No answer came in time on the way between the banks, so the outcome may be unknown."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "Wait for the final result; do not pay again before.")},
    {QLatin1String("wallet_internal_error"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "fault in booking"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "Something went wrong when the bank booked the amount."),
     QT_TRANSLATE_NOOP(
         "countersign::ui::BankErrors",
         "The program asks the bank how the payout stands. If this goes on, contact the bank's support.")},
    {QLatin1String("routing_internal_error"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "set-up at the bank"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The bank could not decide how to carry out the payout."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "Contact the bank about the set-up of your project.")},
    {QLatin1String("confirmInfoMissing"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "answer incomplete"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "The bank is ready to pay but did not say what it is going to pay."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "Cancel the payout at the bank, or contact the bank.")},
    {QLatin1String("sentThreeTimes"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "no answer, three times"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "The same request left three times, and no answer to it is known."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "Ask the bank by telephone how the payout stands.")},
    {QLatin1String("createdThreeTimes"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "no session, three times"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "Three times within an hour no session could be opened at the bank for this payout. Nothing was "
                       "paid: an empty session moves no money."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "Check the connection to the bank, then take the payout back as a draft and send it again.")},
    {QLatin1String("sentWithOtherContent"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "sent before the restore"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "This payout was sent to the bank after the backup was made, with a content that is not in it."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "Compare with the bank's own list of payouts. It can be sent again only when the bank says that "
                       "nothing was paid, and you have taken that over with a reason.")},
    {QLatin1String("contentLost"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "made before the restore"),
     QT_TRANSLATE_NOOP(
         "countersign::ui::BankErrors",
         "This payout was made and sent to the bank after the backup was made. What is shown of it is what "
         "the bank says; what was asked for is not known here."),
     QT_TRANSLATE_NOOP(
         "countersign::ui::BankErrors",
         "Compare with the bank's own list of payouts, and do not pay the same again before the bank says "
         "that nothing was paid.")},
    {QLatin1String("returnedInPart"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "returned in part"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "Only a part of the money came back. The rest has stayed with the recipient."),
     QT_TRANSLATE_NOOP(
         "countersign::ui::BankErrors",
         "Ask the recipient or the bank about the rest. What is still owed is a new payout of that amount "
         "alone.")},
    {QLatin1String("returnAmountUnknown"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "returned, amount unknown"),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "The bank says that money came back, and not how much of it."),
     QT_TRANSLATE_NOOP(
         "countersign::ui::BankErrors",
         "Look it up in the account's statement. What is still owed is a new payout of that amount alone.")},
    {QLatin1String("earlierSession"), QT_TRANSLATE_NOOP("countersign::ui::BankErrors", "an earlier session is open"),
     QT_TRANSLATE_NOOP(
         "countersign::ui::BankErrors",
         "An earlier session at the bank, of this payout or of the one that it pays again, is not known to have ended "
         "without money."),
     QT_TRANSLATE_NOOP("countersign::ui::BankErrors",
                       "The program asks the bank about it, and sends the payout as soon as the bank says that nothing "
                       "was paid. If that takes too long, ask the bank to cancel that session.")},
};

} // namespace

std::optional<BankErrorWords> bankErrorWords(const QString &code)
{
    for (const Row &row : rows) {
        if (row.code == code) {
            return BankErrorWords{BankErrors::tr(row.shortWords), BankErrors::tr(row.meaning),
                                  BankErrors::tr(row.advice)};
        }
    }
    return std::nullopt;
}

} // namespace countersign::ui
