#pragma once

#include "domain/draftsource.h"
#include "domain/money.h"
#include "domain/requisites.h"

#include <QByteArray>

#include <optional>

namespace countersign {

/// Who is paid; decides which of INN and KPP are needed (bank131-api.md 10.2).
enum class RecipientKind { individual, soleProprietor, legalEntity };

/// What a person has typed so far, each field as text exactly as typed; may be incomplete or wrong.
struct PayoutDraft {
    QString senderAccount;
    QString recipientName;
    QString inn;
    QString kpp;
    QString bik;
    QString account;
    QString amount;
    QString purpose;
    bool urgent = false;
    DraftSource source = {}; ///< where the fields came from
    friend bool operator==(const PayoutDraft &, const PayoutDraft &) = default;
};

/// One instruction, well-formed: what will be asked of the bank. Frozen when it is sent.
struct PayoutContent {
    AccountNumber senderAccount;
    RecipientKind kind;
    QString recipientName; ///< 1-160 characters, no control characters
    std::optional<Inn> inn;
    std::optional<Kpp> kpp;
    Bik bik;
    AccountNumber account;
    Money amount;    ///< > 0
    QString purpose; ///< 1-210 characters after normalisation
    bool urgent = false;
    friend bool operator==(const PayoutContent &, const PayoutContent &) = default;
};

/// The bytes that are digested and stored: compact JSON in one fixed order. Equal contents give equal bytes.
[[nodiscard]] QByteArray canonicalBytes(const PayoutContent &content);
/// The reverse; malformedJson / missingMember / unexpectedValue when the bytes are not ours.
[[nodiscard]] Result<PayoutContent> contentFromCanonicalBytes(QByteArrayView bytes);

/// Drafts are stored the same way.
[[nodiscard]] QByteArray canonicalBytes(const PayoutDraft &draft);
[[nodiscard]] Result<PayoutDraft> draftFromCanonicalBytes(QByteArrayView bytes);
/// The content as a draft again, for copying a payout or returning a withdrawn one; of no source yet.
[[nodiscard]] PayoutDraft draftOf(const PayoutContent &content);

/// SHA-256 as 64 lower-case hexadecimal digits; how every digest is kept and compared.
[[nodiscard]] QByteArray sha256Hex(QByteArrayView bytes);

} // namespace countersign
