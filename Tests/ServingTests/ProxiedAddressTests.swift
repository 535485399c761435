import InternetAddresses
import Testing

@testable import Serving

private let proxies = TrustedProxies(
    ["127.0.0.1", "10.1.0.0/16", "fd00::/8"].compactMap { AddressRange($0) }
)

@Test(
    "the browser's address is what the last trusted proxy saw",
    arguments: [
        ("127.0.0.1", ["203.0.113.9"], "203.0.113.9"),
        ("127.0.0.1", ["2001:db8::9"], "2001:db8::9"),
        ("10.1.2.3", ["203.0.113.9, 10.1.0.7,127.0.0.1"], "203.0.113.9"),
        ("10.1.2.3", ["203.0.113.9", "10.1.0.7"], "203.0.113.9"),
        ("fd00::1", [" 203.0.113.9\t,  fd00::2 "], "203.0.113.9"),
        ("127.0.0.1", ["10.1.0.8, 10.1.0.7"], "10.1.0.8"),
    ]
)
func lastProxyIsBelieved(_ peer: String, _ headers: [String], _ client: String) {
    #expect(proxies.client(peer: peer, forwardedFor: headers) == client)
}

@Test(
    "what a stranger puts into the header is not believed",
    arguments: [
        // no proxy at all, or one that is not trusted
        ("198.51.100.7", ["203.0.113.9"], "198.51.100.7"), ("unknown", ["203.0.113.9"], "unknown"),
        // the stranger's own words stand before what the proxy saw
        ("127.0.0.1", ["1.2.3.4, 198.51.100.7"], "198.51.100.7"),
        ("127.0.0.1", ["127.0.0.1, 198.51.100.7, 10.1.0.7"], "198.51.100.7"),
        // no address
        ("127.0.0.1", ["", ", ,"], "127.0.0.1"), ("127.0.0.1", ["unknown"], "127.0.0.1"),
        ("127.0.0.1", ["203.0.113.9:4711"], "127.0.0.1"), ("127.0.0.1", ["<script>"], "127.0.0.1"),
        ("127.0.0.1", ["203.0.113.9, _hidden, 10.1.0.7"], "10.1.0.7"),
    ]
)
func strangersAreNotBelieved(_ peer: String, _ headers: [String], _ client: String) {
    #expect(proxies.client(peer: peer, forwardedFor: headers) == client)
}

@Test("a header of very many hops is read from its end and no further than its limit")
func manyHops() {
    let invented = String(repeating: "10.1.0.7,", count: 100_000)
    #expect(proxies.client(peer: "127.0.0.1", forwardedFor: ["203.0.113.9," + invented]) == "10.1.0.7")
}

@Test("without a setting, only a proxy on this machine is trusted, over either family")
func trustedByDefault() {
    for peer in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
        #expect(
            TrustedProxies.onThisMachine.client(peer: peer, forwardedFor: ["203.0.113.9"]) == "203.0.113.9",
            "\(peer)"
        )
    }
    for peer in ["10.0.0.1", "::ffff:10.0.0.1", "fd00::1"] {
        #expect(TrustedProxies.onThisMachine.client(peer: peer, forwardedFor: ["203.0.113.9"]) == peer)
    }
}
