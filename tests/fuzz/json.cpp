// Every message of the bank: the scanner, the slice of confirm_information, and all that reads what was scanned.

#include "bank131/bank131protocol.h"
#include "bank131/canonicaljson.h"
#include "bank131/jsonscanner.h"
#include "bank131/sessionreader.h"
#include "fuzztarget.h"

#include <QJsonDocument>

namespace countersign::fuzz {

namespace {

bool standsIn(QByteArrayView inner, QByteArrayView outer)
{
    return inner.begin() >= outer.begin() && inner.end() <= outer.end();
}

void lookAt(const JsonValue &value)
{
    demand(!value.raw.isEmpty(), "every value has its bytes");
    demand(value.text().has_value() == (value.kind == JsonValue::Kind::string), "only strings have a text");
    demand(!value.integer() || value.kind == JsonValue::Kind::number, "only numbers are integers");
    for (const JsonValue &child : value.children) {
        demand(standsIn(child.raw, value.raw), "a value stands inside the one that holds it");
        demand(!value.isObject() || value.member(child.key) == &child, "no name stands twice in an object");
        lookAt(child);
    }
}

void compareWithQt(QByteArrayView text, const JsonValue &value)
{
    if (value.kind != JsonValue::Kind::object && value.kind != JsonValue::Kind::array) return;
    QJsonParseError error;
    (void)QJsonDocument::fromJson(text.toByteArray(), &error);
    // Qt has no room for numbers beyond the range of its own type.
    demand(error.error == QJsonParseError::NoError || error.error == QJsonParseError::IllegalNumber,
           "what we take, another reader takes");
}

void compareCanonicalForms(const JsonValue &value)
{
    const QByteArray canonical = canonicalJson(value);
    const auto again = scanJson(canonical);
    demand(again.has_value(), "the canonical form is JSON");
    demand(canonicalJson(*again) == canonical, "the canonical form is its own canonical form");
}

void readAsAnswer(const QByteArray &body)
{
    const Bank131Protocol protocol;
    for (const CallKind kind :
         {CallKind::create, CallKind::start, CallKind::confirm, CallKind::cancel, CallKind::status}) {
        TransportReply reply;
        reply.httpStatus = 200;
        reply.requestSent = true;
        reply.body = body;
        const CallOutcome outcome = protocol.classify(kind, QStringLiteral("ps_1"), reply);
        demand(outcome.sendClass != SendClass::notSent, "what was answered was sent");
        demand(outcome.sendClass != SendClass::refused, "a success is never read as a refusal");
        demand((outcome.sendClass == SendClass::ok) == outcome.reading.has_value(), "only a good answer is read");
        demand(kind == CallKind::create || !outcome.reading || outcome.reading->sessionId == u"ps_1",
               "the answer about another session is not taken");
    }
}

} // namespace

void tryBytes(QByteArrayView bytes)
{
    const QByteArray body = bytes.toByteArray();
    readAsAnswer(body);
    const Bank131Protocol protocol;
    (void)protocol.readWebhook(body);
    const auto slice = protocol.slice(body);
    const auto message = scanJson(body);
    demand(slice.has_value() == message.has_value(), "a slice is looked for in every message that can be read");
    if (!message) return;
    lookAt(*message);
    compareWithQt(body, *message);
    compareCanonicalForms(*message);
    (void)readError(&*message);
    if (!slice->has_value()) return;
    demand(body.contains(**slice), "a slice is a part of the message, byte for byte");
    const bool isObject = message->member("confirm_information")->isObject();
    demand(protocol.readConfirmInformation(**slice).has_value() == isObject, "every slice that is an object is read");
}

QList<QByteArray> seeds()
{
    return filesIn(QStringLiteral(COUNTERSIGN_TEST_DATA "/bank131-examples")) +
           filesIn(QStringLiteral(COUNTERSIGN_SHARED "/vectors/json-test-suite/test_parsing"));
}

} // namespace countersign::fuzz
