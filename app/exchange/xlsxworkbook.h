#pragma once

#include "exchange/numberformat.h"
#include "exchange/parsedfile.h"
#include "exchange/readingprogress.h"
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

inline constexpr int stringsRead = 200; ///< permille of the whole reading; the sheet follows

/// Which share of the whole a part is, in permille of it.
struct ParsingShare
{
    ReadingProgress &progress;
    int from;
    int to;
};

/// What the number format of a cell does.
struct CellStyle
{
    NumberShown number = NumberShown::plain;
    bool reshapesText = false;
};

/// What the parts of a workbook beside its sheets say.
struct XlsxWorkbook
{
    QList<XlsxSheetPlace> sheets;
    bool from1904 = false;   ///< days are counted from 1904-01-01
    QList<CellStyle> styles; ///< by the number that a cell's attribute s has
    QByteArray sharedText; ///< all shared strings in UTF-8; one that is too long for a cell is cut, and still too long
    QList<quint32> sharedEnds; ///< where each ends

    [[nodiscard]] QByteArrayView sharedString(qsizetype index) const;
};

/// A part that can be stopped while it is read; its progress is a share of that of the whole. fileNotUnderstood.
[[nodiscard]] Result<std::unique_ptr<ZipPart>> openPart(const ZipParts &parts, const QString &name, qint64 limit,
                                                        const ParsingShare &share);
/// fileNotUnderstood, fileTooLarge, cancelled, as readXlsx. Reports 100 to 200 permille.
[[nodiscard]] Result<XlsxWorkbook> readWorkbook(const ZipParts &parts, ReadingProgress &progress);

/// "_x0041_" as the spreadsheet shows it: "A".
[[nodiscard]] QString unescapedText(const QString &text);
/// The text of a string item (<si>, <is>), its runs joined, without phonetic readings; the reader stands at its start.
/// Of one that is longer than longestCell only a beginning, which is longer than that too.
[[nodiscard]] QString readStringItem(QXmlStreamReader &xml);
/// The text of the element where the reader stands, without its children; bounded in the same way.
[[nodiscard]] QString readShortText(QXmlStreamReader &xml);

/// Calls `element` for each start element; it may read on. A document type, too deep nesting and every error of zip and
/// XML ends in fileNotUnderstood, a part that was stopped in cancelled, an error of `element` in that.
[[nodiscard]] Result<> readPart(ZipPart &part, const std::function<Result<>(QXmlStreamReader &)> &element);

} // namespace countersign
