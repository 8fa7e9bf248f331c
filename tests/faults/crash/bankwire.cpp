#include "faults/crash/bankwire.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

namespace countersign::faults {

using namespace Qt::StringLiterals;

namespace {

struct Request
{
    QByteArray head; ///< with the empty line
    QByteArray body;
};

/// Takes the first whole request off the buffer.
std::optional<Request> takeRequest(QByteArray &buffer)
{
    const auto headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0) return std::nullopt;
    const QByteArray head = buffer.first(headEnd + 4);
    qsizetype length = 0;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("content-length:")) length = line.mid(15).trimmed().toLongLong();
    }
    if (buffer.size() < head.size() + length) return std::nullopt;
    Request request{head, buffer.mid(head.size(), length)};
    buffer.remove(0, head.size() + length);
    return request;
}

/// "POST /api/v1/session/start/payout/rko HTTP/1.1" → "start"
QString kindOf(const QByteArray &head)
{
    const QByteArray path = head.split(' ').value(1);
    for (const char *kind : {"create", "start", "confirm", "cancel", "status"}) {
        if (path.contains(QByteArray("/session/") + kind)) return QString::fromLatin1(kind);
    }
    return {};
}

} // namespace

/// One connection of the desk and its counterpart at the bank.
class BankWire::Line final : public QObject
{
    Q_OBJECT
public:
    Line(BankWire &wire, QTcpSocket *desk) : QObject(desk), m_wire(wire), m_desk(desk)
    {
        connect(desk, &QTcpSocket::readyRead, this, &Line::fromDesk);
        connect(desk, &QTcpSocket::disconnected, &m_bank, &QTcpSocket::disconnectFromHost);
        connect(desk, &QTcpSocket::disconnected, desk, &QObject::deleteLater);
        connect(&m_bank, &QTcpSocket::readyRead, this, &Line::fromBank);
        connect(&m_bank, &QTcpSocket::disconnected, desk, &QTcpSocket::disconnectFromHost);
        connect(&m_bank, &QTcpSocket::errorOccurred, desk, &QTcpSocket::disconnectFromHost);
        m_bank.connectToHost(wire.m_bank.host(), static_cast<quint16>(wire.m_bank.port()));
    }

private:
    void fromDesk()
    {
        m_buffer += m_desk->readAll();
        while (const auto request = takeRequest(m_buffer)) {
            const QString kind = kindOf(request->head);
            const QString session = QJsonDocument::fromJson(request->body).object().value("session_id"_L1).toString();
            m_wire.m_calls.append(
                {kind, session, QCryptographicHash::hash(request->body, QCryptographicHash::Sha256).toHex()});
            const bool cutNow = m_wire.m_planned && m_wire.m_planned->kind == kind;
            if (cutNow && m_wire.m_planned->cut == Cut::halfOfTheBody) {
                m_bank.write(request->head + request->body.first(request->body.size() / 2));
                connect(&m_bank, &QTcpSocket::bytesWritten, this, &Line::cut);
                return;
            }
            m_swallows = cutNow;
            m_bank.write(request->head + request->body);
        }
    }

    void fromBank()
    {
        const QByteArray bytes = m_bank.readAll();
        if (m_swallows) return cut();
        m_desk->write(bytes);
    }

    void cut()
    {
        if (!m_wire.m_planned) return;
        const auto then = std::exchange(m_wire.m_planned, std::nullopt)->then;
        then();
        m_bank.abort();
    }

    BankWire &m_wire;
    QTcpSocket *m_desk;
    QTcpSocket m_bank;
    QByteArray m_buffer;
    bool m_swallows = false;
};

BankWire::BankWire(QUrl bank) : m_bank(std::move(bank))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *desk = m_server.nextPendingConnection())
            new Line(*this, desk);
    });
    if (!m_server.listen(QHostAddress::LocalHost)) qFatal("no wire: %s", qPrintable(m_server.errorString()));
}

QUrl BankWire::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

void BankWire::cutAt(const QString &kind, Cut cut, std::function<void()> then)
{
    m_planned = Planned{kind, cut, std::move(then)};
}

} // namespace countersign::faults

#include "bankwire.moc"
