#include "ui/models/importreport.h"

#include "domain/findingnames.h"
#include "ui/models/importwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QString formatName(FileFormat format)
{
    switch (format) {
    case FileFormat::clientBankExchange:
        return u"1CClientBankExchange"_s;
    case FileFormat::csv:
        return u"CSV"_s;
    case FileFormat::xlsx:
        return u"XLSX"_s;
    }
    return {};
}

/// Leaves out what is empty or not known: a script asks for the member.
void put(QJsonObject &object, const QString &name, const QString &value)
{
    if (!value.isEmpty()) object[name] = value;
}

void put(QJsonObject &object, const QString &name, std::optional<QChar> value)
{
    if (value) object[name] = QString(*value);
}

QJsonArray findingsOf(const QList<ImportFinding> &findings, const QStringList &columns)
{
    QJsonArray array;
    for (const ImportFinding &finding : findings) {
        if (finding.severity == Severity::good) continue;
        QJsonObject object{{u"severity"_s, severityWord(finding.severity)},
                           {u"code"_s, findingName(finding)},
                           {u"text"_s, importFindingSentence(finding)}};
        if (finding.field) object[u"field"_s] = importFieldName(*finding.field);
        put(object, u"column"_s, columns.value(finding.column));
        if (!finding.arguments.isEmpty()) object[u"arguments"_s] = QJsonArray::fromStringList(finding.arguments);
        array.append(object);
    }
    return array;
}

QJsonObject totalOf(const ImportTotal &total)
{
    QJsonObject object{{u"count"_s, total.count}};
    object[u"kopecks"_s] = total.sum ? QJsonValue(total.sum->kopecks()) : QJsonValue();
    return object;
}

QJsonObject fileOf(const ImportFacts &facts)
{
    QJsonObject file{{u"path"_s, facts.file.path},
                     {u"bytes"_s, facts.file.size},
                     {u"sha256"_s, QString::fromLatin1(facts.file.sha256)},
                     {u"format"_s, formatName(facts.format)}};
    if (facts.encoding) {
        file[u"encoding"_s] = encodingName(*facts.encoding);
        file[u"byteOrderMark"_s] = facts.byteOrderMark;
    }
    put(file, u"declaredEncoding"_s, facts.declaredEncoding);
    put(file, u"separator"_s, facts.separator);
    put(file, u"decimalSign"_s, facts.decimalSign);
    put(file, u"sheet"_s, facts.sheet);
    put(file, u"version"_s, facts.version);
    put(file, u"program"_s, facts.program);
    if (!facts.accounts.isEmpty()) file[u"accounts"_s] = QJsonArray::fromStringList(facts.accounts);
    return file;
}

QJsonObject fieldsOf(const ImportRow &row)
{
    QJsonObject fields;
    put(fields, u"senderAccount"_s, row.draft.senderAccount);
    put(fields, u"recipientName"_s, row.draft.recipientName);
    put(fields, u"inn"_s, row.draft.inn);
    put(fields, u"kpp"_s, row.draft.kpp);
    put(fields, u"bik"_s, row.draft.bik);
    put(fields, u"account"_s, row.draft.account);
    put(fields, u"amount"_s, row.draft.amount);
    put(fields, u"purpose"_s, row.draft.purpose);
    if (row.draft.urgent) fields[u"urgent"_s] = true;
    put(fields, u"kind"_s, row.facts.kind);
    put(fields, u"documentNumber"_s, row.facts.number);
    put(fields, u"documentDate"_s, row.facts.date);
    put(fields, u"correspondentAccount"_s, row.facts.correspondentAccount);
    put(fields, u"incomeCode"_s, row.facts.incomeCode);
    put(fields, u"priority"_s, row.facts.priority);
    put(fields, u"uin"_s, row.facts.uin);
    return fields;
}

QJsonObject rowOf(const ImportRow &row, const QStringList &columns)
{
    QJsonObject object{{u"line"_s, row.line},
                       {u"refused"_s, row.refused},
                       {u"fields"_s, fieldsOf(row)},
                       {u"identity"_s, QString::fromLatin1(row.identity)},
                       {u"findings"_s, findingsOf(row.findings, columns)}};
    if (row.amount) object[u"kopecks"_s] = row.amount->kopecks();
    return object;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

bool writeImportReport(const ImportSheet &sheet, const QList<StandingKind> &standings, QIODevice &device)
{
    const QStringList columns = sheet.columnNames();
    const QJsonObject head{{u"file"_s, fileOf(sheet.facts())},
                           {u"refused"_s, sheet.fileRefused()},
                           {u"findings"_s, findingsOf(sheet.fileFindings(), columns)},
                           {u"columns"_s, QJsonArray::fromStringList(columns)},
                           {u"mapping"_s, QJsonDocument::fromJson(sheet.mapping().toJson()).object()},
                           {u"totals"_s, QJsonObject{{u"all"_s, totalOf(sheet.total())},
                                                     {u"accepted"_s, totalOf(sheet.accepted())},
                                                     {u"refused"_s, totalOf(sheet.refused())}}}};
    // The rows follow one by one: a hundred thousand of them as one document would not fit into memory.
    bool written = device.write(compact(head).chopped(1) + ",\"rows\":[\n") > 0;
    for (qsizetype row = 0; row < sheet.rowCount() && written; ++row) {
        const QByteArray end = row + 1 < sheet.rowCount() ? ",\n" : "\n";
        QJsonObject object = rowOf(sheet.row(row), columns);
        const StandingKind standing = standings.value(row, StandingKind::incomplete);
        if (standing != StandingKind::incomplete) object[u"standing"_s] = standingKindWord(standing);
        written = device.write(compact(object) + end) > 0;
    }
    return written && device.write("]}\n") > 0;
}

} // namespace countersign::ui
