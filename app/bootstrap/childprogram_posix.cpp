#include "bootstrap/childprogram.h"

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace countersign {

void endWithThisProgram([[maybe_unused]] QProcess &process)
{
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
}

void askToEnd(QProcess &process)
{
    process.terminate();
}

} // namespace countersign
