#pragma once

#include "payouts/payoutdesk.h"

namespace countersign::ui {

/// What an alarm says has happened.
[[nodiscard]] QString alarmHeadline(AlarmKind kind);
/// The same for an alarm's word out of the audit record; an unknown word as it is.
[[nodiscard]] QString alarmHeadline(const QString &word);
/// What a person can do about it.
[[nodiscard]] QString alarmAdvice(AlarmKind kind);
/// The advice, and before it what the bank says of a session that only the send journal knows.
[[nodiscard]] QString alarmSentences(const AlarmRecord &alarm);

/// That sending is frozen, and since when.
[[nodiscard]] QString freezeHeadline(const FreezeRecord &freeze);
/// Why sending is frozen: the alarm in words, or the person's own reason.
[[nodiscard]] QString freezeSentence(const FreezeRecord &freeze);

} // namespace countersign::ui
