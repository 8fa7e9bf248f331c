#include "ports/bankprotocol.h"

#include <array>

namespace countersign {

namespace {

constexpr std::array<QLatin1String, 5> callWords{QLatin1String("create"), QLatin1String("start"),
                                                 QLatin1String("confirm"), QLatin1String("cancel"),
                                                 QLatin1String("status")};
constexpr std::array<QLatin1String, 4> classWords{QLatin1String("ok"), QLatin1String("refused"),
                                                  QLatin1String("notSent"), QLatin1String("unknown")};

template <class Enum, class Words>
std::optional<Enum> valueOf(const Words &words, QStringView word)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (words[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace

QString callWord(CallKind kind)
{
    return callWords[static_cast<size_t>(kind)];
}

std::optional<CallKind> callFromWord(QStringView word)
{
    return valueOf<CallKind>(callWords, word);
}

QString sendClassWord(SendClass sendClass)
{
    return classWords[static_cast<size_t>(sendClass)];
}

std::optional<SendClass> sendClassFromWord(QStringView word)
{
    return valueOf<SendClass>(classWords, word);
}

bool saysUnknownSession(const CallOutcome &outcome)
{
    const int http = outcome.reply.httpStatus;
    if (!outcome.error || http < 400 || http > 499 || http == 429) return false;
    const QString &code = outcome.error->code;
    return http == 404 || code.contains(u"not_found") || code == u"invalid_request";
}

} // namespace countersign
