#include "core/ids.h"

#include <QByteArray>
#include <QRandomGenerator>

namespace countersign {

QString SystemIds::next()
{
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex());
}

} // namespace countersign
