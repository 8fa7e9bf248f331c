#include "webhooks/plainfile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countersign {

bool openPlainFile(QFile &file)
{
    const int handle =
        ::open(QFile::encodeName(file.fileName()).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (handle < 0) return false;
    struct stat facts = {};
    const bool isPlain = ::fstat(handle, &facts) == 0 && S_ISREG(facts.st_mode);
    if (isPlain && file.open(handle, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) return true;
    ::close(handle);
    return false;
}

} // namespace countersign
