#include "bank131/confirminformationreader.h"

#include <array>

namespace countersign {

namespace {

struct PartyMember
{
    QByteArrayView name;
    std::optional<QString> TransferParty::*field;
};

constexpr std::array<PartyMember, 7> partyMembers{{
    {"account_number", &TransferParty::accountNumber},
    {"name", &TransferParty::name},
    {"bank_name", &TransferParty::bankName},
    {"bik", &TransferParty::bik},
    {"correspondent_account_number", &TransferParty::correspondentAccount},
    {"inn", &TransferParty::inn},
    {"kpp", &TransferParty::kpp},
}};

void keepUnknown(ConfirmInformation &information, const QString &prefix, const JsonValue &member)
{
    if (member.isNull()) return;
    information.unknown.append({prefix + textOfUtf8(member.key), textOfUtf8(member.raw)});
}

std::optional<QString> *fieldFor(TransferParty &party, const JsonValue &member)
{
    if (member.kind != JsonValue::Kind::string) return nullptr;
    for (const PartyMember &known : partyMembers) {
        if (member.key == known.name) return &(party.*known.field);
    }
    return nullptr;
}

void readParty(ConfirmInformation &information, TransferParty &party, const JsonValue &object)
{
    const QString prefix = QStringLiteral("account_details.") + textOfUtf8(object.key) + u'.';
    for (const JsonValue &member : object.children) {
        if (std::optional<QString> *field = fieldFor(party, member)) {
            *field = member.text();
        } else {
            keepUnknown(information, prefix, member);
        }
    }
}

void readAccountDetails(ConfirmInformation &information, const JsonValue &details)
{
    information.hasAccountDetails = true;
    for (const JsonValue &member : details.children) {
        if (member.isObject() && member.key == "sender") {
            readParty(information, information.sender, member);
        } else if (member.isObject() && member.key == "recipient") {
            readParty(information, information.recipient, member);
        } else {
            keepUnknown(information, QStringLiteral("account_details."), member);
        }
    }
}

} // namespace

ConfirmInformation readConfirmInformation(const JsonValue &object)
{
    ConfirmInformation information;
    for (const JsonValue &member : object.children) {
        if (member.isObject() && member.key == "account_details") {
            readAccountDetails(information, member);
        } else {
            keepUnknown(information, {}, member);
        }
    }
    return information;
}

} // namespace countersign
