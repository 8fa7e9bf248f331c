#pragma once

#include "config/profilestore.h"
#include "support/flowworld.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <set>

namespace countersign::faults {

/// A desk that only listens, as a process of its own: the program's receiver, engine and store.
class DeskProcess
{
public:
    /// `key` stands for both sides: ours, which stays locked, and the bank's.
    explicit DeskProcess(const test::TestKey &key);
    ~DeskProcess();

    /// Returns when it listens; after a death on the same port. Ends the test program when it does not.
    void start();
    /// SIGKILL.
    void kill();

    [[nodiscard]] QUrl address() const { return m_address; }
    /// Resident memory in KiB, now.
    [[nodiscard]] qint64 memoryKiB() const;
    [[nodiscard]] int openFiles() const;
    /// SHA-256 of every message that lies in the store's file, in hexadecimal digits.
    [[nodiscard]] std::set<QByteArray> storedMessages() const;
    [[nodiscard]] QByteArray saidOnStandardError() { return m_process.readAllStandardError(); }

private:
    QTemporaryDir m_folder;
    ProfileStore m_profiles;
    Profile m_profile;
    QProcess m_process;
    QUrl m_address;
};

} // namespace countersign::faults
