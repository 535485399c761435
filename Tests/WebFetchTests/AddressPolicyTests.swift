import InternetAddresses
import Testing

@testable import WebFetch

@Test(
    "an address that is not on the public internet is refused, with the reason",
    arguments: [
        ("0.0.0.0", "this-network"), ("0.1.2.3", "this-network"), ("10.255.255.255", "private"),
        ("100.64.0.1", "shared-by-carrier"), ("100.127.255.255", "shared-by-carrier"),
        ("127.0.0.1", "loopback"), ("127.255.255.254", "loopback"), ("169.254.169.254", "link-local"),
        ("172.16.0.1", "private"), ("172.31.255.255", "private"), ("192.0.0.8", "protocol-assignment"),
        ("192.0.2.1", "documentation"), ("192.88.99.1", "tunnel"), ("192.168.1.1", "private"),
        ("198.18.0.1", "benchmarking"), ("198.19.255.255", "benchmarking"),
        ("198.51.100.7", "documentation"), ("203.0.113.9", "documentation"), ("224.0.0.1", "multicast"),
        ("239.255.255.255", "multicast"), ("240.0.0.1", "reserved"), ("255.255.255.255", "reserved"),
        ("::", "this-network"), ("::1", "loopback"), ("::7f00:1", "reserved"),
        ("::ffff:127.0.0.1", "loopback"), ("::ffff:10.0.0.1", "private"),
        ("::ffff:169.254.169.254", "link-local"), ("64:ff9b::10.0.0.1", "private"),
        ("64:ff9b::7f00:1", "loopback"), ("64:ff9b:1::1", "private"), ("100::1", "reserved"),
        ("2001::1", "tunnel"), ("2001:2::1", "benchmarking"), ("2001:db8::1", "documentation"),
        ("2001:10::1", "protocol-assignment"), ("2002:7f00:1::", "tunnel"), ("3fff::1", "documentation"),
        ("4000::1", "reserved"), ("5f00::1", "reserved"), ("fc00::1", "private"), ("fdff::1", "private"),
        ("fe80::1", "link-local"), ("febf::1", "link-local"), ("fec0::1", "private"),
        ("ff02::1", "multicast"), ("::2:0:0:0", "reserved"),
    ]
)
func refusedAddresses(text: String, reason: String) throws {
    let address = try #require(IPAddress(text))
    #expect(AddressPolicy().refusal(of: address)?.rawValue == reason)
}

@Test(
    "a public address is visited, also one right beside a refused range",
    arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255",
        "192.169.0.0", "198.17.255.255", "198.20.0.0", "203.0.112.255", "223.255.255.255", "203.113.131.1",
        "::ffff:1.1.1.1", "64:ff9b::1.1.1.1", "2400:cb00::1", "2001:ee0::1", "2001:200::1", "2003::1",
        "3ffe::1",
    ]
)
func publicAddresses(text: String) throws {
    #expect(AddressPolicy().refusal(of: try #require(IPAddress(text))) == nil)
}

@Test("each row of the table of special ranges can be read")
func specialRangesAreComplete() { #expect(AddressPolicy.specialRangesCount == 31) }

@Test("a range that the settings allow is visited, and nothing beside it")
func allowedRanges() throws {
    let policy = AddressPolicy(
        allowed: try ["10.20.0.0/16", "fd00:20::/32", "127.0.0.1"].map { try #require(AddressRange($0)) }
    )
    func isVisited(_ text: String) throws -> Bool {
        policy.refusal(of: try #require(IPAddress(text))) == nil
    }
    for text in [
        "10.20.0.0", "10.20.255.255", "fd00:20::1", "127.0.0.1", "::ffff:10.20.1.1", "64:ff9b::10.20.1.1",
    ] {
        #expect(try isVisited(text), "\(text)")
    }
    for text in ["10.19.255.255", "10.21.0.0", "fd00:21::1", "127.0.0.2", "::ffff:10.21.1.1", "::1"] {
        #expect(try !isVisited(text), "\(text)")
    }
}

@Test(
    "an address is read only in its one plain form",
    arguments: [
        "127.1", "0x7f.0.0.1", "2130706433", "010.0.0.1", "1.2.3", "1.2.3.4.5", "fe80::1%eth0", "::g", "",
        " 1.1.1.1",
    ]
)
func oddAddresses(text: String) { #expect(IPAddress(text) == nil) }

@Test(
    "a range with a slip of the pen is refused",
    arguments: [
        "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8", "::/129", "/8", "fd00::1/8",
        "10.0.0.0/+8",
    ]
)
func oddRanges(text: String) { #expect(AddressRange(text) == nil) }

@Test(
    "an address and a range are written as they are read",
    arguments: ["10.0.0.0/8", "::/0", "0.0.0.0/0", "fd00::/8", "1.2.3.4/32"]
)
func rangesRoundTrip(text: String) throws {
    #expect(try #require(AddressRange(text)).description == text)
}

@Test("the range of everything holds the last address of its family and none of the other")
func wholeRanges() throws {
    let all = try #require(AddressRange("::/0"))
    #expect(all.contains(IPAddress(v6: .max)))
    #expect(!all.contains(IPAddress(v4: .max)))
}
