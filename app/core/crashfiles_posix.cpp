#include "core/crashfiles.h"

#include <QtGlobal>

#include <sys/resource.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace countersign {

void forbidCrashFiles()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0); // a core handler that is a program would be called in spite of the limit
#endif
}

} // namespace countersign
