#include "bootstrap/firstinstance.h"

#include "domain/payoutcontent.h"

#include <QFileInfo>
#include <QLocalSocket>

namespace countersign {

namespace {

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
            caller->deleteLater();
        Q_EMIT called();
    });
    // We hold the store's lock: whatever a crash left behind under this name is nobody's.
    QLocalServer::removeServer(bellOf(storeFile));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.listen(bellOf(storeFile));
}

void FirstInstance::ring(const QString &storeFile, QObject *receiver, std::function<void(bool)> asked)
{
    auto *socket = new QLocalSocket(receiver);
    QObject::connect(socket, &QLocalSocket::connected, receiver, [asked] { asked(true); });
    QObject::connect(socket, &QLocalSocket::errorOccurred, receiver, [asked] { asked(false); });
    socket->connectToServer(bellOf(storeFile));
}

} // namespace countersign
