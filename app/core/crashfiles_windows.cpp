#include "core/crashfiles.h"

#include <qt_windows.h>

namespace countersign {

void forbidCrashFiles()
{
    // Without the fault box Windows Error Reporting is not called, and with it goes the image that it would write.
    SetErrorMode(GetErrorMode() | SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
}

} // namespace countersign
