#include "ui/models/importwords.h"

#include "ui/models/datewords.h"
#include "ui/models/findingwords.h"
#include "ui/models/payoutwords.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace countersign::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::ImportWords)
};

QString day(const QString &isoDate)
{
    return dayWords(QDate::fromString(isoDate, Qt::ISODate));
}

QString roubles(const QString &kopecks)
{
    if (kopecks.isEmpty()) return Words::tr("more than can be counted");
    return Money::fromKopecks(kopecks.toLongLong()).grouped() + QStringLiteral("\u00A0₽");
}

QString fieldNames(const QStringList &names)
{
    QStringList fields;
    for (int i = 0; i < importFieldCount; ++i) {
        const auto field = static_cast<ImportField>(i);
        if (names.contains(importFieldName(field))) fields.append(importFieldWords(field));
    }
    return fields.join(QStringLiteral(", "));
}

QString repeatedRow(const ImportFinding &finding)
{
    const QString line = finding.arguments.value(0);
    return finding.severity == Severity::block
               ? Words::tr("The same document stands at line %1 already. Only one of them can be taken.").arg(line)
               : Words::tr("The same payment stands at line %1 already. Check whether both are meant.").arg(line);
}

QString importedRow(const QStringList &arguments)
{
    const QString when = day(arguments.value(0));
    const QString number = arguments.value(1);
    const auto state = stateFromWord(arguments.value(2));
    if (!state) {
        return Words::tr("This document was payout %1, whose draft was discarded; imported on %2.").arg(number, when);
    }
    return Words::tr("This document is payout %1 (%2) already, imported on %3. Tick the row only if it shall be paid "
                     "twice.")
        .arg(number, stateWords(*state), when);
}

/// Of the file as a whole.
QString fileSentence(const ImportFinding &finding, ImportFindingKind kind)
{
    const QString first = finding.arguments.value(0);
    const QString second = finding.arguments.value(1);
    switch (kind) {
    case ImportFindingKind::fileEndMissing:
        return Words::tr("The file has no end mark (КонецФайла); something may be cut off. Export it again.");
    case ImportFindingKind::fileVersionUnknown:
        return first.isEmpty()
                   ? Words::tr("The file does not say its format version. Export it as version 1.03.")
                   : Words::tr("The file has format version %1, which is not known. Export it as version 1.03.")
                         .arg(first);
    case ImportFindingKind::fileNotRussian:
        return Words::tr("This is not a file of the Russian exchange format: its accounts or keys are those of another "
                         "country.");
    case ImportFindingKind::fileHeaderRepeated:
        return Words::tr("A second file begins at line %1. Export one file, or import them one by one.").arg(first);
    case ImportFindingKind::fileDocumentAfterEnd:
        return Words::tr("Line %1 begins a document behind the end mark (КонецФайла), where other programs stop "
                         "reading. Find out who changed the file, and export it again.")
            .arg(first);
    case ImportFindingKind::fileStrayLine:
        return Words::tr("Line %1 stands outside of any document and is not used. Check the file.").arg(first);
    case ImportFindingKind::fileEncodingDiffers:
        return Words::tr(
                   "The file says its encoding is %1, but its bytes are of another one. It was read by its bytes.")
            .arg(first);
    case ImportFindingKind::fileIsStatement:
        return Words::tr("This is an account statement. What it lists has happened already.");
    case ImportFindingKind::fileImportedBefore:
        return Words::tr("Exactly this file was imported on %1.").arg(day(first));
    case ImportFindingKind::fileWithoutRows:
        return Words::tr("The file holds nothing to pay.");
    case ImportFindingKind::fileTooManyRows:
        return Words::tr("The file has more than %1 rows; the rest was not read. Split it.")
            .arg(QLocale().toString(first.toLongLong()));
    case ImportFindingKind::fileQuoteUnclosed:
        return Words::tr("A quotation mark that is opened at line %1 is never closed. Correct the file there.")
            .arg(first);
    case ImportFindingKind::fileRowAboveHeader:
        return Words::tr("Line %1 is a payment that stands above the names of the columns. Move it below them.")
            .arg(first);
    case ImportFindingKind::fileColumnsMissing:
        return Words::tr("It is not known which columns hold: %1. Choose them.").arg(fieldNames(finding.arguments));
    case ImportFindingKind::fileColumnsHidden:
        return Words::tr("The workbook hides columns that are read here: %1. Who looks at it there sees other columns. "
                         "Compare them.")
            .arg(fieldNames(finding.arguments));
    case ImportFindingKind::fileSheetsMore:
        return Words::tr("The workbook has other sheets, which are not read: %1.").arg(first);
    case ImportFindingKind::fileTotalDiffers:
        return Words::tr("The file's own total is %1, but its rows add up to %2. Compare both with the source.")
            .arg(roubles(first), roubles(second));
    case ImportFindingKind::fileTotalFits:
        return Words::tr("The file's own total fits its rows: %1.").arg(roubles(first));
    default:
        return {};
    }
}

