#pragma once

#include "faults/checker/evidence.h"

#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace countersign::faults {

/// The wire between a desk and the bank: passes everything on, writes down every call that left the desk, and can stop
/// in the middle of one (K4). Lives on the test's thread and needs its event loop.
class BankWire final : public QObject
{
    Q_OBJECT
public:
    enum class Cut {
        halfOfTheBody, ///< the bank gets half of the body and then the end of the connection
        noAnswer,      ///< the bank does its work; its answer is swallowed
    };
    explicit BankWire(QUrl bank);

    [[nodiscard]] QUrl url() const;
    /// At the next call of that kind ("create", "start", "confirm", "cancel"): cut the wire, then call `then`.
    void cutAt(const QString &kind, Cut cut, std::function<void()> then);
    [[nodiscard]] const QList<WireCall> &calls() const { return m_calls; }

private:
    class Line;
    struct Planned
    {
        QString kind;
        Cut cut = Cut::noAnswer;
        std::function<void()> then;
    };

    QUrl m_bank;
    QTcpServer m_server;
    QList<WireCall> m_calls;
    std::optional<Planned> m_planned;
};

} // namespace countersign::faults
