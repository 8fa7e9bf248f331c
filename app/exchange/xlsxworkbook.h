#pragma once

#include "exchange/zipparts.h"

#include <QList>
#include <QStringList>
#include <QXmlStreamReader>

#include <functional>

namespace countersign {

struct XlsxSheetPlace
{
    QString name;
    QString part; ///< its name in the zip
    bool visible = true;
};

/// As what a spreadsheet shows a number.
enum class NumberShown { plain, day, percent };

/// What the parts of a workbook beside its sheets say.
struct XlsxWorkbook
{
    QList<XlsxSheetPlace> sheets;
    bool from1904 = false;     ///< days are counted from 1904-01-01
    QList<NumberShown> styles; ///< by the number that a cell's attribute s has
    QByteArray sharedText;     ///< all shared strings in UTF-8
    QList<quint32> sharedEnds; ///< where each ends

    [[nodiscard]] QByteArrayView sharedString(qsizetype index) const;
};

/// fileNotUnderstood, as readXlsx.
[[nodiscard]] Result<XlsxWorkbook> readWorkbook(const ZipParts &parts);

/// What a number format shows: the built-in ones by their number, others by their letters.
[[nodiscard]] NumberShown shownBy(int id, const QString &code);
/// "_x0041_" as the spreadsheet shows it: "A".
[[nodiscard]] QString unescapedText(const QString &text);
/// The text of a string item (<si>, <is>), its runs joined, without phonetic readings; the reader stands at its start.
[[nodiscard]] QString readStringItem(QXmlStreamReader &xml);

/// Calls `element` for each start element; it may read on. A document type, too deep nesting and every error of zip and
/// XML ends in fileNotUnderstood, an error of `element` in that.
[[nodiscard]] Result<> readPart(ZipPart &part, const std::function<Result<>(QXmlStreamReader &)> &element);

} // namespace countersign
