#pragma once

#include "core/error.h"

#include <QString>

#include <optional>

namespace countersign::ui {

/// The pages of the help, in the order in which they are listed; each is a file resources/help/LANGUAGE/ID.md.
enum class HelpTopic {
    firstSteps,
    review,
    states,
    unknown,
    several,
    connecting,
    keys,
    import,
    exporting,
    recipients,
    banks
};
inline constexpr int helpTopicCount = 11;

/// "first-steps": the page's file and link name.
[[nodiscard]] QString helpTopicId(HelpTopic topic);
[[nodiscard]] std::optional<HelpTopic> helpTopicFromId(QStringView id);

/// The page that explains an error and its remedy; none where the error's own sentence says all there is.
[[nodiscard]] std::optional<HelpTopic> helpTopicOf(ErrorCode code);

} // namespace countersign::ui
