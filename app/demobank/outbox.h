#pragma once

#include "demobank/json.h"
#include "demobank/moment.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace countersign::demobank {

/// How the signature of a webhook is made.
enum class SignatureKind {
    Good,
    OtherKey,  ///< a correct signature by a key that is not the bank's
    OtherBody, ///< the bank's signature of other bytes
    Damaged,   ///< one character changed
    Missing    ///< no header at all
};

[[nodiscard]] std::optional<SignatureKind> signatureKindFromText(const std::string &text);
[[nodiscard]] std::string toText(SignatureKind kind);

struct Outgoing
{
    std::uint64_t id = 0;
    std::string session;
    std::string type;
    std::string body;
    SignatureKind signature = SignatureKind::Good;
    Moment firstDue;
    std::optional<Moment> due; ///< nothing: delivered, given up, in flight or kept back
    bool keptBack = false;     ///< waits until a later message of the session was made
    int attempts = 0;
};

/// Webhooks on their way: sent again at growing intervals until the customer answers 200 (bank131-api.md 8.1).
class Outbox
{
public:
    explicit Outbox(microseconds giveUpAfter) : m_giveUpAfter(giveUpAfter) {}

    [[nodiscard]] std::uint64_t nextId() const { return m_last + 1; }
    void add(Outgoing webhook);
    [[nodiscard]] bool keepsBack(const std::string &session) const { return m_keptBack.contains(session); }
    /// Lets go what was kept back for this session, newest first.
    void releaseKeptBack(const std::string &session, Moment at);

    /// Those due by `now`; they are in flight until answered().
    [[nodiscard]] std::vector<Outgoing> takeDue(Moment now);
    /// `status` is the HTTP code, 0 for no answer.
    void answered(std::uint64_t id, int status, Moment now);
    /// At a restart: this attempt was made.
    void restoreAttempt(std::uint64_t id, int attempt);
    /// Sends an old one once more; false for an unknown number.
    bool again(std::uint64_t id, Moment now);
    void hold(bool held) { m_held = held; }
    [[nodiscard]] bool isHeld() const { return m_held; }

    [[nodiscard]] std::optional<Moment> nextDue() const;
    [[nodiscard]] const std::map<std::uint64_t, Outgoing> &all() const { return m_all; }

private:
    void setDue(Outgoing &webhook, std::optional<Moment> due);

    microseconds m_giveUpAfter;
    std::uint64_t m_last = 0;
    bool m_held = false;
    std::map<std::uint64_t, Outgoing> m_all;
    std::multimap<Moment, std::uint64_t> m_queue;
    std::map<std::string, std::vector<std::uint64_t>> m_keptBack; ///< by session, in the order of their making
};

} // namespace countersign::demobank
