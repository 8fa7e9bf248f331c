#pragma once

namespace countersign::ui {

/// Lets what is printed appear where the program was called from. Windows gives a program with windows no console of
/// its own; output that was sent to a file or a pipe arrives there without this. Elsewhere there is nothing to do.
void useCallersConsole();

} // namespace countersign::ui
