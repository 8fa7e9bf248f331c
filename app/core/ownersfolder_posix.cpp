#include "core/ownersfolder.h"

#include <QFile>

namespace countersign {

bool keepForOwner(const QString &folder)
{
    return QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

} // namespace countersign
