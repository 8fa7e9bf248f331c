#pragma once

#include "ports/signing.h"

namespace countersign::testing {

/// Signs with a fixed text, or is locked.
class FakeSigner final : public Signer
{
public:
    bool locked = false;

    [[nodiscard]] Result<QByteArray> sign(QByteArrayView body) const override
    {
        if (locked) return fail(ErrorCode::signerLocked);
        return "signature-of-" + QByteArray::number(body.size());
    }
    [[nodiscard]] bool isOwn(QByteArrayView body, QByteArrayView signature) const override
    {
        const auto own = sign(body);
        return own && *own == signature;
    }
    [[nodiscard]] QString fingerprint() const override { return {}; }
    [[nodiscard]] int bits() const override { return 0; }
};

} // namespace countersign::testing
