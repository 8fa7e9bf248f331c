#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QIODevice>

#include <functional>
#include <memory>

struct zip;
struct zip_file;

namespace countersign {

/// One part of a zip file while it is unpacked. Fails, and says why in partError(), when more comes out than the part
/// may have or says it has, when it grows as only bombs do, when the zip is damaged, when the XML has a document type
/// (entities are refused before an XML reader sees them, threat-model.md F4), when a text or a tag in it is longer than
/// any program writes one (an XML reader would keep it whole), or when it was stopped.
class ZipPart final : public QIODevice
{
public:
    ~ZipPart() override;
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 declaredSize() const { return m_sizes.declared; }
    [[nodiscard]] qint64 unpacked() const { return m_unpacked; }
    /// Empty: nothing has failed.
    [[nodiscard]] QString partError() const { return m_error; }
    /// Called with the bytes unpacked so far, at every piece; false stops the reading for good.
    void setWatch(std::function<bool(qint64)> goesOn) { m_goesOn = std::move(goesOn); }
    [[nodiscard]] bool wasStopped() const { return m_stopped; }

protected:
    qint64 readData(char *target, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    friend class ZipParts;
    struct Sizes
    {
        qint64 declared; ///< unpacked, as the zip says
        qint64 packed;
        qint64 limit; ///< unpacked
    };
    ZipPart(zip_file *file, const Sizes &sizes);
    [[nodiscard]] qint64 failed(const QString &why);
    [[nodiscard]] bool holdsLongRun(QByteArrayView piece);

    zip_file *m_file;
    Sizes m_sizes;
    qint64 m_unpacked = 0;
    QByteArray m_tail; ///< of the bytes before, for words that stand across two pieces
    QString m_error;
    qint64 m_run = 0; ///< bytes since the last tag began
    std::function<bool(qint64)> m_goesOn;
    bool m_stopped = false;
};

/// The parts of a zip file that stands in memory. Nothing is ever written to a disk, so a part's name can do no harm;
/// it is only compared. The bytes must outlive it.
class ZipParts
{
public:
    /// fileNotUnderstood: no zip, damaged, too many parts, a name twice (two programs would read two different files).
    [[nodiscard]] static Result<std::unique_ptr<ZipParts>> open(QByteArrayView bytes);
    ~ZipParts();
    ZipParts(const ZipParts &) = delete;
    ZipParts &operator=(const ZipParts &) = delete;

    /// In the order of the file, without folders.
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] bool contains(const QString &name) const;
    /// fileNotUnderstood: no such part, encrypted, larger than `limit` bytes, or packed as only bombs are.
    [[nodiscard]] Result<std::unique_ptr<ZipPart>> part(const QString &name, qint64 limit) const;

private:
    explicit ZipParts(zip *archive) : m_archive(archive) {}
    zip *m_archive;
};

} // namespace countersign
