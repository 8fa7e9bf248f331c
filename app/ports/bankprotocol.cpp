#include "ports/bankprotocol.h"

#include "core/storedwords.h"

namespace countersign {

namespace {

constexpr StoredWords<CallKind, 5> callWords({QLatin1String("create"), QLatin1String("start"), QLatin1String("confirm"),
                                              QLatin1String("cancel"), QLatin1String("status")});

constexpr StoredWords<SendClass, 4> classWords({QLatin1String("ok"), QLatin1String("refused"), QLatin1String("notSent"),
                                                QLatin1String("unknown")});

} // namespace

QString callWord(CallKind kind)
{
    return callWords.of(kind);
}

std::optional<CallKind> callFromWord(QStringView word)
{
    return callWords.find(word);
}

QString sendClassWord(SendClass sendClass)
{
    return classWords.of(sendClass);
}

std::optional<SendClass> sendClassFromWord(QStringView word)
{
    return classWords.find(word);
}

bool saysUnknownSession(const CallOutcome &outcome)
{
    const int http = outcome.reply.httpStatus;
    if (!outcome.error || http < 400 || http > 499 || http == 429) return false;
    const QString &code = outcome.error->code;
    return http == 404 || code.contains(u"not_found") || code == u"invalid_request";
}

} // namespace countersign
