#pragma once

#include "domain/validation.h"
#include "exchange/columnmapping.h"

#include <variant>

namespace countersign {

/// What only a file can have wrong; the rest is FindingKind. In brackets: the arguments, in order.
enum class ImportFindingKind {
    // the whole file
    fileEndMissing,     ///< block: the 1C file stops without КонецФайла; it may have been cut
    fileVersionUnknown, ///< block [version]: neither 1.01, 1.02 nor 1.03
    fileNotRussian,     ///< block: keys or accounts of another country's exchange format
    fileHeaderRepeated, ///< block [line]: a second file begins inside this one
    fileDocumentAfterEnd, ///< block [line]: a document stands behind КонецФайла, where other programs stop reading
    fileStrayLine, ///< [line]: outside documents stands something unknown; block where a document may be lost in it
    fileEncodingDiffers, ///< hint [declared]: the file says another encoding than its bytes show
    fileIsStatement,     ///< warn: an account statement, no orders
    fileImportedBefore,  ///< warn [day as ISO date]: exactly these bytes were imported
    fileWithoutRows,     ///< block: nothing to pay in it
    fileTooManyRows,     ///< block [limit]: rows after the limit were not read
    fileQuoteUnclosed,   ///< block [line]: a quote opened there is never closed, the rest of the file is in one cell
    fileRowAboveHeader,  ///< block [line]: a payment stands above the line with the columns' names
    fileColumnsMissing,  ///< block [field names]: no column is known to hold them
    fileColumnsHidden,   ///< warn [field names]: the spreadsheet does not show columns that are read
    fileSheetsMore,      ///< hint [names]: the workbook has other sheets, which are not read
    fileTotalDiffers,    ///< warn [stated kopecks, computed kopecks]: the total row does not fit the rows
    fileTotalFits,       ///< good [kopecks]
    // a row
    rowTooShort,     ///< warn [cells, columns]: cells are missing at the end
    rowTooLong,      ///< block [cells, columns]: a separator inside a text has shifted the cells
    rowBrokenQuotes, ///< block
    rowHidden,       ///< warn: the spreadsheet hides this row
    senderChosen,    ///< warn [account]: its cell for the account to pay from is empty; it is the one a person chose
    rowSameNumber, ///< warn [line of the first]: another payment above has the same number, day and account to pay from
    rowRepeated,   ///< block or warn [line of the first]: the same document, or the same payment, stands above
    rowImportedBefore, ///< warn [day as ISO date, payout's number, word of its state]: the same document became a
                       ///< payout; no state: its draft was discarded
    // a cell
    cellCut,          ///< block [limit]: longer than any field may be
    cellBadBytes,     ///< block: holds bytes that are no text, or a text that was written in another encoding
    cellFormulaError, ///< block [text]: the spreadsheet shows an error
    cellFormula,      ///< warn: a formula's last result, which can differ from what the sheet would show now
    cellReshaped,     ///< block [cell's text]: its number format shows another number or text, or nothing
    numberRounded,    ///< block [cell's text]: the spreadsheet kept 15 digits; the rest is lost
    numberExponent,   ///< block [cell's text]: the spreadsheet wrote it as 4.07E+19
    leadingZeroLost,  ///< block [digits found, digits needed]: one digit short where a number begins with 0
    amountBothSigns,  ///< block: neither point nor comma is surely the decimal sign
    // a 1C document
    documentUnfinished,  ///< block: the file ends or another document begins before КонецДокумента
    documentStrayLine,   ///< warn: a line is neither key and value nor a purpose; block: it may be of the purpose
    documentKeyRepeated, ///< block [key]: named twice, with different values
    documentKindOther,   ///< block [kind]: only payment orders become payouts
    documentOfBudget,    ///< block: a payment to the budget has fields that the bank's call does not take
    documentBooked,      ///< block [day]: already executed, from a statement; paying it again is never meant
    documentOfStatement, ///< block [bank's receipt, perhaps empty]: it stands in a statement, or has a receipt: a bank
                         ///< has it
    documentDateWrong,   ///< block [text]: not dd.mm.yyyy; in tables, where a date may be missing, what is none
    documentNumberMissing,  ///< hint
    documentNumberLong,     ///< hint: more than six digits, or other characters
    documentNumberRound,    ///< hint: ends in 000
    documentAccountsDiffer, ///< block [one, other]: two keys name different accounts of the recipient
    documentInnDiffers,     ///< warn [one, other]: the name line and the INN key name different INNs
    documentNamesDiffer,    ///< warn [one, other]
    documentIncomeCode,     ///< warn [code]: the bank's call has no place for it
    documentPriority,       ///< warn [priority]: other than 5; the bank's call has no place for it
    documentUrgent,         ///< warn: ВидПлатежа asks for urgency, which may cost a fee
    documentUrgencyUnknown, ///< warn [text]: ВидПлатежа is no known word, so the payout is not urgent
    documentUin,            ///< hint [code]: as above
    documentUnknownKey,     ///< hint [keys]: kept and not used
    documentUnusedKey,      ///< hint [keys]: of budget payments and other kinds of documents
    // compared with the directory
    correspondentWrong,   ///< warn: not of this BIK by its key or last three digits
    correspondentDiffers, ///< warn [account of the directory]
};
/// The kind's own name, for scripts and tests: "numberRounded".
[[nodiscard]] QString importFindingName(ImportFindingKind kind);

/// One finding at a row or at the file.
struct ImportFinding
{
    std::optional<ImportField> field; ///< nothing: the row or file as a whole
    int column = -1;                  ///< of the table; -1: no cell of its own
    Severity severity = Severity::block;
    std::variant<FindingKind, ImportFindingKind> kind = ImportFindingKind::fileWithoutRows;
    QStringList arguments;

    friend bool operator==(const ImportFinding &, const ImportFinding &) = default;
};
/// The name of either kind.
[[nodiscard]] QString findingName(const ImportFinding &finding);

} // namespace countersign
