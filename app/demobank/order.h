#pragma once

#include "demobank/json.h"

#include <cstdint>
#include <expected>
#include <map>
#include <string>

namespace countersign::demobank {

/// Names of members as version 1 or version 2 of the API writes them (bank131-api.md 2.3).
enum class Names { V1, V2 };

[[nodiscard]] std::string payoutDetailsName(Names names);
[[nodiscard]] std::string payoutListName(Names names);

/// Why the bank refuses a call: HTTP code, error code of bank131-api.md section 9 and a text for people.
struct Refusal
{
    int http = 400;
    std::string code = "invalid_request";
    std::string description;
};

[[nodiscard]] Refusal invalidField(const std::string &field, const std::string &why);

/// One payout as the customer ordered it.
struct Order
{
    std::string bik;
    std::string account;
    std::string token;
    std::string fullName;
    std::string inn;
    std::string kpp;
    std::string description;
    bool isFast = false;
    std::string sender;
    std::int64_t amount = 0; ///< kopecks
    std::string currency;    ///< as written by the customer
    Json metadata;           ///< null when the call had none
};

struct TokenizedAccount
{
    std::string bik;
    std::string account;
};

/// Reads and checks the body of start or init by bank131-api.md 5.2 and section 10; lengths, digits and kinds, but no
/// check digits: the bank's pages do not say that it checks them. `tokens` are the account tokens the bank knows.
[[nodiscard]] std::expected<Order, Refusal> readOrder(const Json &body, Names names,
                                                      const std::map<std::string, TokenizedAccount> &tokens);

/// Number of characters (not bytes) of valid UTF-8.
[[nodiscard]] std::size_t characterCount(std::string_view text);
[[nodiscard]] bool isDigits(std::string_view text, std::size_t count);

} // namespace countersign::demobank
