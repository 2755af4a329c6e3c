#include "checking/HostKind.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace checking {

namespace {

using Ip6 = std::array<quint16, 8>;

struct Network4 final {
    quint32 address;
    int bits;
    HostKind kind;
};

constexpr std::array networks4{
    Network4{0x00000000, 8, HostKind::ThisComputer}, // "this host"
    Network4{0x7F000000, 8, HostKind::ThisComputer}, Network4{0x0A000000, 8, HostKind::Private},
    Network4{0x64400000, 10, HostKind::Private}, // carriers' own
    Network4{0xA9FE0000, 16, HostKind::Private}, // link-local
    Network4{0xAC100000, 12, HostKind::Private},     Network4{0xC0A80000, 16, HostKind::Private},
    Network4{0xE0000000, 3, HostKind::Private}, // multicast, reserved, broadcast
};

HostKind kindOf(quint32 address)
{
    const auto *found = std::find_if(networks4.begin(), networks4.end(), [address](const Network4 &network) {
        return (address ^ network.address) >> (32 - network.bits) == 0;
    });
    return found == networks4.end() ? HostKind::Public : found->kind;
}

/// One number as inet_aton() reads it: 0x… is hexadecimal, 0… octal.
std::optional<quint32> parseNumber(const QString &text)
{
    bool ok = false;
    quint32 value = 0;
    if (text.startsWith(QLatin1String("0x")))
        value = text.size() == 2 ? (ok = true, 0) : text.mid(2).toUInt(&ok, 16);
    else
        value = text.toUInt(&ok, text.size() > 1 && text.startsWith(QLatin1Char('0')) ? 8 : 10);
    return ok ? std::optional(value) : std::nullopt;
}

/// One to four parts; the last one fills what the others leave.
std::optional<quint32> parseIp4(const QString &host)
{
    const QStringList parts = host.split(QLatin1Char('.'));
    if (parts.size() > 4)
        return std::nullopt;
    quint64 address = 0;
    for (int i = 0; i < parts.size(); ++i) {
        const auto number = parseNumber(parts.at(i));
        const bool last = i == parts.size() - 1;
        const int bits = last ? 8 * (4 - i) : 8;
        if (!number || (quint64(*number) >> bits) != 0)
            return std::nullopt;
        address = (address << bits) | *number;
    }
    return static_cast<quint32>(address);
}

/// The groups on one side of "::"; a dotted IPv4 tail makes two. Nothing when it is no address.
std::optional<std::vector<quint16>> parseGroups(const QString &text)
{
    std::vector<quint16> groups;
    if (text.isEmpty())
        return groups;
    for (const QString &part : text.split(QLatin1Char(':'))) {
        bool ok = false;
        const quint16 group = part.toUShort(&ok, 16);
        if (ok) {
            groups.push_back(group);
            continue;
        }
        const auto tail = part.contains(QLatin1Char('.')) ? parseIp4(part) : std::nullopt;
        if (!tail)
            return std::nullopt;
        groups.push_back(static_cast<quint16>(*tail >> 16));
        groups.push_back(static_cast<quint16>(*tail & 0xFFFF));
    }
    return groups;
}

std::optional<Ip6> parseIp6(const QString &host)
{
    const QString address = host.section(QLatin1Char('%'), 0, 0); // without the zone
    const qsizetype gap = address.indexOf(QLatin1String("::"));
    const auto before = parseGroups(gap < 0 ? address : address.left(gap));
    const auto after = parseGroups(gap < 0 ? QString() : address.mid(gap + 2));
    if (!before || !after || before->size() + after->size() > 8)
        return std::nullopt;
    Ip6 groups{};
    std::copy(before->cbegin(), before->cend(), groups.begin());
    std::copy(after->cbegin(), after->cend(), groups.end() - static_cast<ptrdiff_t>(after->size()));
    return groups;
}

HostKind kindOf(const Ip6 &groups)
{
    constexpr Ip6 nat64{0x64, 0xFF9B};
    const quint32 tail = (quint32(groups[6]) << 16) | groups[7];
    const bool startsWithZeros = std::all_of(groups.cbegin(), groups.cbegin() + 5, [](quint16 g) { return g == 0; });
    if (startsWithZeros && groups[5] == 0 && tail <= 1)
        return HostKind::ThisComputer;
    const bool holdsIp4 = (startsWithZeros && (groups[5] == 0 || groups[5] == 0xFFFF))
        || std::equal(groups.cbegin(), groups.cbegin() + 6, nat64.cbegin());
    if (holdsIp4)
        return kindOf(tail);
    const bool uniqueLocal = (groups[0] & 0xFE00) == 0xFC00;
    const bool linkOrSiteLocal = (groups[0] & 0xFF80) == 0xFE80;
    const bool multicast = (groups[0] & 0xFF00) == 0xFF00;
    return uniqueLocal || linkOrSiteLocal || multicast ? HostKind::Private : HostKind::Public;
}

/// Top-level names that never lead to a host on the public internet (RFC 2606, 6761, 6762; ICANN for "internal").
bool isUnderReservedName(const QString &name)
{
    static const QStringList reserved{QStringLiteral("local"),    QStringLiteral("localhost"),
                                      QStringLiteral("internal"), QStringLiteral("invalid"),
                                      QStringLiteral("test"),     QStringLiteral("example")};
    return reserved.contains(name.section(QLatin1Char('.'), -1));
}

} // namespace

HostKind hostKind(const QString &host)
{
    QString name = host.toLower();
    while (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    if (name.contains(QLatin1Char(':'))) {
        const auto address = parseIp6(name);
        return address ? kindOf(*address) : HostKind::Bare;
    }
    if (const auto address = parseIp4(name))
        return kindOf(*address);
    if (name == QLatin1String("localhost") || name == QLatin1String("localhost.localdomain"))
        return HostKind::ThisComputer;
    // No top-level name is a number, so that what ends in one is an address gone wrong.
    const bool endsInNumber = parseNumber(name.section(QLatin1Char('.'), -1)).has_value();
    return !name.contains(QLatin1Char('.')) || endsInNumber || isUnderReservedName(name) ? HostKind::Bare
                                                                                         : HostKind::Public;
}

} // namespace checking
