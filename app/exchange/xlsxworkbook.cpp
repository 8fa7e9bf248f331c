#include "exchange/xlsxworkbook.h"

#include "core/try.h"
#include "exchange/celltable.h"
#include "exchange/zipcheck.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>

namespace countersign {

namespace {

constexpr qint64 largestSmallPart = 16 * 1024 * 1024; ///< relations, list of sheets, styles
constexpr qint64 largestStrings = 256 * 1024 * 1024;
constexpr qsizetype mostStyles = 100'000;
constexpr qsizetype mostStrings = 10'000'000;
constexpr qsizetype mostSharedText = 128 * 1024 * 1024; // as much as a table may have
constexpr qsizetype longestEscape = 7;                  // "_x0041_"
constexpr qsizetype mostSheets = 1'000;
constexpr int deepest = 256;
constexpr int parsingBegins = 100; // permille of the whole reading

struct Relation
{
    QString type; ///< its last word: "worksheet"
    QString target;
};
using Relations = QHash<QString, Relation>;

/// A target is relative to the folder of the part that has the relation, or begins at the top.
QString partName(const QString &folder, const QString &target)
{
    if (target.startsWith(u'/')) return QDir::cleanPath(target).mid(1);
    return QDir::cleanPath(folder + target);
}

Result<Relations> readRelations(const ZipParts &parts, const QString &name, const QString &folder,
                                ReadingProgress &progress)
{
    Relations relations;
    COUNTERSIGN_TRY_INTO(part, openPart(parts, name, largestSmallPart, {progress, parsingBegins, parsingBegins}));
    COUNTERSIGN_TRY(readPart(*part, [&](QXmlStreamReader &xml) -> Result<> {
        if (xml.name() != u"Relationship") return {};
        const auto attributes = xml.attributes();
        const QString type = attributes.value(QLatin1String("Type")).toString().section(u'/', -1);
        // What stands outside of the file is never opened.
        if (attributes.value(QLatin1String("TargetMode")) == u"External") return {};
        relations.insert(attributes.value(QLatin1String("Id")).toString(),
                         {type, partName(folder, attributes.value(QLatin1String("Target")).toString())});
        return {};
    }));
    return relations;
}

QString targetOf(const Relations &relations, QStringView type)
{
    for (const Relation &relation : relations) {
        if (relation.type == type) return relation.target;
    }
    return {};
}

Result<> readSheets(ZipPart &part, const Relations &relations, XlsxWorkbook &workbook)
{
    return readPart(part, [&](QXmlStreamReader &xml) -> Result<> {
        const auto attributes = xml.attributes();
        if (xml.name() == u"workbookPr") {
            const auto value = attributes.value(QLatin1String("date1904"));
            workbook.from1904 = value == u"1" || value == u"true";
        }
        if (xml.name() != u"sheet") return {};
        if (workbook.sheets.size() == mostSheets) return notUnderstood(QStringLiteral("too many sheets"));
        QString id;
        for (const auto &attribute : attributes) {
            if (attribute.name() == u"id") id = attribute.value().toString();
        }
        const Relation relation = relations.value(id);
        if (relation.type != u"worksheet") return {}; // a chart, a dialog
        const auto state = attributes.value(QLatin1String("state"));
        workbook.sheets.append({attributes.value(QLatin1String("name")).toString(), relation.target,
                                state.isEmpty() || state == u"visible"});
        return {};
    });
}

Result<> readStyles(ZipPart &part, XlsxWorkbook &workbook)
{
    QHash<int, QString> codes;
    bool inCellFormats = false;
    return readPart(part, [&](QXmlStreamReader &xml) -> Result<> {
        const auto attributes = xml.attributes();
        if (xml.name() == u"numFmt") {
            codes.insert(attributes.value(QLatin1String("numFmtId")).toInt(),
                         attributes.value(QLatin1String("formatCode")).toString());
        } else if (xml.name() == u"xf") {
            const int id = attributes.value(QLatin1String("numFmtId")).toInt();
            if (!inCellFormats) return {};
            if (workbook.styles.size() == mostStyles) return notUnderstood(QStringLiteral("too many styles"));
            const QString code = codes.value(id);
            workbook.styles.append({shownBy(id, code), reshapesText(code)});
        } else if (xml.name() == u"cellXfs" || xml.name() == u"cellStyleXfs" || xml.name() == u"cellStyles") {
            inCellFormats = xml.name() == u"cellXfs";
        }
        return {};
    });
}

Result<> readSharedStrings(ZipPart &part, XlsxWorkbook &workbook)
{
    return readPart(part, [&](QXmlStreamReader &xml) -> Result<> {
        if (xml.name() != u"si") return {};
        workbook.sharedText += readStringItem(xml).toUtf8();
        if (workbook.sharedText.size() > mostSharedText || workbook.sharedEnds.size() == mostStrings) {
            return fail(ErrorCode::fileTooLarge, QString::number(mostSharedText));
        }
        workbook.sharedEnds.append(static_cast<quint32>(workbook.sharedText.size()));
        return {};
    });
}

} // namespace

QByteArrayView XlsxWorkbook::sharedString(qsizetype index) const
{
    if (index < 0 || index >= sharedEnds.size()) return {};
    const quint32 from = index == 0 ? 0 : sharedEnds[index - 1];
    return QByteArrayView(sharedText).sliced(from, sharedEnds[index] - from);
}

QString unescapedText(const QString &text)
{
    static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    if (!text.contains(u"_x")) return text;
    QString plain;
    qsizetype from = 0;
    auto matches = escape.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        plain += QStringView(text).sliced(from, match.capturedStart() - from);
        plain += QChar(match.captured(1).toUShort(nullptr, 16));
        from = match.capturedEnd();
    }
    return plain + text.mid(from);
}

