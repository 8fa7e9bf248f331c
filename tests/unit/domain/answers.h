#pragma once

#include "domain/answer.h"
#include "domain/payoutcontent.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace countersign {

// The published messages as the bank's reader would hand them over, read here by hand so that domain is tested alone.

inline QJsonObject example(const QString &name)
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA "/bank131-examples/") + name);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

inline std::optional<QString> textOf(const QJsonObject &json, QLatin1String key)
{
    const QJsonValue value = json.value(key);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

inline PayoutEcho echoOf(const QJsonObject &payout)
{
    const QJsonObject method =
        payout
            .value(
                QLatin1String(payout.contains(QLatin1String("payout_details")) ? "payout_details" : "payment_method"))
            .toObject();
    const QJsonObject ru = method[QLatin1String("bank_account")][QLatin1String("ru")].toObject();
    PayoutEcho echo;
    echo.id = payout.value(QLatin1String("id")).toString();
    echo.status = payout.value(QLatin1String("status")).toString();
    echo.bik = ru.value(QLatin1String("bik")).toString();
    echo.account = ru.value(QLatin1String("account")).toString();
    echo.fullName = ru.value(QLatin1String("full_name")).toString();
    echo.inn = textOf(ru, QLatin1String("inn"));
    echo.kpp = textOf(ru, QLatin1String("kpp"));
    echo.description = ru.value(QLatin1String("description")).toString();
    if (ru.contains(QLatin1String("is_fast"))) echo.isFast = ru.value(QLatin1String("is_fast")).toBool();
    echo.amountKopecks = payout[QLatin1String("amount_details")][QLatin1String("amount")].toInteger();
    echo.currency = payout[QLatin1String("amount_details")][QLatin1String("currency")].toString();
    echo.senderAccount =
        payout[QLatin1String("participant_details")][QLatin1String("sender")][QLatin1String("account")].toString();
    return echo;
}

inline SessionReading readingOf(const QJsonObject &message)
{
    const QJsonObject session = message.value(QLatin1String("session")).toObject();
    SessionReading reading;
    reading.messageType = message.value(QLatin1String("type")).toString();
    reading.sessionId = session.value(QLatin1String("id")).toString();
    reading.status = session.value(QLatin1String("status")).toString();
    reading.nextAction = session.value(QLatin1String("next_action")).toString();
    const QLatin1String list(session.contains(QLatin1String("payout_list")) ? "payout_list" : "payments");
    for (const auto &payout : session.value(list).toArray())
        reading.payouts.append(echoOf(payout.toObject()));
    return reading;
}

inline TransferParty partyOf(const QJsonObject &party)
{
    return {textOf(party, QLatin1String("account_number")),
            textOf(party, QLatin1String("name")),
            textOf(party, QLatin1String("bank_name")),
            textOf(party, QLatin1String("bik")),
            textOf(party, QLatin1String("correspondent_account_number")),
            textOf(party, QLatin1String("inn")),
            textOf(party, QLatin1String("kpp"))};
}

inline ConfirmInformation informationOf(const QJsonObject &message)
{
    const QJsonObject details =
        message[QLatin1String("confirm_information")][QLatin1String("account_details")].toObject();
    return {!details.isEmpty(),
            partyOf(details.value(QLatin1String("sender")).toObject()),
            partyOf(details.value(QLatin1String("recipient")).toObject()),
            {}};
}

/// What was asked, out of the body of a start call.
inline PayoutContent contentOf(const QJsonObject &start, RecipientKind kind)
{
    const PayoutEcho asked = echoOf(start);
    const auto inn = asked.inn ? std::optional(*Inn::parse(*asked.inn)) : std::nullopt;
    const auto kpp = asked.kpp ? std::optional(*Kpp::parse(*asked.kpp)) : std::nullopt;
    return {*AccountNumber::parse(asked.senderAccount),
            kind,
            asked.fullName,
            inn,
            kpp,
            *Bik::parse(asked.bik),
            *AccountNumber::parse(asked.account),
            Money::fromKopecks(*asked.amountKopecks),
            asked.description,
            asked.isFast.value_or(false)};
}

} // namespace countersign
