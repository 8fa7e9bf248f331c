#include "bootstrap/fileimportdesk.h"

#include "core/try.h"
#include "domain/workingdays.h"
#include "exchange/rowswriter.h"
#include "storage/importrows.h"
#include "storage/sqlitereader.h"

#include <QFileInfo>

namespace countersign {

namespace {

constexpr int threads = 2; // one reads; keeping a mapping or saving rows does not wait for it

/// Each question over a connection of its own: a reading begins on any thread and asks twice.
class StoredImports final : public EarlierImports
{
public:
    explicit StoredImports(QString storeFile) : m_storeFile(std::move(storeFile)) {}

    [[nodiscard]] Result<std::optional<EarlierImport>> file(const QByteArray &sha256) const override
    {
        SqliteImportHistory history(m_storeFile);
        COUNTERSIGN_TRY_INTO(record, history.importOfFile(sha256));
        if (!record) return std::optional<EarlierImport>();
        return EarlierImport{.day = bankDay(record->at)};
    }
    [[nodiscard]] Result<QHash<QByteArray, EarlierImport>> documents(const QList<QByteArray> &identities) const override
    {
        return SqliteImportHistory(m_storeFile).importsOfDocuments(identities);
    }

private:
    QString m_storeFile;
};

} // namespace

/// Ends a reading that nobody can hear of any more.
class FileImportDesk::UntilLeaving final : public ReadingProgress
{
public:
    UntilLeaving(const std::atomic<bool> &leaving, ReadingProgress &progress) : m_leaving(leaving), m_progress(progress)
    {
    }
    [[nodiscard]] bool reached(int permille) override { return m_progress.reached(permille) && !m_leaving; }

private:
    const std::atomic<bool> &m_leaving;
    ReadingProgress &m_progress;
};

FileImportDesk::FileImportDesk(Needs needs) : m_needs(std::move(needs))
{
    m_pool.setMaxThreadCount(threads);
}

FileImportDesk::~FileImportDesk()
{
    m_leaving = true;
    m_pool.waitForDone();
}

template <class T>
QFuture<T> FileImportDesk::onPool(std::function<T(ReadingProgress &)> work)
{
    return startReading<T>(m_pool, [this, work = std::move(work)](ReadingProgress &progress) {
        UntilLeaving watched(m_leaving, progress);
        return work(watched);
    });
}

ImportRules FileImportDesk::allRules() const
{
    ImportRules rules = m_needs.rules();
    if (!m_needs.storeFile.isEmpty()) rules.earlier = std::make_shared<StoredImports>(m_needs.storeFile);
    rules.mappings = std::make_shared<MappingBook>(m_needs.mappingsFile);
    return rules;
}

QFuture<ImportResult> FileImportDesk::read(QString path, ImportChoices choices)
{
    return onPool<ImportResult>(
        [this, path, choices](ReadingProgress &progress) { return readImport(path, choices, allRules(), progress); });
}

QFuture<Result<>> FileImportDesk::lookAgain(FileFingerprint file)
{
    return onPool<Result<>>([file](ReadingProgress &) { return checkUnchanged(file); });
}

QFuture<Result<QList<StandingKind>>> FileImportDesk::standings(std::shared_ptr<const ImportSheet> sheet,
                                                               qsizetype first, qsizetype count)
{
    using Standings = QList<StandingKind>;
    return onPool<Result<Standings>>([this, sheet, first, count](ReadingProgress &) -> Result<Standings> {
        SqliteReader reader(m_needs.storeFile);
        Standings found;
        for (qsizetype row = first; row < first + count; ++row) {
            if (sheet->overview(row).refused() || m_leaving) {
                found.append(StandingKind::incomplete);
                continue;
            }
            COUNTERSIGN_TRY_INTO(standing, standingIn(reader, identityOf(sheet->row(row).draft)));
            found.append(standing.kind);
        }
        return found;
    });
}

QFuture<Result<PreparedImport>> FileImportDesk::prepare(std::shared_ptr<const ImportSheet> sheet, QList<qsizetype> rows)
{
    return onPool<Result<PreparedImport>>(
        [sheet, rows](ReadingProgress &progress) { return draftsOfRows(*sheet, rows, progress); });
}

QFuture<Result<ImportDone>> FileImportDesk::makeDrafts(PreparedImport prepared, Money controlTotal)
{
    return onPool<Result<ImportDone>>([this, prepared, controlTotal](ReadingProgress &) -> Result<ImportDone> {
        COUNTERSIGN_TRY(checkUnchanged(prepared.file));
        return m_needs
            .importDrafts({.fileName = QFileInfo(prepared.file.path).fileName(),
                           .fileSha256 = prepared.file.sha256,
                           .controlTotal = controlTotal,
                           .rows = prepared.rows})
            .result();
    });
}

QFuture<Result<>> FileImportDesk::keepMapping(QByteArray headerSignature, ColumnMapping mapping)
{
    return onPool<Result<>>([this, headerSignature, mapping](ReadingProgress &) {
        return MappingBook(m_needs.mappingsFile).keep(headerSignature, mapping);
    });
}

QFuture<Result<>> FileImportDesk::saveRows(QString path, std::shared_ptr<const ImportSheet> sheet,
                                           QList<qsizetype> rows, QString reasonsHeader, RowReasons reasons)
{
    return onPool<Result<>>([=](ReadingProgress &) -> Result<> {
        const QList<QStringList> written = rowsToCorrect(*sheet, rows, reasonsHeader, reasons);
        if (!path.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive)) return writeWhole(path, csvOf(written));
        COUNTERSIGN_TRY_INTO(workbook, xlsxOf(QFileInfo(path).completeBaseName().left(31), written));
        return writeWhole(path, workbook);
    });
}

} // namespace countersign