QString readStringItem(QXmlStreamReader &xml)
{
    QString text;
    int depth = 1;
    while (depth > 0 && !xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (xml.name() == u"rPh") {
                xml.skipCurrentElement();
            } else if (xml.name() == u"t") {
                if (text.size() <= longestEscape * longestCell)
                    text += readShortText(xml);
                else
                    xml.skipCurrentElement();
            } else {
                ++depth;
            }
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            break;
        default:
            break;
        }
    }
    return unescapedText(text).left(longestCell + 1);
}

QString readShortText(QXmlStreamReader &xml)
{
    QString text;
    while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::EndElement) {
        if (xml.isStartElement()) xml.skipCurrentElement();
        if (xml.isCharacters() && text.size() <= longestEscape * longestCell) text += xml.text();
    }
    return text;
}

Result<> readPart(ZipPart &part, const std::function<Result<>(QXmlStreamReader &)> &element)
{
    QXmlStreamReader xml(&part);
    int depth = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD) return notUnderstood(QStringLiteral("document type"));
        if (token == QXmlStreamReader::StartElement) {
            if (++depth > deepest) return notUnderstood(QStringLiteral("nested too deep"));
            const auto taken = element(xml);
            if (part.wasStopped()) return fail(ErrorCode::cancelled);
            COUNTERSIGN_TRY(taken);
        }
        // `element` may have read on to the end of its element.
        if (xml.tokenType() == QXmlStreamReader::EndElement) --depth;
    }
    if (part.wasStopped()) return fail(ErrorCode::cancelled);
    if (!part.partError().isEmpty()) return notUnderstood(part.partError());
    if (xml.hasError()) return notUnderstood(xml.errorString());
    return {};
}

Result<std::unique_ptr<ZipPart>> openPart(const ZipParts &parts, const QString &name, qint64 limit,
                                          const ParsingShare &share)
{
    COUNTERSIGN_TRY_INTO(part, parts.part(name, limit));
    ParsingProgress parsing(share.progress, part->declaredSize(), share.from, share.to);
    part->setWatch([parsing](qint64 unpacked) mutable { return parsing.at(unpacked); });
    return std::move(part);
}

Result<XlsxWorkbook> readWorkbook(const ZipParts &parts, ReadingProgress &progress)
{
    COUNTERSIGN_TRY_INTO(top, readRelations(parts, QStringLiteral("_rels/.rels"), {}, progress));
    const QString name = targetOf(top, u"officeDocument");
    if (name.isEmpty()) return notUnderstood(QStringLiteral("no workbook"));
    const qsizetype slash = name.lastIndexOf(u'/') + 1;
    const QString folder = name.first(slash);
    const QString relationsName = folder + QStringLiteral("_rels/") + name.mid(slash) + QStringLiteral(".rels");
    COUNTERSIGN_TRY_INTO(relations, readRelations(parts, relationsName, folder, progress));

    XlsxWorkbook workbook;
    const ParsingShare none{progress, parsingBegins, parsingBegins};
    COUNTERSIGN_TRY_INTO(list, openPart(parts, name, largestSmallPart, none));
    COUNTERSIGN_TRY(readSheets(*list, relations, workbook));
    if (const QString styles = targetOf(relations, u"styles"); !styles.isEmpty()) {
        COUNTERSIGN_TRY_INTO(part, openPart(parts, styles, largestSmallPart, none));
        COUNTERSIGN_TRY(readStyles(*part, workbook));
    }
    if (const QString strings = targetOf(relations, u"sharedStrings"); !strings.isEmpty()) {
        COUNTERSIGN_TRY_INTO(part, openPart(parts, strings, largestStrings, {progress, parsingBegins, stringsRead}));
        COUNTERSIGN_TRY(readSharedStrings(*part, workbook));
    }
    return workbook;
}

} // namespace countersign
