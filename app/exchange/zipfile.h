#pragma once

#include "core/error.h"
#include "exchange/readingprogress.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <functional>

struct zip;

namespace countersign {

/// Gathers files and texts, and writes them into one zip file of any size.
class ZipWriter
{
public:
    /// The file must stay as it is until `write` has returned.
    void addFile(const QString &name, const QString &path);
    void addBytes(const QString &name, const QByteArray &bytes);
    /// Makes the file `path`, which must not be there. After an error nothing is left of it. fileUnwritable,
    /// cancelled.
    [[nodiscard]] Result<> write(const QString &path, ReadingProgress &progress) const;

private:
    struct Part
    {
        QString name;
        QString path; ///< empty: the bytes
        QByteArray bytes;
    };
    QList<Part> m_parts;
};

/// A zip file on the disk, of any size, read piece by piece. Its parts go where the caller writes them: their names are
/// never used as paths.
class ZipFile
{
public:
    /// fileUnreadable; fileNotUnderstood: no zip, damaged, a name twice.
    [[nodiscard]] static Result<ZipFile> open(const QString &path);
    ZipFile(ZipFile &&other) noexcept;
    ZipFile &operator=(ZipFile &&other) noexcept;
    ~ZipFile();

    [[nodiscard]] QStringList names() const;
    /// Gives the whole part in pieces. fileNotUnderstood: no such part, damaged, more than `limit` bytes; otherwise
    /// the error of `take`.
    [[nodiscard]] Result<> read(const QString &name, qint64 limit,
                                const std::function<Result<>(QByteArrayView)> &take) const;
    /// The whole of a small part.
    [[nodiscard]] Result<QByteArray> bytes(const QString &name, qint64 limit) const;

private:
    explicit ZipFile(zip *archive) : m_archive(archive) {}
    zip *m_archive = nullptr;
};

} // namespace countersign
