#include "bank131/reportclient.h"

#include "bank131/canonicaljson.h"
#include "bank131/jsonscanner.h"
#include "bank131/sessionreader.h"

namespace countersign {

void ReportClient::balance(const AccountNumber &account, std::function<void(Result<Money>)> done)
{
    const QByteArray body = "{\"account_number\":" + jsonString(account.text()) + '}';
    m_post.ask(QStringLiteral("/api/v1/report/account_balance"), body,
               [account, done = std::move(done)](const Result<TransportReply> &reply) {
                   done(reply ? readBalance(account, *reply) : std::unexpected(reply.error()));
               });
}

Result<Money> readBalance(const AccountNumber &account, const TransportReply &reply)
{
    if (reply.failure != TransportReply::Failure::none) return fail(ErrorCode::networkFailed, reply.failureText);
    const auto answer = scanJson(reply.body);
    const bool success = reply.httpStatus >= 200 && reply.httpStatus <= 299;
    if (!answer && !success) return fail(ErrorCode::networkFailed, QStringLiteral("HTTP %1").arg(reply.httpStatus));
    if (!answer) return std::unexpected(answer.error());
    if (const auto error = readError(answer->given("error"))) return fail(ErrorCode::refusedByBank, error->code);
    if (!success) return fail(ErrorCode::networkFailed, QStringLiteral("HTTP %1").arg(reply.httpStatus));
    const JsonValue *status = answer->given("status");
    if (!status || status->text() != u"ok") return fail(ErrorCode::unexpectedValue, QStringLiteral("status"));
    const JsonValue *number = answer->given("account_number");
    if (number && number->text() != account.text()) {
        return fail(ErrorCode::unexpectedValue, QStringLiteral("account_number"));
    }
    const JsonValue *balance = answer->given("balance");
    const JsonValue *current = balance ? balance->given("current_balance") : nullptr;
    if (!current) return fail(ErrorCode::missingMember, QStringLiteral("balance.current_balance"));
    const std::optional<qint64> kopecks = current->integer();
    if (!kopecks) return fail(ErrorCode::unexpectedValue, QStringLiteral("balance.current_balance"));
    return Money::fromKopecks(*kopecks);
}

} // namespace countersign
