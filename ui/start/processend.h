#pragma once

namespace countersign::ui {

/// Ends the process when everything of ours has been closed, without another word of any library. Under Windows a
/// library's own ending can wait for ever for a thread that has been ended (the compiler's did, under Wine).
[[noreturn]] void endProcess(int code);

} // namespace countersign::ui
