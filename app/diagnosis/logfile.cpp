#include "diagnosis/logfile.h"

#include <QDir>

namespace countersign {

using namespace Qt::StringLiterals;

LogFile::LogFile(const QString &folder) : LogFile(folder, Limits{}) {}

LogFile::LogFile(const QString &folder, Limits limits) : m_folder(folder), m_limits(limits) {}

QString LogFile::pieceName(int number) const
{
    const QString name = number == 0 ? u"countersign.log"_s : u"countersign.%1.log"_s.arg(number);
    return QDir(m_folder).filePath(name);
}

bool LogFile::makeRoom(qsizetype bytes)
{
    if (!m_file.isOpen()) {
        QDir().mkpath(m_folder);
        m_file.setFileName(pieceName(0));
        if (!m_file.open(QIODevice::Append)) return false;
        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    if (m_file.size() + bytes <= m_limits.bytes) return true;
    m_file.close();
    QFile::remove(pieceName(m_limits.pieces - 1));
    for (int number = m_limits.pieces - 2; number >= 0; --number)
        QFile::rename(pieceName(number), pieceName(number + 1));
    // Where another process holds the file it stays, and is full.
    return m_file.open(QIODevice::Append) && m_file.size() + bytes <= m_limits.bytes;
}

void LogFile::append(const QByteArray &line)
{
    const QMutexLocker locked(&m_mutex);
    if (!makeRoom(line.size() + 1)) return;
    m_file.write(line + '\n');
    m_file.flush();
}

QByteArray LogFile::recent(qint64 most) const
{
    const QMutexLocker locked(&m_mutex);
    QByteArray newest;
    for (int number = 0; number < m_limits.pieces && newest.size() < most; ++number) {
        QFile piece(pieceName(number));
        if (piece.open(QIODevice::ReadOnly)) newest.prepend(piece.readAll());
    }
    if (newest.size() <= most) return newest;
    newest = newest.last(most);
    return newest.sliced(newest.indexOf('\n') + 1); // whole lines
}

} // namespace countersign