/// Of a row or a cell in any format.
QString rowSentence(const ImportFinding &finding, ImportFindingKind kind)
{
    const QString first = finding.arguments.value(0);
    const QString second = finding.arguments.value(1);
    switch (kind) {
    case ImportFindingKind::rowTooShort:
        return Words::tr("The row has %1 cells where the header has %2. Check whether something is missing.")
            .arg(first, second);
    case ImportFindingKind::rowTooLong:
        return Words::tr("The row has %1 cells where the header has %2: a separator inside a text has moved them. Put "
                         "the text in quotation marks.")
            .arg(first, second);
    case ImportFindingKind::rowBrokenQuotes:
        return Words::tr(
            "Quotation marks in this row do not match, so its cells can't be told apart. Correct the row.");
    case ImportFindingKind::rowHidden:
        return Words::tr("The workbook hides this row. Check whether it shall be paid.");
    case ImportFindingKind::senderChosen:
        return Words::tr("The row does not say from which account to pay; it would be paid from %1.")
            .arg(groupedDigits(first));
    case ImportFindingKind::rowSameNumber:
        return Words::tr("Another payment with the same number and date stands at line %1, with another account or "
                         "amount. Find out whether both are meant.")
            .arg(first);
    case ImportFindingKind::rowRepeated:
        return repeatedRow(finding);
    case ImportFindingKind::rowImportedBefore:
        return importedRow(finding.arguments);
    case ImportFindingKind::cellCut:
        return Words::tr("The cell is longer than any field can be. Correct the file.");
    case ImportFindingKind::cellBadBytes:
        return Words::tr("The cell holds bytes that are no text. Export the file again, or choose its encoding.");
    case ImportFindingKind::cellFormulaError:
        return Words::tr("The workbook shows an error here (%1). Correct it there.").arg(first);
    case ImportFindingKind::cellFormula:
        return Words::tr("The workbook calculates this cell; what stands here is the last result. Compare it.");
    case ImportFindingKind::cellReshaped:
        return Words::tr("The workbook keeps %1 here and shows something else: its number format divides, adds digits "
                         "or hides. Give the cell a plain format and compare.")
            .arg(first);
    case ImportFindingKind::numberRounded:
        return Words::tr("A spreadsheet keeps 15 digits of a number; the last ones of %1 are lost. Format the column "
                         "as text and enter the number again.")
            .arg(first);
    case ImportFindingKind::numberExponent:
        return Words::tr("A spreadsheet has rounded the number to %1. Format the column as text and enter the number "
                         "again.")
            .arg(first);
    case ImportFindingKind::leadingZeroLost:
        return Words::tr(
                   "The number has %1 digits of %2: a spreadsheet has dropped its leading zero. Format the column "
                   "as text and enter the number again.")
            .arg(first, second);
    case ImportFindingKind::amountBothSigns:
        return Words::tr("It is not sure what point and comma mean in “%1”. Write the amount like 1234,56.").arg(first);
    case ImportFindingKind::correspondentWrong:
        return Words::tr("The correspondent account is not one of a bank with this BIK. Check the BIK.");
    case ImportFindingKind::correspondentDiffers:
        return Words::tr("The directory has another correspondent account for this BIK: %1. Check the BIK.")
            .arg(groupedDigits(first));
    default:
        return {};
    }
}

