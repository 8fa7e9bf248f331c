#include "domain/draftsource.h"

#include "core/storedwords.h"
#include "core/writtenjson.h"

#include <QJsonDocument>

#include <array>
#include <utility>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr StoredWords<Field, 10> draftFieldWords({"senderAccount"_L1, "recipientName"_L1, "inn"_L1, "kpp"_L1, "bik"_L1,
                                                  "account"_L1, "amount"_L1, "purpose"_L1, "urgency"_L1, "whole"_L1});
constexpr StoredWords<Origin, 6> originWords({"typed"_L1, "pasted"_L1, "imported"_L1, "book"_L1, "payout"_L1,
                                              "template"_L1});

constexpr std::array<std::pair<QLatin1String, QString ImportedFrom::*>, 3> unsentFacts{
    {{"incomeCode"_L1, &ImportedFrom::incomeCode},
     {"priority"_L1, &ImportedFrom::priority},
     {"uin"_L1, &ImportedFrom::uin}}};

const QString numberEnd = u" of "_s; ///< between a document's number and its date
const QString noDate = u"no date"_s;

bool cameFromElsewhere(Origin origin)
{
    return origin != Origin::typed && origin != Origin::pasted;
}

QJsonObject toJson(const FieldSource &source)
{
    QJsonObject json{{u"origin"_s, originWords.of(source.origin)}};
    if (source.before) json.insert("before"_L1, *source.before);
    return json;
}

} // namespace

QString payoutFieldWord(Field field)
{
    return draftFieldWords.of(field);
}

std::optional<Field> payoutFieldFromWord(QStringView word)
{
    return draftFieldWords.find(word);
}

bool isUsualPriority(const QString &priority)
{
    return priority.isEmpty() || priority == u"5";
}

bool isUin(const QString &code)
{
    return !code.isEmpty() && code != u"0";
}

void noteEdit(DraftSource &source, Field field, Origin how, const QString &before)
{
    FieldSource &known = source.fields[field];
    if (!known.before && cameFromElsewhere(known.origin)) known.before = before;
    known.origin = how;
    if (how == Origin::typed && !known.before) source.fields.remove(field);
}

void noteOrigin(DraftSource &source, const QList<Field> &fields, Origin origin)
{
    for (const Field field : fields)
        source.fields.insert(field, {origin, std::nullopt});
}

QString documentKey(const DraftSource &source)
{
    if (!source.file || source.file->documentNumber.trimmed().isEmpty()) return {};
    const QString date = source.file->documentDate.trimmed();
    return source.file->documentNumber.trimmed() + numberEnd + (date.isEmpty() ? noDate : date);
}

DocumentName documentNameOf(const QString &key)
{
    const qsizetype end = key.lastIndexOf(numberEnd);
    if (end <= 0) return {};
    return {key.first(end), QDate::fromString(key.sliced(end + numberEnd.size()), Qt::ISODate)};
}

QString importKey(const DraftSource &source)
{
    if (!source.file || source.file->fileSha256.isEmpty()) return {};
    return u"%1/%2"_s.arg(QString::fromLatin1(source.file->fileSha256)).arg(source.file->row);
}

QJsonObject toJson(const DraftSource &source)
{
    QJsonObject json;
    QJsonObject fields;
    for (auto field = source.fields.cbegin(); field != source.fields.cend(); ++field)
        fields.insert(payoutFieldWord(field.key()), toJson(field.value()));
    if (!fields.isEmpty()) json.insert("fields"_L1, fields);
    if (source.file) {
        QJsonObject file{{u"name"_s, source.file->fileName},
                         {u"sha256"_s, QString::fromLatin1(source.file->fileSha256)},
                         {u"row"_s, source.file->row},
                         {u"number"_s, source.file->documentNumber},
                         {u"date"_s, source.file->documentDate}};
        for (const auto &[word, fact] : unsentFacts) {
            if (const QString &said = (*source.file).*fact; !said.isEmpty()) file.insert(word, said);
        }
        json.insert("file"_L1, file);
    }
    if (source.book) {
        json.insert("book"_L1,
                    QJsonObject{{u"entry"_s, source.book->entry.text}, {u"version"_s, source.book->version}});
    }
    if (source.copy) {
        json.insert("payout"_L1, QJsonObject{{u"id"_s, source.copy->payout.text}, {u"number"_s, source.copy->number}});
    }
    if (source.pattern) {
        json.insert("template"_L1, QJsonObject{{u"id"_s, source.pattern->id.text},
                                               {u"version"_s, source.pattern->version},
                                               {u"name"_s, source.pattern->name}});
    }
    return json;
}

DraftSource draftSourceFromJson(const QJsonObject &json)
{
    DraftSource source;
    const QJsonObject fields = json.value("fields"_L1).toObject();
    for (auto entry = fields.constBegin(); entry != fields.constEnd(); ++entry) {
        const QJsonObject value = entry.value().toObject();
        const auto field = payoutFieldFromWord(entry.key());
        const auto origin = originWords.find(value.value("origin"_L1).toString());
        if (!field || !origin) continue;
        const QJsonValue before = value.value("before"_L1);
        source.fields.insert(*field, {*origin, before.isString() ? std::optional(before.toString()) : std::nullopt});
    }
    if (const QJsonValue file = json.value("file"_L1); file.isObject()) {
        const QJsonObject stored = file.toObject();
        source.file = ImportedFrom{.fileName = stored.value("name"_L1).toString(),
                                   .fileSha256 = stored.value("sha256"_L1).toString().toLatin1(),
                                   .row = stored.value("row"_L1).toInt(),
                                   .documentNumber = stored.value("number"_L1).toString(),
                                   .documentDate = stored.value("date"_L1).toString()};
        for (const auto &[word, fact] : unsentFacts)
            (*source.file).*fact = stored.value(word).toString();
    }
    if (const QJsonValue book = json.value("book"_L1); book.isObject()) {
        source.book = TakenFromBook{.entry = {book.toObject().value("entry"_L1).toString()},
                                    .version = book.toObject().value("version"_L1).toInt()};
    }
    if (const QJsonValue copy = json.value("payout"_L1); copy.isObject()) {
        source.copy = CopiedFrom{.payout = {copy.toObject().value("id"_L1).toString()},
                                 .number = copy.toObject().value("number"_L1).toInteger()};
    }
    if (const QJsonValue pattern = json.value("template"_L1); pattern.isObject()) {
        source.pattern = TakenFromTemplate{.id = {pattern.toObject().value("id"_L1).toString()},
                                           .version = pattern.toObject().value("version"_L1).toInt(),
                                           .name = pattern.toObject().value("name"_L1).toString()};
    }
    return source;
}

QByteArray canonicalBytes(const DraftSource &source)
{
    return QJsonDocument(toJson(source)).toJson(QJsonDocument::Compact);
}

DraftSource draftSourceFromCanonicalBytes(QByteArrayView bytes)
{
    return draftSourceFromJson(readWrittenJson(bytes.toByteArray()).object());
}

} // namespace countersign
