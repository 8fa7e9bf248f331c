#pragma once

#include "domain/observation.h"

#include <functional>

namespace countersign {

/// A message as it arrived, by whatever way; nothing in it is believed yet.
struct IncomingMessage {
    QByteArray body;      ///< the raw bytes; the signature is over these
    QByteArray signature; ///< the header's (or file's) value, Base64
    ObservationSource source = ObservationSource::webhook;
    QString peer;         ///< address or file name, for the record
};

enum class InboxVerdict {
    stored,       ///< durable: answer 200
    repeated,     ///< these bytes are already stored; the repeat is recorded: answer 200
    badSignature, ///< nothing stored: answer 401
    notStored,    ///< the commit failed: answer 503, the bank resends
};

/// Where receivers hand in messages (payout-lifecycle.md section 7). Thread-safe. `done` is called exactly once, on
/// the engine's thread, after the message is durable or refused; messages that arrive together share one commit.
class InboxPort {
public:
    using Done = std::function<void(InboxVerdict)>;
    virtual ~InboxPort() = default;
    virtual void deliver(IncomingMessage message, Done done) = 0;
};

} // namespace countersign
