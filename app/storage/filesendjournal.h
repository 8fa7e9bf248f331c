#pragma once

#include "ports/sendjournal.h"
#include "storage/durablefile.h"
#include "storage/writefault.h"

namespace countersign {

/// The send journal as a text file "sends.journal" in a folder of its own. One line per entry: a compact JSON array (of
/// six or, since it names its payout and content, eight fields), a space, and a checksum that covers the line before it
/// too, so that an edited, removed or reordered line shows.
class FileSendJournal final : public SendJournal
{
public:
    /// The folder is created with the first entry. `fault` may be null; not owned.
    explicit FileSendJournal(const QString &directory, WriteFault *fault = nullptr);

    /// Where the journal of that folder lies.
    [[nodiscard]] static QString fileIn(const QString &directory);
    /// What can still be read of a journal that is damaged: every line that is an entry, whatever stands around it.
    [[nodiscard]] static QList<JournalEntry> readableEntries(const QString &directory);

    using SendJournal::append;
    [[nodiscard]] Result<> append(const QList<JournalEntry> &entries) override;
    [[nodiscard]] Result<QList<JournalEntry>> entries() const override;

private:
    /// How far a file has been read, and found to be whole.
    struct Known
    {
        QByteArray lastChecksum;
        qint64 wholeBytes = 0; ///< up to the end of the last whole line
        qint64 fileBytes = 0;
    };
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<Known> whatIsThere(const QString &path) const;
    [[nodiscard]] Result<> write(const QByteArray &lines);

    QString m_directory;
    WriteFault *m_fault;
    std::optional<NativeFile> m_file;
    mutable std::optional<Known> m_known; ///< of the last reading; a start reads everything just before it goes on
    QByteArray m_lastChecksum;
    bool m_failed = false;
};

} // namespace countersign
