#include "demobank/settings.h"

#include <regex>
#include <stdexcept>

namespace countersign::demobank {

namespace {

[[noreturn]] void refuseScript(const std::string &what)
{
    throw std::invalid_argument("The script cannot be used: " + what + ".");
}

CustomerAccount readAccount(const Json &json)
{
    CustomerAccount account;
    account.account = textOf(json, "account", account.account);
    account.name = textOf(json, "name", account.name);
    account.inn = textOf(json, "inn", account.inn);
    account.kpp = textOf(json, "kpp", account.kpp);
    if (const Json &balance = member(json, "balance"); !balance.is_null()) {
        if (!balance.is_number_integer()) refuseScript("\"balance\" must be a whole number of kopecks");
        account.openingBalance = balance.get<std::int64_t>();
    }
    if (!isDigits(account.account, 20)) refuseScript("\"account\" must have 20 digits");
    return account;
}

void readTiming(BankSettings &settings, const Json &timing)
{
    for (const auto &[name, value] : timing.items()) {
        if (!value.is_number()) refuseScript("\"" + name + "\" must be a number of seconds");
        if (name == "check_seconds")
            settings.checkTime = secondsOf(value);
        else if (name == "execute_seconds")
            settings.executeTime = secondsOf(value);
        else if (name == "cancel_seconds")
            settings.cancelTime = secondsOf(value);
        else if (name == "confirm_seconds")
            settings.confirmTime = secondsOf(value);
        else if (name == "webhook_give_up_seconds")
            settings.webhookGiveUp = secondsOf(value);
        else
            refuseScript("\"" + name + "\" is no known time");
    }
}

void readTokens(BankSettings &settings, const Json &tokens)
{
    for (const auto &[token, account] : tokens.items())
        settings.tokens[token] = {textOf(account, "bik"), textOf(account, "account")};
}

Names readNames(const Json &value)
{
    if (value == "v1") return Names::V1;
    if (value == "v2") return Names::V2;
    refuseScript("\"webhook_names\" must be v1 or v2");
}

} // namespace

void applyScript(BankSettings &settings, const std::string &text)
{
    std::string reason;
    const auto script = parseStrict(text, &reason);
    if (!script) refuseScript(reason);
    if (!script->is_object()) refuseScript("it must be an object");
    for (const auto &[name, value] : script->items()) {
        if (name == "accounts") {
            settings.accounts.clear();
            for (const Json &account : value)
                settings.accounts.push_back(readAccount(account));
        } else if (name == "tokens")
            readTokens(settings, value);
        else if (name == "timing")
            readTiming(settings, value);
        else if (name == "webhook_names")
            settings.webhookNames = readNames(value);
        else if (name == "confirm_information" && value.is_string())
            settings.confirmInformation = value;
        else if (name == "fee" && value.is_number_unsigned())
            settings.fee = value;
        else if (name == "statement")
            settings.flatStatement = value == "flat";
        else if (name == "rules" && value.is_array())
            settings.rules = value;
        else if (name != "note")
            refuseScript("\"" + name + "\" is not known or has the wrong type");
    }
}

microseconds secondsOf(const Json &number)
{
    // From the digits as written: "1.5" is exactly one and a half.
    static const std::regex form(R"((-?)(\d{1,10})(?:\.(\d+))?)");
    const std::string text = number.is_number() ? number.dump() : std::string();
    std::smatch part;
    if (!std::regex_match(text, part, form)) throw std::invalid_argument("A number of seconds was expected.");
    const std::string fraction = (part[3].str() + "000000").substr(0, 6);
    const microseconds span{std::stoll(part[2].str()) * 1'000'000 + std::stoll(fraction)};
    return part[1].length() > 0 ? -span : span;
}

} // namespace countersign::demobank
