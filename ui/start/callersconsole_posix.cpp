#include "ui/start/callersconsole.h"

namespace countersign::ui {

void useCallersConsole() {}

} // namespace countersign::ui
