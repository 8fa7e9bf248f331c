#include "bootstrap/firstinstance.h"

#include "domain/payoutcontent.h"

#include <QFileInfo>
#include <QLocalSocket>

namespace countersign {

namespace {

constexpr qint64 longestCall = 32 * 1024;
constexpr char endOfCall = '\n';

QString bellOf(const QString &storeFile)
{
    const QByteArray place = QFileInfo(storeFile).absoluteFilePath().toUtf8();
    return QStringLiteral("countersign-") + QString::fromLatin1(sha256Hex(place).left(32));
}

} // namespace

FirstInstance::FirstInstance(const QString &storeFile, QObject *parent) : QObject(parent)
{
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection())
            listenTo(caller);
    });
    // We hold the store's lock: whatever a crash left behind under this name is nobody's.
    QLocalServer::removeServer(bellOf(storeFile));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.listen(bellOf(storeFile));
}

/// The caller says a path and hangs up. A path without its end, or a longer one than paths are, is not acted upon.
void FirstInstance::listenTo(QLocalSocket *caller)
{
    connect(caller, &QLocalSocket::disconnected, this, [this, caller] {
        const QByteArray said = caller->read(longestCall + 1);
        caller->deleteLater();
        const bool whole = said.size() <= longestCall && said.endsWith(endOfCall) && said.count(endOfCall) == 1;
        const QString file = whole ? QString::fromUtf8(said.chopped(1)) : QString();
        Q_EMIT called(QFileInfo(file).isAbsolute() ? file : QString());
    });
    connect(caller, &QLocalSocket::readyRead, this, [caller] {
        if (caller->bytesAvailable() > longestCall) caller->abort();
    });
}

void FirstInstance::ring(const QString &storeFile, const QString &file, QObject *receiver,
                         std::function<void(bool)> asked)
{
    auto *socket = new QLocalSocket(receiver);
    QObject::connect(socket, &QLocalSocket::connected, receiver, [socket, file] {
        socket->write(file.toUtf8() + endOfCall);
        socket->disconnectFromServer(); // after it is written
    });
    const auto answer = [socket, receiver, asked](bool heard) {
        socket->disconnect(receiver);
        socket->deleteLater();
        asked(heard);
    };
    QObject::connect(socket, &QLocalSocket::disconnected, receiver, [answer] { answer(true); });
    QObject::connect(socket, &QLocalSocket::errorOccurred, receiver, [answer] { answer(false); });
    socket->connectToServer(bellOf(storeFile));
}

} // namespace countersign
