#include <utility>

#include "webhooks/peerlist.h"

#include <algorithm>
#include <optional>

namespace countersign {

namespace ip = boost::asio::ip;

namespace {

constexpr int allBits = 128;
constexpr int mappedBits = 96;

bool sharesPrefix(const ip::address_v6::bytes_type &one, const ip::address_v6::bytes_type &other, int bits)
{
    const auto whole = static_cast<std::size_t>(bits / 8);
    if (!std::equal(one.begin(), one.begin() + bits / 8, other.begin())) return false;
    const int rest = bits % 8;
    return rest == 0 || (one[whole] >> (8 - rest)) == (other[whole] >> (8 - rest));
}

} // namespace

ip::address_v6 mappedAddress(const ip::address &address)
{
    if (address.is_v4()) return ip::make_address_v6(ip::v4_mapped, address.to_v4());
    return ip::address_v6(address.to_v6().to_bytes());
}

std::optional<PeerList::Network> PeerList::networkFrom(const QString &entry)
{
    const qsizetype slash = entry.indexOf(QLatin1Char('/'));
    boost::system::error_code error;
    const ip::address address = ip::make_address(entry.left(slash < 0 ? entry.size() : slash).toStdString(), error);
    if (error) return std::nullopt;
    const int first = address.is_v4() ? mappedBits : 0;
    int prefix = allBits - first;
    if (slash >= 0) {
        bool isNumber = false;
        prefix = QStringView(entry).mid(slash + 1).toInt(&isNumber);
        if (!isNumber || prefix < 0 || prefix > allBits - first) return std::nullopt;
    }
    return Network{.address = mappedAddress(address), .prefix = first + prefix};
}

Result<PeerList> PeerList::fromText(const QStringList &entries)
{
    PeerList list;
    for (const QString &entry : entries) {
        const std::optional<Network> network = networkFrom(entry.trimmed());
        if (!network) return fail(ErrorCode::settingsInvalid, entry);
        list.m_networks.push_back(*network);
    }
    return list;
}

bool PeerList::allows(const ip::address &peer) const
{
    const auto bytes = mappedAddress(peer).to_bytes();
    return m_networks.empty() || std::ranges::any_of(m_networks, [&bytes](const Network &network) {
               return sharesPrefix(bytes, network.address.to_bytes(), network.prefix);
           });
}

} // namespace countersign
