#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

namespace countersign {

struct DownloadOptions
{
    QUrl address;                       ///< https, or http to a loopback address
    QStringList hosts;                  ///< where a redirect may lead besides the address' own host
    qint64 largest = 8 * 1024 * 1024;   ///< bytes
    milliseconds stallTimeout{20'000};  ///< without a single byte
    milliseconds totalTimeout{120'000}; ///< redirects included
};

/// Fetches one public file by GET. Follows at most three redirects, and those only by the address' own scheme and port
/// to its own host or one of `hosts`. Certificates are checked; no cookie, credential or cache.
class FileDownload final : public QObject
{
    Q_OBJECT

public:
    /// Errors: networkFailed, with one of these words as detail, a space and technical text: "nameLookup", "connect",
    /// "tls", "timeout", "connectionLost" (also cut off), "redirect", "status", "other"; fileTooLarge (detail: the
    /// limit); settingsInvalid for an address that is neither https nor loopback.
    using Done = std::function<void(Result<QByteArray>)>;

    explicit FileDownload(DownloadOptions options, QObject *parent = nullptr);
    ~FileDownload() override;

    /// Once. `done` comes exactly once, from the event loop; never when the object is destroyed earlier. It may destroy
    /// this object by deleteLater().
    void start(Done done);

private:
    void ask(const QUrl &url);
    void takeBytes();
    void finished();
    void followRedirect(const QUrl &from, const QUrl &to);
    void failWith(const char *word, const QString &text);
    void end(Result<QByteArray> result);
    [[nodiscard]] bool mayLeadTo(const QUrl &url) const;

    DownloadOptions m_options;
    QNetworkAccessManager *m_manager;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_bytes;
    Done m_done;
    int m_redirects = 0;
};

} // namespace countersign
