#include "domain/payoutcontent.h"

#include "core/sha256.h"
#include "core/writtenjson.h"

#include <QJsonObject>

namespace countersign {

namespace {

QString word(RecipientKind kind)
{
    switch (kind) {
    case RecipientKind::individual: return QStringLiteral("individual");
    case RecipientKind::soleProprietor: return QStringLiteral("sole-proprietor");
    case RecipientKind::legalEntity: return QStringLiteral("legal-entity");
    }
    return {};
}

std::optional<RecipientKind> recipientKind(const QString &text)
{
    for (const auto kind : {RecipientKind::individual, RecipientKind::soleProprietor, RecipientKind::legalEntity}) {
        if (word(kind) == text) return kind;
    }
    return std::nullopt;
}

Result<QJsonObject> object(QByteArrayView bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = readWrittenJson(bytes.toByteArray(), &problem);
    if (!document.isObject()) return fail(ErrorCode::malformedJson, problem.errorString());
    return document.object();
}

template <class T>
Result<std::optional<T>> optionalField(const QJsonObject &json, QLatin1String key)
{
    if (!json.contains(key)) return std::optional<T>{};
    auto value = T::parse(json.value(key).toString());
    if (!value) return std::unexpected(value.error());
    return std::optional<T>(*std::move(value));
}

} // namespace

QByteArray canonicalBytes(const PayoutContent &content)
{
    // QJsonObject sorts its keys: one order, whatever the order of insertion.
    QJsonObject json{{QStringLiteral("account"), content.account.text()},
                     {QStringLiteral("amount"), content.amount.kopecks()},
                     {QStringLiteral("bik"), content.bik.text()},
                     {QStringLiteral("currency"), QStringLiteral("rub")},
                     {QStringLiteral("kind"), word(content.kind)},
                     {QStringLiteral("name"), content.recipientName},
                     {QStringLiteral("purpose"), content.purpose},
                     {QStringLiteral("sender"), content.senderAccount.text()},
                     {QStringLiteral("urgent"), content.urgent}};
    if (content.inn) json.insert(QLatin1String("inn"), content.inn->text());
    if (content.kpp) json.insert(QLatin1String("kpp"), content.kpp->text());
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<PayoutContent> contentFromCanonicalBytes(QByteArrayView bytes)
{
    const auto json = object(bytes);
    if (!json) return std::unexpected(json.error());
    const auto text = [&](QLatin1String key) { return json->value(key).toString(); };

    const auto sender = AccountNumber::parse(text(QLatin1String("sender")));
    const auto account = AccountNumber::parse(text(QLatin1String("account")));
    const auto bik = Bik::parse(text(QLatin1String("bik")));
    const auto inn = optionalField<Inn>(*json, QLatin1String("inn"));
    const auto kpp = optionalField<Kpp>(*json, QLatin1String("kpp"));
    const auto kind = recipientKind(text(QLatin1String("kind")));
    const qint64 kopecks = json->value(QLatin1String("amount")).toInteger();
    if (!sender || !account || !bik || !inn || !kpp || !kind || kopecks <= 0) {
        return fail(ErrorCode::unexpectedValue, QStringLiteral("stored instruction"));
    }
    return PayoutContent{*sender, *kind, text(QLatin1String("name")), *inn, *kpp, *bik, *account,
                         Money::fromKopecks(kopecks), text(QLatin1String("purpose")),
                         json->value(QLatin1String("urgent")).toBool()};
}

QByteArray canonicalBytes(const PayoutDraft &draft)
{
    QJsonObject json{
        {QStringLiteral("account"), draft.account}, {QStringLiteral("amount"), draft.amount},
        {QStringLiteral("bik"), draft.bik},         {QStringLiteral("inn"), draft.inn},
        {QStringLiteral("kpp"), draft.kpp},         {QStringLiteral("name"), draft.recipientName},
        {QStringLiteral("purpose"), draft.purpose}, {QStringLiteral("sender"), draft.senderAccount},
        {QStringLiteral("urgent"), draft.urgent}};
    if (!draft.source.isEmpty()) json.insert(QLatin1String("source"), toJson(draft.source));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<PayoutDraft> draftFromCanonicalBytes(QByteArrayView bytes)
{
    const auto json = object(bytes);
    if (!json) return std::unexpected(json.error());
    const auto text = [&](QLatin1String key) { return json->value(key).toString(); };
    return PayoutDraft{.senderAccount = text(QLatin1String("sender")),
                       .recipientName = text(QLatin1String("name")),
                       .inn = text(QLatin1String("inn")),
                       .kpp = text(QLatin1String("kpp")),
                       .bik = text(QLatin1String("bik")),
                       .account = text(QLatin1String("account")),
                       .amount = text(QLatin1String("amount")),
                       .purpose = text(QLatin1String("purpose")),
                       .urgent = json->value(QLatin1String("urgent")).toBool(),
                       .source = draftSourceFromJson(json->value(QLatin1String("source")).toObject())};
}

PayoutDraft draftOf(const PayoutContent &content)
{
    return {.senderAccount = content.senderAccount.text(),
            .recipientName = content.recipientName,
            .inn = content.inn ? content.inn->text() : QString(),
            .kpp = content.kpp ? content.kpp->text() : QString(),
            .bik = content.bik.text(),
            .account = content.account.text(),
            .amount = content.amount.grouped(),
            .purpose = content.purpose,
            .urgent = content.urgent};
}

QByteArray sha256Hex(QByteArrayView bytes)
{
    return sha256({bytes}).toHex();
}

} // namespace countersign