/// Of a document of the 1C format.
QString documentSentence(const ImportFinding &finding, ImportFindingKind kind)
{
    const QString first = finding.arguments.value(0);
    const QString second = finding.arguments.value(1);
    switch (kind) {
    case ImportFindingKind::documentUnfinished:
        return Words::tr("The document has no end mark (КонецДокумента); something may be cut off. Export it again.");
    case ImportFindingKind::documentStrayLine:
        return Words::tr("The document holds a line that belongs to no field. Check the file.");
    case ImportFindingKind::documentKeyRepeated:
        return Words::tr("The document names “%1” twice, with different values. Export it again.").arg(first);
    case ImportFindingKind::documentKindOther:
        return Words::tr("Only payment orders can be paid from here; this document is “%1”.").arg(first);
    case ImportFindingKind::documentOfBudget:
        return Words::tr("Payments to the budget need fields that the bank's call does not take. Pay it in the bank's "
                         "own client.");
    case ImportFindingKind::documentBooked:
        return Words::tr("The bank has booked this document already (%1). It can't be paid again from here.")
            .arg(first);
    case ImportFindingKind::documentOfStatement:
        return first.isEmpty()
                   ? Words::tr("The document stands in an account statement: the bank has it already. It "
                               "can't be paid from here.")
                   : Words::tr("The document carries a bank's receipt (%1): it was sent before. It can't be "
                               "paid again from here.")
                         .arg(first);
    case ImportFindingKind::documentDateWrong:
        return first.isEmpty() ? Words::tr("The document has no date.")
                               : Words::tr("“%1” is no date like 31.12.2026.").arg(first);
    case ImportFindingKind::documentNumberMissing:
        return Words::tr("The document has no number, so it is harder to recognise when it comes again.");
    case ImportFindingKind::documentNumberLong:
        return Words::tr("A document number usually has one to six digits and is not zero.");
    case ImportFindingKind::documentNumberRound:
        return Words::tr("Some banks refuse document numbers that end in 000.");
    case ImportFindingKind::documentAccountsDiffer:
        return Words::tr("The document names two accounts: %1 and %2. Export it again, or enter the payout by hand.")
            .arg(groupedDigits(first), groupedDigits(second));
    case ImportFindingKind::documentInnDiffers:
        return Words::tr("The document names two INNs: %1 in the recipient's line and %2 in its own field. Find out "
                         "which one is right.")
            .arg(first, second);
    case ImportFindingKind::documentNamesDiffer:
        return Words::tr("The document names two recipients: “%1” and “%2”. Find out who shall be paid.")
            .arg(first, second);
    case ImportFindingKind::documentIncomeCode:
        return Words::tr("The document has income code %1, for which the bank's call has no place. Ask the bank before "
                         "paying wages this way.")
            .arg(first);
    case ImportFindingKind::documentPriority:
        return Words::tr("The document has priority %1, for which the bank's call has no place.").arg(first);
    case ImportFindingKind::documentUrgent:
        return Words::tr("The document asks to be paid urgently. The bank may take a fee for that.");
    case ImportFindingKind::documentUrgencyUnknown:
        return Words::tr("The document asks to be paid as “%1”, which is not known. It would not be paid as urgent.")
            .arg(first);
    case ImportFindingKind::documentUin:
        return Words::tr("The document has the code %1, for which the bank's call has no place.").arg(first);
    case ImportFindingKind::documentUnusedKey:
        return Words::tr("The document has fields of budget payments or other kinds of documents, which payouts do not "
                         "have: %1. They are not used.")
            .arg(first);
    case ImportFindingKind::documentUnknownKey:
        return Words::tr("The document has fields that are not known and not used: %1.").arg(first);
    default:
        return {};
    }
}

} // namespace

QString importFindingSentence(const ImportFinding &finding)
{
    if (const auto *known = std::get_if<FindingKind>(&finding.kind)) {
        return findingSentence({Field::whole, finding.severity, *known, finding.arguments});
    }
    const auto kind = std::get<ImportFindingKind>(finding.kind);
    for (const auto sentence : {fileSentence, rowSentence, documentSentence}) {
        if (const QString text = sentence(finding, kind); !text.isEmpty()) return text;
    }
    return {};
}

QString rowWarningSentence(const RowWarning &warning)
{
    constexpr int kinds = static_cast<int>(ImportFindingKind::correspondentDiffers) + 1;
    for (int i = 0; i < kinds; ++i) {
        const auto kind = static_cast<ImportFindingKind>(i);
        if (importFindingName(kind) != warning.kind) continue;
        return importFindingSentence({.severity = Severity::warn, .kind = kind, .arguments = warning.arguments});
    }
    return warning.kind; // of a version that knew more
}

QString importFieldWords(ImportField field)
{
    switch (field) {
    case ImportField::senderAccount:
        return Words::tr("Account to pay from");
    case ImportField::recipientName:
        return Words::tr("Recipient");
    case ImportField::inn:
        return Words::tr("INN");
    case ImportField::kpp:
        return Words::tr("KPP");
    case ImportField::bik:
        return Words::tr("BIK");
    case ImportField::account:
        return Words::tr("Recipient's account");
    case ImportField::amount:
        return Words::tr("Amount");
    case ImportField::purpose:
        return Words::tr("Purpose");
    case ImportField::correspondentAccount:
        return Words::tr("Correspondent account");
    case ImportField::documentNumber:
        return Words::tr("Document number");
    case ImportField::documentDate:
        return Words::tr("Document date");
    case ImportField::incomeCode:
        return Words::tr("Income code");
    case ImportField::priority:
        return Words::tr("Priority");
    case ImportField::uin:
        return Words::tr("UIN");
    }
    return {};
}

} // namespace countersign::ui
