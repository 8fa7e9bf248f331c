#pragma once

#include "ports/bankprotocol.h"

#include <functional>

namespace countersign {

/// One signed call, ready to leave.
struct OutgoingCall {
    CallKind kind;
    QString path;
    QByteArray body;      ///< handed out once, never copied into a resend
    QByteArray signature; ///< made over `body`
    QString idempotencyKey; ///< empty: the header is left out
};

/// Carries one call to the bank: once. Lives on the engine's thread; `done` is called there, exactly once, never from
/// inside `transmit`. There is no retry of any kind below this interface (payout-lifecycle.md section 4).
class Transport {
public:
    using Done = std::function<void(TransportReply)>;
    virtual ~Transport() = default;
    virtual void transmit(OutgoingCall call, Done done) = 0;
};

} // namespace countersign
