#pragma once

#include "demobank/json.h"
#include "demobank/moment.h"
#include "demobank/order.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace countersign::demobank {

/// A settlement account that the customer can pay from.
struct CustomerAccount
{
    std::string account = "40702810300200000013";
    std::string name = "ABC LLC";
    std::string inn = "3316004790";
    std::string kpp = "156605101";
    std::int64_t openingBalance = 1234050000; ///< kopecks
};

/// Everything about the practice bank that does not change while it runs.
struct BankSettings
{
    std::string project;
    std::vector<CustomerAccount> accounts{CustomerAccount{}};
    std::map<std::string, TokenizedAccount> tokens;
    microseconds checkTime{1'500'000};
    microseconds executeTime{2'000'000};
    microseconds cancelTime{300'000};
    microseconds confirmTime = std::chrono::minutes{240};
    std::string webhookUrl; ///< empty: no webhooks
    Names webhookNames = Names::V1;
    microseconds webhookGiveUp{0};                         ///< how long an unanswered webhook is repeated; 0 for ever
    std::string confirmInformation = "webhook_and_status"; ///< or "webhook", "status", "never"
    std::int64_t fee = 0;                                  ///< kopecks, debited with each payout
    bool flatStatement = false;
    Json rules = Json::array();
};

/// Reads a script file into settings that the command line began. Throws std::invalid_argument with a sentence.
void applyScript(BankSettings &settings, const std::string &text);

/// Seconds, also with a fraction, as a time span.
[[nodiscard]] microseconds secondsOf(const Json &number);

} // namespace countersign::demobank
