import Glibc

/// An IPv4 or IPv6 address as a number, so that ranges are a shift and a comparison.
package struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    package enum Family: Hashable, Sendable {
        case v4, v6
        package var bits: Int { self == .v4 ? 32 : 128 }
    }

    package let family: Family
    package let number: UInt128

    package init(v4 number: UInt32) {
        family = .v4
        self.number = UInt128(number)
    }

    package init(v6 number: UInt128) {
        family = .v6
        self.number = number
    }

    /// Reads `203.0.113.9` or `2001:db8::9`; forms such as `127.1` and zones such as `%eth0` are refused.
    package init?(_ text: String) {
        guard text.utf8.count <= 45, !text.utf8.contains(0) else { return nil }
        var v4 = in_addr()
        var v6 = in6_addr()
        if inet_pton(AF_INET, text, &v4) == 1 {
            self.init(v4: UInt32(bigEndian: v4.s_addr))
        } else if inet_pton(AF_INET6, text, &v6) == 1 {
            self.init(v6: withUnsafeBytes(of: &v6, Self.bigEndianNumber))
        } else {
            return nil
        }
    }

    /// Reads the address that a socket is about to be connected to.
    package init?(socketAddress: UnsafeRawPointer, length: Int) {
        guard length >= MemoryLayout<sockaddr>.size else { return nil }
        let family = Int32(socketAddress.loadUnaligned(as: sockaddr.self).sa_family)
        if family == AF_INET, length >= MemoryLayout<sockaddr_in>.size {
            self.init(
                v4: UInt32(bigEndian: socketAddress.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr)
            )
        } else if family == AF_INET6, length >= MemoryLayout<sockaddr_in6>.size {
            var address = socketAddress.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            self.init(v6: withUnsafeBytes(of: &address, Self.bigEndianNumber))
        } else {
            return nil
        }
    }

    private static func bigEndianNumber(_ bytes: UnsafeRawBufferPointer) -> UInt128 {
        bytes.reduce(0) { $0 << 8 | UInt128($1) }
    }

    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        switch family {
        case .v4:
            var address = in_addr(s_addr: UInt32(truncatingIfNeeded: number).bigEndian)
            inet_ntop(AF_INET, &address, &text, socklen_t(text.count))
        case .v6:
            var address = in6_addr()
            withUnsafeMutableBytes(of: &address) { bytes in
                for index in 0..<16 { bytes[index] = UInt8(truncatingIfNeeded: number >> (8 * (15 - index))) }
            }
            inet_ntop(AF_INET6, &address, &text, socklen_t(text.count))
        }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// A range of addresses, written as in `10.0.0.0/8` (RFC 4632); a single address is a range of one.
package struct AddressRange: Hashable, Sendable, CustomStringConvertible {
    package let first: IPAddress
    package let prefixBits: Int

    /// Refuses a prefix that is too long and an address with bits after the prefix: they are slips of the pen.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(String(parts[0])) else { return nil }
        let all = address.family.bits
        guard let prefix = parts.count == 1 ? all : Self.number(parts[1]), (0...all).contains(prefix) else {
            return nil
        }
        let rest = address.number & ((1 as UInt128) << UInt128(all - prefix) &- 1)
        guard rest == 0 else { return nil }
        first = address
        prefixBits = prefix
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    package func contains(_ address: IPAddress) -> Bool {
        guard address.family == first.family else { return false }
        let shift = UInt128(first.family.bits - prefixBits)
        return address.number >> shift == first.number >> shift
    }

    package var description: String { "\(first)/\(prefixBits)" }
}
