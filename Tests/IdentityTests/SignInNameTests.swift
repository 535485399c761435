import Foundation
import Language
import Testing

@testable import Identity

@Test("a sign-in name is the same in any case and with white space around it")
func sameName() {
    #expect(SignInName(" Lan.Nguyen \n") == SignInName("lan.nguyen"))
    #expect(SignInName("LAN@xa.example")?.text == "lan@xa.example")
}

@Test(
    "what no account can have is no name",
    arguments: [
        "", " ", ".", ".lan", "lan.", "lan nguyen", "lân", "lаn", "lan\u{0}", "lan'--", "l\u{200B}an",
    ]
)
func noName(typed: String) {
    #expect(SignInName(typed) == nil)
}

@Test("a name has at most 64 bytes, and a megabyte is refused")
func nameLengths() {
    #expect(SignInName(String(repeating: "a", count: 64)) != nil)
    #expect(SignInName(String(repeating: "a", count: 65)) == nil)
    #expect(SignInName(String(repeating: " ", count: 1 << 20) + "a") == nil)
}

@Test("addresses of one IPv6 line are one network, an IPv4 address is itself, by whichever socket it came")
func networks() {
    #expect(ClientAddress("192.0.2.7").network == "192.0.2.7")
    #expect(ClientAddress("::ffff:192.0.2.7") == ClientAddress("192.0.2.7"))
    #expect(ClientAddress("2001:db8:1:2::1") == ClientAddress("2001:DB8:1:2:ffff::9"))
    #expect(ClientAddress("2001:db8:1:2::1").network == "2001:db8:1:2::/64")
    #expect(ClientAddress("2001:db8:1:3::1") != ClientAddress("2001:db8:1:2::1"))
    #expect(ClientAddress("no address") == ClientAddress(""))
}

@Test("what is stored of a role never changes, and each has a name in both languages")
func roles() throws {
    let stored = ["administrator", "leader", "officer", "inspector", "auditor", "viewer"]
    #expect(Role.allCases.map(\.rawValue) == stored)
    #expect(Set(Role.allCases.map(\.name.vi)).count == stored.count)
    #expect(Set(Role.allCases.map(\.name.en)).count == stored.count)
    #expect(Role.allCases.filter(\.requiresTimedCode) == [.administrator])
    let grant = RoleGrant(.officer, in: "16681")
    #expect(try JSONDecoder().decode(RoleGrant.self, from: JSONEncoder().encode(grant)) == grant)
}
