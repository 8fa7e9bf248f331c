#include "demobank/order.h"

#include <algorithm>
#include <array>
#include <limits>

namespace countersign::demobank {

namespace {

enum class RecipientKind { Individual, SoleProprietor, LegalEntity };

struct Prefix
{
    std::string_view digits;
    RecipientKind kind;
};

// bank131-api.md 10.1: any other account is refused.
constexpr std::array<Prefix, 12> allowedPrefixes{{{"40817810", RecipientKind::Individual},
                                                  {"42301810", RecipientKind::Individual},
                                                  {"42302810", RecipientKind::Individual},
                                                  {"42303810", RecipientKind::Individual},
                                                  {"42304810", RecipientKind::Individual},
                                                  {"42305810", RecipientKind::Individual},
                                                  {"42306810", RecipientKind::Individual},
                                                  {"42307810", RecipientKind::Individual},
                                                  {"40802810", RecipientKind::SoleProprietor},
                                                  {"40702810", RecipientKind::LegalEntity},
                                                  {"40701810", RecipientKind::LegalEntity},
                                                  {"40502810", RecipientKind::LegalEntity}}};

bool isKpp(std::string_view text)
{
    if (text.size() != 9) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        const bool capital = text[i] >= 'A' && text[i] <= 'Z';
        if (!digit && !(capital && (i == 4 || i == 5))) return false;
    }
    return true;
}

bool hasControlCharacter(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// Reads one body; the first refusal is kept and all later readings do nothing.
class OrderReader
{
public:
    OrderReader(const Json &body, Names names) : m_body(body), m_details(payoutDetailsName(names)) {}

    std::expected<Order, Refusal> read(const std::map<std::string, TokenizedAccount> &tokens)
    {
        readRecipient(tokens);
        readAmount();
        const Json &participants = object(m_body, "participant_details", "participant_details");
        const Json &sender = object(participants, "sender", "participant_details.sender");
        m_order.sender = text(sender, "account", "participant_details.sender.account", true);
        if (!isDigits(m_order.sender, 20)) refuse("participant_details.sender.account", "must have 20 digits");
        if (const Json &metadata = member(m_body, "metadata"); !metadata.is_null()) m_order.metadata = metadata;
        if (const Json &customer = member(m_body, "customer"); !customer.is_null() && !customer.is_object())
            refuse("customer", "must be an object");
        if (m_refused) return std::unexpected(m_refusal);
        return m_order;
    }

private:
    void refuse(const std::string &field, const std::string &why)
    {
        if (m_refused) return;
        m_refused = true;
        m_refusal = invalidField(field, why);
    }

    const Json &object(const Json &parent, std::string_view name, const std::string &field)
    {
        const Json &found = member(parent, name);
        if (found.is_null()) refuse(field, "this value should not be blank");
        if (!found.is_object()) refuse(field, "must be an object");
        return found;
    }

    std::string text(const Json &parent, std::string_view name, const std::string &field, bool required)
    {
        const Json &found = member(parent, name);
        if (found.is_null()) {
            if (required) refuse(field, "this value should not be blank");
            return {};
        }
        if (!found.is_string()) refuse(field, "must be a string");
        std::string value = textOf(parent, name);
        if (required && value.empty()) refuse(field, "this value should not be blank");
        return value;
    }

    void readRecipient(const std::map<std::string, TokenizedAccount> &tokens)
    {
        const Json &details = object(m_body, m_details, m_details);
        if (text(details, "type", m_details + ".type", true) != "bank_account")
            refuse(m_details + ".type", "must be bank_account");
        const std::string path = m_details + ".bank_account";
        const Json &account = object(details, "bank_account", path);
        if (text(account, "system_type", path + ".system_type", true) != "ru")
            refuse(path + ".system_type", "must be ru");
        m_path = path + ".ru.";
        const Json &ru = object(account, "ru", path + ".ru");
        readAccount(ru, tokens);
        m_order.fullName = text(ru, "full_name", m_path + "full_name", true);
        m_order.inn = text(ru, "inn", m_path + "inn", false);
        m_order.kpp = text(ru, "kpp", m_path + "kpp", false);
        m_order.description = text(ru, "description", m_path + "description", true);
        const Json &fast = member(ru, "is_fast");
        if (!fast.is_null() && !fast.is_boolean()) refuse(m_path + "is_fast", "must be true or false");
        m_order.isFast = fast.is_boolean() && fast.get<bool>();
        checkPurpose();
        checkKind();
    }

    void readAccount(const Json &ru, const std::map<std::string, TokenizedAccount> &tokens)
    {
        m_order.token = text(ru, "token", m_path + "token", false);
        const bool byToken = !m_order.token.empty();
        m_order.bik = text(ru, "bik", m_path + "bik", !byToken);
        m_order.account = text(ru, "account", m_path + "account", !byToken);
        if (byToken) {
            if (!m_order.bik.empty() || !m_order.account.empty())
                refuse(m_path + "token", "must not stand beside bik and account");
            const auto known = tokens.find(m_order.token);
            if (known == tokens.end()) return refuse(m_path + "token", "this token is not known");
            m_order.bik = known->second.bik;
            m_order.account = known->second.account;
        }
        if (!isDigits(m_order.bik, 9)) refuse(m_path + "bik", "must have 9 digits");
        if (!isDigits(m_order.account, 20)) refuse(m_path + "account", "must have 20 digits");
    }

    void checkPurpose()
    {
        const std::string &purpose = m_order.description;
        const std::string field = m_path + "description";
        if (characterCount(purpose) > 210) refuse(field, "must have at most 210 characters");
        if (purpose.find_first_of("?!") != std::string::npos) refuse(field, "must not contain ? or !");
        if (hasControlCharacter(purpose)) refuse(field, "must not contain line breaks or control characters");
        if (purpose.starts_with(' ') || purpose.ends_with(' ')) refuse(field, "must not begin or end with a space");
        if (characterCount(m_order.fullName) > 160) refuse(m_path + "full_name", "must have at most 160 characters");
        if (hasControlCharacter(m_order.fullName)) refuse(m_path + "full_name", "must not contain control characters");
    }

    void checkKind()
    {
        const auto prefix = std::ranges::find_if(
            allowedPrefixes, [this](const Prefix &allowed) { return m_order.account.starts_with(allowed.digits); });
        if (prefix == allowedPrefixes.end())
            return refuse(m_path + "account", "payouts to accounts of this kind are not allowed");
        switch (prefix->kind) {
        case RecipientKind::Individual:
            return checkIndividual();
        case RecipientKind::SoleProprietor:
            return checkSoleProprietor();
        case RecipientKind::LegalEntity:
            return checkLegalEntity();
        }
    }

    void checkIndividual()
    {
        if (!m_order.inn.empty() && !isDigits(m_order.inn, 12)) refuse(m_path + "inn", "must have 12 digits");
        if (!m_order.kpp.empty()) refuse(m_path + "kpp", "must be left out for individuals");
    }

    void checkSoleProprietor()
    {
        if (!m_order.fullName.starts_with("ИП ")) refuse(m_path + "full_name", "must begin with ИП and a space");
        if (m_order.inn.empty()) refuse(m_path + "inn", "this value should not be blank");
        if (!isDigits(m_order.inn, 12)) refuse(m_path + "inn", "must have 12 digits");
        if (!m_order.kpp.empty()) refuse(m_path + "kpp", "must be left out for sole proprietors");
    }

    void checkLegalEntity()
    {
        const bool nonResident = m_order.description.starts_with("{VO");
        if (m_order.inn.empty()) refuse(m_path + "inn", "this value should not be blank");
        if (!isDigits(m_order.inn, 10) && !(nonResident && isDigits(m_order.inn, 5)))
            refuse(m_path + "inn", "must have 10 digits");
        if (m_order.kpp.empty()) refuse(m_path + "kpp", "this value should not be blank");
        if (!isKpp(m_order.kpp)) refuse(m_path + "kpp", "must have 9 characters");
    }

    void readAmount()
    {
        const Json &details = object(m_body, "amount_details", "amount_details");
        const Json &amount = member(details, "amount");
        if (amount.is_null()) refuse("amount_details.amount", "this value should not be blank");
        if (!amount.is_number_integer()) refuse("amount_details.amount", "must be an integer");
        const bool tooLarge =
            amount.is_number_unsigned() &&
            amount.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        if (tooLarge) refuse("amount_details.amount", "is too large");
        if (amount.is_number_integer() && !tooLarge) m_order.amount = amount.get<std::int64_t>();
        if (m_order.amount <= 0) refuse("amount_details.amount", "must be greater than 0");
        m_order.currency = text(details, "currency", "amount_details.currency", true);
        std::string lower = m_order.currency;
        std::ranges::transform(lower, lower.begin(),
                               [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
        if (lower != "rub") refuse("amount_details.currency", "must be rub");
    }

    const Json &m_body;
    std::string m_details;
    std::string m_path;
    Order m_order;
    bool m_refused = false;
    Refusal m_refusal;
};

} // namespace

std::string payoutDetailsName(Names names)
{
    return names == Names::V1 ? "payment_method" : "payout_details";
}

std::string payoutListName(Names names)
{
    return names == Names::V1 ? "payments" : "payout_list";
}

Refusal invalidField(const std::string &field, const std::string &why)
{
    return {400, "invalid_request", field + ": " + why};
}

std::expected<Order, Refusal> readOrder(const Json &body, Names names,
                                        const std::map<std::string, TokenizedAccount> &tokens)
{
    return OrderReader(body, names).read(tokens);
}

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool isDigits(std::string_view text, std::size_t count)
{
    return text.size() == count && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace countersign::demobank
