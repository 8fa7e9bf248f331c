#pragma once

#include <QByteArray>
#include <QFile>
#include <QMutex>

namespace countersign {

/// The program's log: "countersign.log" in a folder of its own, and older pieces "countersign.1.log" …; the oldest goes
/// when there are too many. What can't be written is dropped: the log is never in the way. Thread-safe.
class LogFile
{
public:
    struct Limits
    {
        qint64 bytes = 512 * 1024; ///< of one piece
        int pieces = 4;
    };
    explicit LogFile(const QString &folder);
    LogFile(const QString &folder, Limits limits);

    /// `line` has been masked; its end is added.
    void append(const QByteArray &line);
    /// The newest lines, oldest first, not more than so many bytes.
    [[nodiscard]] QByteArray recent(qint64 most) const;

private:
    [[nodiscard]] QString pieceName(int number) const;
    [[nodiscard]] bool makeRoom(qsizetype bytes);

    const QString m_folder;
    const Limits m_limits;
    mutable QMutex m_mutex;
    QFile m_file;
};

} // namespace countersign
