#pragma once

#include <QObject>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <vector>

namespace countersign::faults {

/// Connections that are no use: some say nothing, some send a good request a byte at a time. One that the receiver ends
/// is opened again, so that their number stays.
class Loiterers final : public QObject
{
    Q_OBJECT
public:
    Loiterers(const QUrl &receiver, int idle, int slow);

    [[nodiscard]] int connected() const;

private:
    struct Guest
    {
        std::unique_ptr<QTcpSocket> socket;
        bool isSlow = false;
        qsizetype sent = 0;
    };
    void comeBack();
    void dribble();

    QUrl m_receiver;
    std::vector<Guest> m_guests;
    QTimer m_return;
    QTimer m_drip;
};

} // namespace countersign::faults
