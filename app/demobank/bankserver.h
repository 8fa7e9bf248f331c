#pragma once

#include "demobank/keys.h"
#include "demobank/practicebank.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace countersign::demobank {

struct ListenAddress
{
    std::string host = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: any free port
};

/// "127.0.0.1:0", "localhost:8443", "[::1]:0". Throws std::invalid_argument for anything that is not loopback.
[[nodiscard]] ListenAddress listenAddressFromText(const std::string &text);

/// Puts a PracticeBank on the network: HTTP or HTTPS on loopback, and posts its webhooks. Everything happens on the
/// thread that calls run(); the bank must not be touched by others meanwhile.
class BankServer
{
public:
    /// Listens at once; throws std::runtime_error when the address is taken or the TLS files cannot be used.
    BankServer(PracticeBank &bank, const ListenAddress &address, const std::optional<TlsFiles> &tls);
    ~BankServer();
    BankServer(const BankServer &) = delete;
    BankServer &operator=(const BankServer &) = delete;

    /// "https://127.0.0.1:41234"
    [[nodiscard]] std::string url() const;

    /// Serves until stop(). Throws what the bank throws when its ledger fails.
    void run();
    /// From any thread, also before run().
    void stop();
    /// SIGTERM and SIGINT end run().
    void stopOnSignals();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace countersign::demobank
