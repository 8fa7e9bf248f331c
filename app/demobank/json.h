#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace countersign::demobank {

/// Keeps the order in which members were written.
using Json = nlohmann::ordered_json;

/// Reads one JSON value, strictly: UTF-8 without byte order mark, no duplicate names at any level, at most 32 levels.
/// On refusal returns nothing and, where asked, says why in `reason`.
[[nodiscard]] std::optional<Json> parseStrict(std::string_view text, std::string *reason = nullptr);

/// The exact bytes of the value of the top-level member `name` as they stand in `text`. `text` must have passed
/// parseStrict(); nothing when there is no such member or `text` is no object.
[[nodiscard]] std::optional<std::string_view> memberBytes(std::string_view text, std::string_view name);

/// How the bank writes JSON: compact, Cyrillic unescaped, `/` as `\/` (bank131-api.md 2.1).
[[nodiscard]] std::string toBankText(const Json &value);

/// The same value whatever the order of members (array order matters).
[[nodiscard]] bool sameContent(const Json &left, const Json &right);

/// The member of an object, or null where `value` is no object or has none.
[[nodiscard]] const Json &member(const Json &value, std::string_view name);
/// The text of a member; `fallback` where it is missing or no string.
[[nodiscard]] std::string textOf(const Json &value, std::string_view name, std::string_view fallback = {});

} // namespace countersign::demobank
