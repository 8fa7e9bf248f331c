#include "demobank/messages.h"

#include "demobank/banks.h"

#include <algorithm>

namespace countersign::demobank {

namespace {

/// Overwrites or adds the members of `changes`.
void overwrite(Json &object, const Json &changes)
{
    if (!changes.is_object()) return;
    for (const auto &[name, value] : changes.items())
        object[name] = value;
}

Json amountDetails(std::int64_t amount, const std::string &currency)
{
    return {{"amount", amount}, {"currency", currency}};
}

} // namespace

std::string Messages::withConfirmInformation(const Json &body, const std::string &information)
{
    std::string text = toBankText(body);
    if (information.empty()) return text;
    text.pop_back();
    return text + R"(,"confirm_information":)" + information + '}';
}

Json Messages::session(const Session &session, Names names, bool forWebhook) const
{
    Json json = {{"id", session.id},
                 {"status", toText(session.status)},
                 {"created_at", toText(session.createdAt)},
                 {"updated_at", toText(session.updatedAt)}};
    if (session.finishedAt) json["finished_at"] = toText(*session.finishedAt);
    if (!session.payouts.empty()) {
        Json payouts = Json::array();
        for (const Payout &entry : session.payouts)
            payouts.push_back(payout(entry, names, forWebhook));
        json[payoutListName(names)] = payouts;
    }
    if (session.waits() && m_effects("hide_next_action") != true) json["next_action"] = "confirm";
    if (forWebhook && session.waits()) json["session_metadata"] = Json::object();
    if (const Json metadata = m_effects("session_metadata"); metadata == true && !session.metadata.is_null())
        json["session_metadata"] = session.metadata;
    if (!session.error.is_null()) json["error"] = session.error;
    overwrite(json, member(m_effects("add_members"), "session"));
    return json;
}

Json Messages::payout(const Payout &payout, Names names, bool forWebhook) const
{
    Json json = {{"id", payout.id}, {"status", toText(payout.status)}, {"created_at", toText(payout.createdAt)}};
    if (payout.finishedAt) json["finished_at"] = toText(*payout.finishedAt);
    json[payoutDetailsName(names)] = details(payout);
    const Json changes = m_effects("replace_payout");
    std::int64_t amount = payout.order.amount;
    if (member(changes, "amount").is_number_integer()) amount = changes["amount"].get<std::int64_t>();
    json["amount_details"] = amountDetails(amount, forWebhook ? textOf(changes, "currency", "RUB")
                                                              : textOf(changes, "currency", payout.order.currency));
    if (payout.status == PayoutStatus::Succeeded && m_settings.fee > 0)
        json["amounts"] = {{"fee", {{"merchant_fee", amountDetails(m_settings.fee, "RUB")}}}};
    if (forWebhook && payout.status == PayoutStatus::Pending) json["paymentMetadata"] = Json::object();
    json["participant_details"] = {{"sender", {{"account", textOf(changes, "sender_account", payout.order.sender)}}}};
    if (forWebhook && payout.status == PayoutStatus::Pending)
        json["payment_options"] = {{"recurrent", false}, {"is_subsequent", false}};
    if (!payout.refunds.empty()) {
        Json refunds = Json::array();
        for (const Refund &refund : payout.refunds)
            refunds.push_back({{"id", refund.id},
                               {"status", "accepted"},
                               {"created_at", toText(refund.at)},
                               {"finished_at", toText(refund.at)},
                               {"amount_details", amountDetails(refund.amount, payout.order.currency)}});
        json["refunds"] = refunds;
    }
    if (!payout.error.is_null()) json["error"] = payout.error;
    overwrite(json, member(m_effects("add_members"), "payout"));
    return json;
}

Json Messages::details(const Payout &payout) const
{
    const Order &order = payout.order;
    Json ru = Json::object();
    if (order.token.empty()) {
        ru["bik"] = order.bik;
        ru["account"] = order.account;
    } else
        ru["token"] = order.token;
    ru["full_name"] = order.fullName;
    if (!order.inn.empty()) ru["inn"] = order.inn;
    if (!order.kpp.empty()) ru["kpp"] = order.kpp;
    ru["description"] = order.description;
    ru["is_fast"] = order.isFast;
    const Json place = m_effects("replace_in");
    // The echo shows a replacement only after the bank's check, as the published example does.
    const bool checked = payout.status != PayoutStatus::InProgress || payout.moneyMoved;
    if (checked && place != "confirm_information") {
        const Json replaced = m_effects("replace_recipient");
        const auto take = [&](const char *from, const char *to) {
            if (!member(replaced, from).is_null()) ru[to] = member(replaced, from);
        };
        take("account_number", "account");
        take("name", "full_name");
        take("bik", "bik");
        take("inn", "inn");
        take("kpp", "kpp");
    }
    if (const Json changes = m_effects("replace_payout"); changes.is_object()) {
        if (changes.contains("description")) ru["description"] = changes["description"];
        if (changes.contains("is_fast")) ru["is_fast"] = changes["is_fast"];
    }
    return {{"type", "bank_account"}, {"bank_account", {{"system_type", "ru"}, {"ru", ru}}}};
}

Json Messages::senderParty(const Order &order) const
{
    const auto own = std::ranges::find(m_settings.accounts, order.sender, &CustomerAccount::account);
    const CustomerAccount customer = own == m_settings.accounts.end() ? CustomerAccount{} : *own;
    const BankEntry bank = bankOf(ownBik);
    Json party = {{"account_number", order.sender},
                  {"name", customer.name},
                  {"bank_name", bank.name},
                  {"bik", ownBik},
                  {"correspondent_account_number", bank.correspondentAccount},
                  {"inn", customer.inn},
                  {"kpp", customer.kpp}};
    overwrite(party, m_effects("replace_sender"));
    return party;
}

Json Messages::recipientParty(const Order &order) const
{
    const Json replaced = m_effects("replace_in") == "payout" ? Json() : m_effects("replace_recipient");
    const BankEntry bank = bankOf(textOf(replaced, "bik", order.bik));
    Json party = {{"account_number", order.account},
                  {"name", order.fullName},
                  {"bank_name", bank.name},
                  {"bik", order.bik},
                  {"correspondent_account_number", bank.correspondentAccount}};
    if (!order.inn.empty()) party["inn"] = order.inn;
    if (!order.kpp.empty()) party["kpp"] = order.kpp;
    overwrite(party, replaced);
    return party;
}

std::string Messages::confirmInformation(const Session &session) const
{
    if (session.payouts.empty()) return {};
    const Order &order = session.payouts.front().order;
    Json sender = senderParty(order);
    Json recipient = recipientParty(order);
    const Json added = m_effects("add_members");
    overwrite(sender, member(added, "sender"));
    overwrite(recipient, member(added, "recipient"));
    const Json change = session.answerChanged ? m_effects("change_confirm_information") : Json();
    overwrite(sender, member(change, "sender"));
    overwrite(recipient, member(change, "recipient"));
    Json account = {{"sender", sender}, {"recipient", recipient}};
    overwrite(account, member(added, "account_details"));
    Json information = {{"account_details", account}};
    overwrite(information, member(added, "confirm_information"));
    if (member(change, "spacing") == true) return information.dump(2);
    return toBankText(information);
}

} // namespace countersign::demobank
