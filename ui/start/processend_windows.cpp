#include "ui/start/processend.h"

#include <cstdio>
#include <cstdlib>
#include <qt_windows.h>

namespace countersign::ui {

void endProcess(int code)
{
    std::fflush(nullptr);
    TerminateProcess(GetCurrentProcess(), static_cast<UINT>(code));
    std::abort(); // not reached
}

} // namespace countersign::ui
