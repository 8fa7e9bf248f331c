#include "ui/start/callersconsole.h"

#include <cstdio>
#include <initializer_list>
#include <qt_windows.h>

namespace countersign::ui {

void useCallersConsole()
{
    const HANDLE output = GetStdHandle(STD_OUTPUT_HANDLE);
    const bool goesSomewhere = output && output != INVALID_HANDLE_VALUE && GetFileType(output) != FILE_TYPE_UNKNOWN;
    if (goesSomewhere || !AttachConsole(ATTACH_PARENT_PROCESS)) return;
    // Where reopening fails nothing is shown, as before.
    for (FILE *stream : {stdout, stderr})
        if (!std::freopen("CONOUT$", "w", stream)) return;
}

} // namespace countersign::ui
