#pragma once

#include "bootstrap/threadexecutor.h"
#include "config/profilestore.h"
#include "directory/directorydesk.h"
#include "domain/workingdays.h"
#include "payouts/directorytaking.h"
#include "web/filedownload.h"

#include <functional>
#include <memory>
#include <optional>

namespace countersign {

/// The directory over the network, files and the engine, on a thread of its own.
class FileDirectoryDesk final : public DirectoryDesk
{
    Q_OBJECT
public:
    struct Needs
    {
        DirectoryShelf shelf;
        DownloadOptions download;
        const Clock &clock;
        /// Into the audit chain; its future finishes, whatever happens.
        std::function<QFuture<Result<>>(DirectoryTaking)> record;
        /// From here on this is the directory; any thread.
        std::function<void(KeptDirectory)> use;
    };
    explicit FileDirectoryDesk(Needs needs);
    ~FileDirectoryDesk() override;

    /// Any thread: this came into force when the profile was opened; its directory may be null.
    void loaded(const KeptDirectory &kept);
    /// Ends what is under way without an answer; nothing is taken from here on.
    void leave();

    [[nodiscard]] KeptDirectory inForce() const override { return m_inForce.value_or(KeptDirectory{}); }
    [[nodiscard]] QString address() const override { return m_needs.download.address.toString(); }
    [[nodiscard]] QDate today() const override { return bankDay(m_needs.clock.now()); }
    QFuture<Result<OfferedDirectory>> fetch() override;
    QFuture<Result<OfferedDirectory>> readFile(QString path) override;
    QFuture<Result<>> take(OfferedDirectory offered, QString acceptance) override;

private:
    using Present = std::shared_ptr<const Ed807Directory>;
    void keep(const OfferedDirectory &offered, const std::shared_ptr<QPromise<Result<>>> &promise);

    Needs m_needs;
    std::optional<KeptDirectory> m_inForce;   ///< window's thread only; no value: still being loaded
    std::unique_ptr<FileDownload> m_download; ///< the desk's own thread only
    std::unique_ptr<ThreadExecutor> m_thread;
};

/// The directory that a profile works with: of those on its shelf one that its audit record says was accepted, else the
/// practice profile's sample. A file that another profile's settings name is only suggested. Any thread; reads the
/// store. Errors: those of loadEd807 for the sample.
[[nodiscard]] Result<KeptDirectory> directoryOf(const Profile &profile, const ProfilePaths &paths);

/// The address of ru-payments.md 5.1.
[[nodiscard]] DownloadOptions bankOfRussiaDownload();

} // namespace countersign
