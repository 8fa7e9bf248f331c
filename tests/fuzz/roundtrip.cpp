// The money law L5 in one line: slice(build(x)) = x. What the bank asks to be confirmed goes back byte for byte,
// whatever it holds, and the texts of a payout arrive as they were typed.
// Input: a session's id or a text that a person typed, a line end, and the bytes that stand for confirm_information.

#include "bank131/bank131protocol.h"
#include "bank131/jsonscanner.h"
#include "fuzztarget.h"

namespace countersign::fuzz {

namespace {

QByteArray webhookWith(QByteArrayView information)
{
    QByteArray body = R"({"type":"ready_to_confirm","confirm_information": )";
    return body.append(information) + R"( ,"session":{"id":"ps_1"}})";
}

void sendBack(const QString &sessionId, QByteArrayView information)
{
    const Bank131Protocol protocol;
    const auto slice = protocol.slice(webhookWith(information));
    if (!slice || !slice->has_value()) return;
    const QByteArray body = protocol.decisionBody(sessionId, **slice);
    const auto sent = protocol.slice(body);
    demand(sent.has_value() && *sent == *slice, "slice(build(x)) = x");
    const auto message = scanJson(body);
    demand(message->children.size() == 2, "nothing else is sent");
    demand(message->member("session_id")->text() == sessionId, "the session's id arrives as it is");
}

void sendText(const QString &typed)
{
    const PayoutContent content{.senderAccount = *AccountNumber::parse(u"40702810300200000013"),
                                .kind = RecipientKind::legalEntity,
                                .recipientName = typed,
                                .inn = {},
                                .kpp = {},
                                .bik = *Bik::parse(u"044525593"),
                                .account = *AccountNumber::parse(u"40702810400009900256"),
                                .amount = Money::fromKopecks(350'000),
                                .purpose = typed};
    const QByteArray body = Bank131Protocol().startBody(typed, content, {});
    const auto message = scanJson(body);
    demand(message.has_value(), "what we write can be read");
    demand(message->member("session_id")->text() == typed, "the session's id arrives as it is");
    const JsonValue *ru = message->member("payment_method")->member("bank_account")->member("ru");
    demand(ru->member("full_name")->text() == typed, "the name arrives as it is");
    demand(ru->member("description")->text() == typed, "the purpose arrives as it is");
    const auto stored = contentFromCanonicalBytes(canonicalBytes(content));
    demand(!stored || *stored == content, "what is stored comes back as it is, or not at all");
    const PayoutDraft draft = draftOf(content);
    const auto kept = draftFromCanonicalBytes(canonicalBytes(draft));
    demand(kept.has_value() && *kept == draft, "a draft comes back as it was typed");
}

} // namespace

void tryBytes(QByteArrayView bytes)
{
    const qsizetype lineEnd = bytes.indexOf('\n');
    const QByteArrayView first = lineEnd < 0 ? bytes : bytes.first(lineEnd);
    const QString text = textOfUtf8(first); // what is not UTF-8 is no text that anybody could have typed
    sendText(text);
    sendBack(text, lineEnd < 0 ? bytes : bytes.sliced(lineEnd + 1));
}

QList<QByteArray> seeds()
{
    QList<QByteArray> inputs{
        "ps_1\n{\"a\":\"\\u00e9\\/\",\"a \":1.10}",
        "\xd0\x96\"\\\x01\x7f\n[null]",
        "\xef\xbb\xbfid\n{\"x\":[[[[1e5]]]]}",
    };
    const Bank131Protocol protocol;
    const QList<QByteArray> examples = filesIn(QStringLiteral(COUNTERSIGN_TEST_DATA "/bank131-examples"));
    for (const QByteArray &example : examples) {
        const auto slice = protocol.slice(example);
        if (slice && slice->has_value()) inputs.append("ps_3230\n" + **slice);
    }
    return inputs;
}

} // namespace countersign::fuzz
