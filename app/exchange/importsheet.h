#pragma once

#include "domain/importorder.h"
#include "exchange/importfinding.h"
#include "exchange/importsource.h"
#include "exchange/mappingbook.h"
#include "exchange/textencoding.h"

#include <QBitArray>
#include <QHash>

#include <memory>

namespace countersign {

enum class FileFormat { clientBankExchange, csv, xlsx };

/// What a person decides about a file; all of it may be left to recognition.
struct ImportChoices
{
    std::optional<TextEncoding> encoding;
    std::optional<QChar> separator;
    std::optional<QChar> decimalSign; ///< . or ,
    QString sheet;                    ///< of a workbook; empty: the first visible one
    std::optional<int> headerRow;     ///< of the table, from 0; -1: there is none
    std::optional<ColumnMapping> mapping;
    QString senderAccount; ///< for rows whose table names none
};

/// Looks up what was imported before. Called on the thread that reads; when it can't tell, the file is not read.
class EarlierImports
{
public:
    virtual ~EarlierImports() = default;
    /// By the SHA-256 of a file's bytes (64 hexadecimal digits).
    [[nodiscard]] virtual Result<std::optional<EarlierImport>> file(const QByteArray &sha256) const = 0;
    /// By document identities (see ImportRow::identity); those that are unknown are left out. Asked for all rows at
    /// once.
    [[nodiscard]] virtual Result<QHash<QByteArray, EarlierImport>>
    documents(const QList<QByteArray> &identities) const = 0;
};

/// What the profile and the day bring.
struct ImportRules
{
    std::shared_ptr<const BankDirectory> directory; ///< may be null
    QList<AccountNumber> senderAccounts;            ///< empty: not known, and then not judged
    std::optional<Money> limit;
    QDate today; ///< in Moscow
    bool checkDigitsBlock = false;
    std::shared_ptr<const EarlierImports> earlier; ///< may be null
    std::shared_ptr<const MappingBook> mappings;   ///< may be null
};

/// Fields of a document that the bank's call has no place for: kept, shown, printed (ru-payments.md 4.6).
struct DocumentFacts
{
    QString kind; ///< "Платежное поручение"; empty in tables
    QString number;
    QString date; ///< as the file has it
    QString correspondentAccount;
    QString incomeCode;
    QString priority;
    QString uin;
};

/// One row with everything that is known about it.
struct ImportRow
{
    PayoutDraft draft; ///< as the file has it; the amount with a point or comma only as its decimal sign
    DocumentFacts facts;
    QList<ImportFinding> findings; ///< the worst first
    bool refused = false;          ///< something blocks
    bool senderChosen = false;     ///< the file names no account to pay from; it is the one that a person chose
    QString bankName;              ///< of the BIK, where the directory has it
    std::optional<EarlierImport> earlier = {}; ///< what the same document became before
    std::optional<Money> amount;               ///< as far as it can be read
    /// SHA-256 over sender account, number, date, amount and recipient account (ru-payments.md 4.6), and over the
    /// purpose where the row has no number: the same document always has the same one. 64 hexadecimal digits.
    QByteArray identity;
    int line = 0; ///< where it begins: a line of a text file, a row of a spreadsheet, from 1
};

/// What is kept of each row without asking for it again.
struct RowOverview
{
    Severity worst = Severity::good; ///< of the row's findings
    bool importedBefore = false;
    bool repeated = false;
    std::optional<Money> amount;
    qint32 recipient = 0; ///< the first row that pays the same account at the same BIK
    qint32 sender = 0;    ///< the first row that is paid from the same account
    [[nodiscard]] bool refused() const { return worst == Severity::block; }
    /// Perhaps paid or to be paid already: taken only when a person says so at this row.
    [[nodiscard]] bool needsWord() const { return importedBefore || repeated; }
};

struct ImportTotal
{
    qsizetype count = 0;
    std::optional<Money> sum = Money(); ///< nothing when it leaves 64 bits
};

/// What was found out about the file.
struct ImportFacts
{
    FileFingerprint file;
    FileFormat format = FileFormat::csv;
    std::optional<TextEncoding> encoding; ///< of text files
    bool byteOrderMark = false;
    QString declaredEncoding;         ///< 1C: as the file says
    std::optional<QChar> separator;   ///< CSV
    std::optional<QChar> decimalSign; ///< of the amounts; nothing: none was seen
    QString sheet;                    ///< XLSX: the one that was read
    QStringList sheets;               ///< XLSX: all, hidden ones too
    QBitArray hiddenColumns;          ///< XLSX: those that the spreadsheet does not show; empty: none
    QString version;                  ///< 1C
    QString program;                  ///< 1C: Отправитель
    QStringList accounts;             ///< 1C: РасчСчет of the header
    bool statement = false;           ///< 1C: has balances, so a bank wrote it
    int headerRow = -1;               ///< of the table
    QByteArray headerSignature;       ///< for MappingBook
    bool mappingFromBook = false;
};

/// A file read and checked. Immutable: may be shared between threads.
class ImportSheet
{
public:
    virtual ~ImportSheet() = default;

    [[nodiscard]] virtual const ImportFacts &facts() const = 0;
    /// Findings of the file as a whole. One that blocks: nothing of the file can be taken.
    [[nodiscard]] virtual const QList<ImportFinding> &fileFindings() const = 0;
    /// All cells, the header and lines above it too: for showing and for choosing columns. Rows are counted otherwise
    /// than below; see tableRow().
    [[nodiscard]] virtual const CellTable &table() const = 0;
    /// Names of the table's columns: the header's, the keys of 1C, else A, B, C …
    [[nodiscard]] virtual QStringList columnNames() const = 0;
    /// Tables only; a 1C file has its keys.
    [[nodiscard]] virtual const ColumnMapping &mapping() const = 0;

    /// Rows that are payouts, or should be; not headers, empty rows and total rows.
    [[nodiscard]] virtual qsizetype rowCount() const = 0;
    [[nodiscard]] virtual qsizetype tableRow(qsizetype row) const = 0;
    [[nodiscard]] virtual const RowOverview &overview(qsizetype row) const = 0;
    /// Computed anew at each call, about 0.1 ms: for the rows that are seen.
    [[nodiscard]] virtual ImportRow row(qsizetype row) const = 0;

    [[nodiscard]] virtual ImportTotal total() const = 0;    ///< of all rows whose amount can be read
    [[nodiscard]] virtual ImportTotal accepted() const = 0; ///< of those that nothing blocks
    [[nodiscard]] virtual ImportTotal refused() const = 0;
    /// Whether anything blocks the file as a whole.
    [[nodiscard]] virtual bool fileRefused() const = 0;
};

} // namespace countersign
