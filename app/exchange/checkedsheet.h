#pragma once

#include "exchange/parsedfile.h"
#include "exchange/rowcheck.h"

#include <array>

namespace countersign {

/// A parsed file with all its rows checked, against each other too. Of each row only an overview is kept; the rest is
/// computed anew for the rows that are seen, because a hundred thousand rows with their findings would need a gigabyte.
class CheckedSheet final : public ImportSheet
{
public:
    /// Reports 500 to 1000 permille. Error: cancelled.
    [[nodiscard]] static Result<std::shared_ptr<const CheckedSheet>>
    check(ParsedFile file, const ImportChoices &choices, const ImportRules &rules, ReadingProgress &progress);

    [[nodiscard]] const ImportFacts &facts() const override { return m_file.facts; }
    [[nodiscard]] const QList<ImportFinding> &fileFindings() const override { return m_file.findings; }
    [[nodiscard]] const CellTable &table() const override { return m_file.table; }
    [[nodiscard]] QStringList columnNames() const override;
    [[nodiscard]] const ColumnMapping &mapping() const override { return m_mapping; }
    [[nodiscard]] qsizetype rowCount() const override { return m_rows.size(); }
    [[nodiscard]] qsizetype tableRow(qsizetype row) const override { return m_rows[row].tableRow; }
    [[nodiscard]] const RowOverview &overview(qsizetype row) const override { return m_rows[row].overview; }
    [[nodiscard]] ImportRow row(qsizetype row) const override;
    [[nodiscard]] ImportTotal total() const override { return m_total; }
    [[nodiscard]] ImportTotal accepted() const override { return m_accepted; }
    [[nodiscard]] ImportTotal refused() const override { return m_refused; }
    [[nodiscard]] bool fileRefused() const override;

private:
    using Identity = std::array<char, 32>;
    struct Row
    {
        qint32 tableRow;
        RowOverview overview;
        Identity identity;
    };

    CheckedSheet(ParsedFile file, const ImportRules &rules);
    void chooseColumns(const ImportChoices &choices);
    void findDecimalSign(const ImportChoices &choices);
    Result<> checkRows(ReadingProgress &progress);
    [[nodiscard]] qint32 firstOf(QHash<QString, qint32> &firsts, const QString &key) const;
    [[nodiscard]] bool isRow(qsizetype tableRow);
    [[nodiscard]] bool namesPayment(qsizetype tableRow) const;
    [[nodiscard]] bool takesTotalRow(qsizetype tableRow);
    [[nodiscard]] std::optional<qsizetype> paymentAboveHeader() const;
    void noteNumber(const ImportRow &row);
    void findHiddenColumns();
    void findRepetitions();
    Result<> findEarlier();
    void addFileFindings();
    void compareStatedTotal();
    void sumUp();
    [[nodiscard]] Severity repetitionSeverity(const ImportRow &row) const;

    ParsedFile m_file;
    ImportRules m_rules;
    ColumnMapping m_mapping;
    std::unique_ptr<RowReader> m_reader;
    std::unique_ptr<RowCheck> m_check;
    QList<Row> m_rows;
    QHash<qsizetype, qsizetype> m_repetitions; ///< row → the first row with the same identity
    QHash<qsizetype, qsizetype> m_sameNumbers; ///< row → the first row with the same number and another identity
    QHash<QString, qint32> m_numbers; ///< number, day, account to pay from → its first row; only while rows are checked
    QHash<qsizetype, EarlierImport> m_earlier; ///< row → what it was imported as
    QList<Money> m_statedTotals;               ///< of total rows
    QHash<QString, qint32> m_senders;          ///< account to pay from → its first row; likewise
    QHash<QString, qint32> m_recipients;       ///< account and BIK → its first row; only while rows are checked
    bool m_namesRussian = false;               ///< a recipient's account has 20 digits
    bool m_paysFromRussian = false;            ///< an account to pay from has
    bool m_namesForeign = false;               ///< a recipient's account is one of another country
    ImportTotal m_total;
    ImportTotal m_accepted;
    ImportTotal m_refused;
};

} // namespace countersign
