#pragma once

#include <QNetworkRequest>
#include <QUrl>

class QNetworkAccessManager;
class QObject;

namespace countersign {

/// Localhost by name or address: no proxy stands before it, and http is let through.
[[nodiscard]] bool isLoopback(const QUrl &url);

/// A network access manager without memory: no cookies, cache, credentials, HSTS or redirects; no proxy for loopback.
[[nodiscard]] QNetworkAccessManager *makeNetworkManager(QObject *parent);

/// The same for one request, and HTTP/1.1 without pipelining.
void setWithoutMemory(QNetworkRequest &request);

} // namespace countersign
