#include "demobank/outbox.h"

#include <algorithm>
#include <array>

namespace countersign::demobank {

namespace {

constexpr std::array<std::string_view, 5> signatureWords{"good", "other_key", "other_body", "damaged", "missing"};

microseconds pauseAfter(int attempts)
{
    using std::chrono::seconds;
    constexpr std::array<int, 9> pauses{1, 2, 5, 10, 30, 60, 120, 300, 900};
    const auto index = std::min<std::size_t>(static_cast<std::size_t>(std::max(attempts, 1)) - 1, pauses.size() - 1);
    return seconds{pauses.at(index)};
}

} // namespace

std::optional<SignatureKind> signatureKindFromText(const std::string &text)
{
    const auto found = std::ranges::find(signatureWords, text);
    if (found == signatureWords.end()) return std::nullopt;
    return static_cast<SignatureKind>(found - signatureWords.begin());
}

std::string toText(SignatureKind kind)
{
    return std::string(signatureWords.at(static_cast<std::size_t>(kind)));
}

void Outbox::add(Outgoing webhook)
{
    m_last = std::max(m_last, webhook.id);
    webhook.due.reset();
    Outgoing &kept = m_all[webhook.id] = std::move(webhook);
    if (kept.keptBack)
        m_keptBack[kept.session].push_back(kept.id);
    else
        setDue(kept, kept.firstDue);
}

void Outbox::releaseKeptBack(const std::string &session, Moment at)
{
    const auto kept = m_keptBack.extract(session);
    if (kept.empty()) return;
    for (auto id = kept.mapped().rbegin(); id != kept.mapped().rend(); ++id) {
        Outgoing &webhook = m_all.at(*id);
        if (!webhook.keptBack) continue;
        webhook.keptBack = false;
        webhook.firstDue = at;
        setDue(webhook, at);
        at += std::chrono::milliseconds{10};
    }
}

std::vector<Outgoing> Outbox::takeDue(Moment now)
{
    std::vector<Outgoing> taken;
    while (!m_held && !m_queue.empty() && m_queue.begin()->first <= now) {
        Outgoing &webhook = m_all.at(m_queue.begin()->second);
        setDue(webhook, std::nullopt);
        ++webhook.attempts;
        taken.push_back(webhook);
    }
    return taken;
}

void Outbox::answered(std::uint64_t id, int status, Moment now)
{
    const auto found = m_all.find(id);
    if (found == m_all.end() || status == 200) return;
    Outgoing &webhook = found->second;
    const bool late = m_giveUpAfter.count() > 0 && now - webhook.firstDue > m_giveUpAfter;
    if (!late) setDue(webhook, now + pauseAfter(webhook.attempts));
}

void Outbox::restoreAttempt(std::uint64_t id, int attempt)
{
    const auto found = m_all.find(id);
    if (found == m_all.end()) return;
    found->second.attempts = attempt;
    setDue(found->second, std::nullopt);
}

bool Outbox::again(std::uint64_t id, Moment now)
{
    const auto found = m_all.find(id);
    if (found == m_all.end()) return false;
    found->second.firstDue = now;
    found->second.keptBack = false;
    setDue(found->second, now);
    return true;
}

std::optional<Moment> Outbox::nextDue() const
{
    if (m_held || m_queue.empty()) return std::nullopt;
    return m_queue.begin()->first;
}

void Outbox::setDue(Outgoing &webhook, std::optional<Moment> due)
{
    if (webhook.due) {
        auto [first, last] = m_queue.equal_range(*webhook.due);
        for (; first != last; ++first)
            if (first->second == webhook.id) {
                m_queue.erase(first);
                break;
            }
    }
    webhook.due = due;
    if (due) m_queue.emplace(*due, webhook.id);
}

} // namespace countersign::demobank
