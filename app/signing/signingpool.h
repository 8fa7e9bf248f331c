#pragma once

#include "ports/signing.h"

#include <QObject>
#include <QThreadPool>

namespace countersign {

/// Signs on a few threads of its own, so that a batch takes no longer than the cores allow and nobody waits for it.
/// Lives on the engine's thread.
class SigningPool final : public QObject, public SigningDesk
{
    Q_OBJECT

public:
    /// `signer` outlives it.
    explicit SigningPool(const Signer &signer, QObject *parent = nullptr);
    /// Waits for the signatures under way; what they were for is dropped.
    ~SigningPool() override;

    void sign(const QByteArray &body, Done done) override;

private:
    const Signer &m_signer;
    QThreadPool m_threads;
};

} // namespace countersign
