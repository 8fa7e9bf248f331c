#pragma once

#include <QByteArray>
#include <QIODevice>

namespace countersign {

/// A request body that can be read once and never again: sequential, `reset()` refuses, so an HTTP stack that wants to
/// repeat a request by itself fails instead (payout-lifecycle.md F9 and section 4). Counts what it has handed out.
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    /// Opened for reading, unbuffered: what is counted is what the stack took.
    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr);

    [[nodiscard]] qint64 handedOut() const { return m_at; }
    /// From here on not one more byte leaves.
    void revoke() { m_revoked = true; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return rest() == 0; }
    [[nodiscard]] bool reset() override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override { return rest() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    [[nodiscard]] qint64 rest() const { return m_revoked ? 0 : m_bytes.size() - m_at; }

    QByteArray m_bytes;
    qint64 m_at = 0;
    bool m_revoked = false;
};

} // namespace countersign
