#pragma once

#include "core/error.h"

#include <boost/asio/ip/address.hpp>

#include <QStringList>

#include <vector>

namespace countersign {

/// Who may connect: addresses ("192.0.2.7", "2001:db8::1") and networks ("192.0.2.0/24"). An empty list lets everybody
/// connect (threat-model.md W5).
class PeerList
{
public:
    /// settingsInvalid with the entry that is neither.
    [[nodiscard]] static Result<PeerList> fromText(const QStringList &entries);

    [[nodiscard]] bool allows(const boost::asio::ip::address &peer) const;

private:
    struct Network
    {
        boost::asio::ip::address_v6 address; ///< IPv4 in its mapped form
        int prefix = 128;
    };
    [[nodiscard]] static std::optional<Network> networkFrom(const QString &entry);

    std::vector<Network> m_networks;
};

/// The one form in which an address is compared: IPv4 as mapped IPv6, without a scope.
[[nodiscard]] boost::asio::ip::address_v6 mappedAddress(const boost::asio::ip::address &address);

} // namespace countersign
