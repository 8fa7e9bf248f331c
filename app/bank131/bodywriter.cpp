#include "bank131/bodywriter.h"

#include "bank131/canonicaljson.h"

#include <QJsonDocument>

namespace countersign {

namespace {

/// An object written member by member, in the order of the calls.
class ObjectWriter
{
public:
    ObjectWriter &raw(QByteArrayView name, QByteArrayView value)
    {
        m_bytes += m_bytes.size() > 1 ? "," : "";
        m_bytes += jsonStringOfUtf8(name) + ':';
        m_bytes.append(value);
        return *this;
    }
    ObjectWriter &text(QByteArrayView name, QStringView value) { return raw(name, jsonString(value)); }
    [[nodiscard]] QByteArray bytes() const { return m_bytes + '}'; }

private:
    QByteArray m_bytes = QByteArrayLiteral("{");
};

void addMetadata(ObjectWriter &writer, const QJsonObject &metadata)
{
    if (!metadata.isEmpty()) writer.raw("metadata", QJsonDocument(metadata).toJson(QJsonDocument::Compact));
}

QByteArray recipientOf(const PayoutContent &content)
{
    ObjectWriter ru;
    ru.text("bik", content.bik.text()).text("account", content.account.text());
    ru.text("full_name", content.recipientName);
    if (content.inn) ru.text("inn", content.inn->text());
    if (content.kpp) ru.text("kpp", content.kpp->text());
    ru.text("description", content.purpose);
    if (content.urgent) ru.raw("is_fast", "true");
    return ru.bytes();
}

} // namespace

QByteArray writeCreateBody(const QJsonObject &metadata)
{
    ObjectWriter body;
    addMetadata(body, metadata);
    return body.bytes();
}

QByteArray writeStartBody(const QString &sessionId, const PayoutContent &content, const QJsonObject &metadata)
{
    ObjectWriter bankAccount;
    bankAccount.text("system_type", u"ru").raw("ru", recipientOf(content));
    ObjectWriter method;
    method.text("type", u"bank_account").raw("bank_account", bankAccount.bytes());
    ObjectWriter amount;
    amount.raw("amount", QByteArray::number(content.amount.kopecks())).text("currency", u"rub");
    ObjectWriter sender;
    sender.text("account", content.senderAccount.text());
    ObjectWriter participants;
    participants.raw("sender", sender.bytes());

    ObjectWriter body;
    body.text("session_id", sessionId).raw("payment_method", method.bytes());
    body.raw("amount_details", amount.bytes()).raw("participant_details", participants.bytes());
    addMetadata(body, metadata);
    return body.bytes();
}

QByteArray writeSessionBody(const QString &sessionId, QByteArrayView slice)
{
    ObjectWriter body;
    body.text("session_id", sessionId);
    if (!slice.isEmpty()) body.raw("confirm_information", slice);
    return body.bytes();
}

} // namespace countersign
