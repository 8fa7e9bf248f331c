#pragma once

#include <string>
#include <string_view>

namespace countersign::demobank {

struct BankEntry
{
    std::string name;
    std::string correspondentAccount;
};

/// Name and correspondent account for a BIK: the banks that occur in practice are known, any other gets a made-up name.
[[nodiscard]] BankEntry bankOf(std::string_view bik);

inline constexpr std::string_view ownBik = "049205131";

} // namespace countersign::demobank
