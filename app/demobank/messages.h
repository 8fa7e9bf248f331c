#pragma once

#include "demobank/session.h"
#include "demobank/settings.h"

#include <functional>
#include <string>

namespace countersign::demobank {

/// Looks up an effect of the rules for one payout; null when there is none.
using EffectLookup = std::function<Json(const std::string &effect)>;

/// What the bank says about a session in an answer (`forWebhook` false) or in a webhook, shaped like the bodies of
/// bank131-api.md section 16. All faults of content are applied here.
class Messages
{
public:
    Messages(const BankSettings &settings, EffectLookup effects) : m_settings(settings), m_effects(std::move(effects))
    {
    }

    [[nodiscard]] Json session(const Session &session, Names names, bool forWebhook) const;
    /// The bytes of confirm_information; the same bytes as long as nothing changed. Empty where the bank knows none.
    [[nodiscard]] std::string confirmInformation(const Session &session) const;
    /// Whom the bank will really credit, after all replacements, as confirm_information shows it.
    [[nodiscard]] Json recipientParty(const Order &order) const;

    /// An object text with `confirm_information` appended as it stands, so that its bytes survive.
    [[nodiscard]] static std::string withConfirmInformation(const Json &body, const std::string &information);

private:
    [[nodiscard]] Json payout(const Payout &payout, Names names, bool forWebhook) const;
    [[nodiscard]] Json details(const Payout &payout) const;
    [[nodiscard]] Json senderParty(const Order &order) const;

    const BankSettings &m_settings;
    EffectLookup m_effects;
};

} // namespace countersign::demobank
