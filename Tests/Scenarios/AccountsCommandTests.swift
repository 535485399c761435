import Access
import AuditLog
import Database
import Foundation
import Identity
import Language
import Places
import RunningPrograms
import Testing

@testable import sen

extension InstallationFolder {
    fileprivate var records: IdentityRecords {
        IdentityRecords(
            database: served.database,
            audit: AuditLog(randomBytes: World.randomBytes),
            clock: World.clock,
            ids: World.ids,
            randomBytes: World.randomBytes
        )
    }

    fileprivate var links: AccountLinks {
        get throws { AccountLinks(records, hashing: try PasswordHashing(randomBytes: World.randomBytes)) }
    }

    fileprivate var keys: APIKeyStore { APIKeyStore(records) }

    /// Uses the link that a command printed, as the person who got it does.
    fileprivate func use(_ printed: String, password: String = "bốn con trâu trắng") async throws -> Account {
        try await links.setPassword(try token(in: printed), password: password)
    }

    fileprivate func token(in printed: String) throws -> String {
        let line = printed.trimmingCharacters(in: .newlines)
        #expect(
            line.hasPrefix("http://127.0.0.1:8080/link/") || line.hasPrefix("http://127.0.0.1:8080/start/")
        )
        return String(try #require(line.split(separator: "/").last))
    }

    fileprivate func add(_ name: String, role: String, unit: String = commune) async throws -> Program.Outcome
    {
        try await sen(
            "accounts",
            "add",
            name,
            "--full-name",
            "Nguyễn Văn A",
            "--unit",
            unit,
            "--role",
            role
        )
    }
}

@Suite("sen accounts")
struct AccountsCommandTests {
    @Test("an account is made with a link that works once and is all that standard output holds")
    func adds() async throws {
        try await withInstallation { (bench) async throws in
            let added = try await bench.add("nguyen.van.a", role: "officer")
            #expect(added.status == 0, "\(added.error)")
            #expect(added.output.split(separator: "\n").count == 1)
            #expect(added.error.contains("trong 168 giờ"))
            #expect(try await bench.waiting() == 0)
            let account = try await bench.use(added.output)
            #expect(account.signInName.text == "nguyen.van.a")
            #expect(account.grants == [RoleGrant(.officer, in: InstallationFolder.commune)])
            await #expect(throws: IdentityError.self) { _ = try await bench.use(added.output) }
            let again = try await bench.add("Nguyen.Van.A", role: "officer")
            #expect(again.status == 1)
            #expect(again.error.contains("identity.sign-in-name-taken"))
            #expect(again.output.isEmpty)
            #expect(try await bench.actions() == ["account.invited"])
        }
    }

    @Test("a province that lost its administrator gets a new one, and the old one a new link without codes")
    func wayBackIn() async throws {
        try await withInstallation { (bench) async throws in
            let first = try await bench.sen("accounts", "link", "--first-administrator")
            #expect(first.status == 0, "\(first.error)")
            let lost = try await bench.links.makeFirstAdministrator(
                try bench.token(in: first.output),
                signInName: try #require(SignInName("quan.tri")),
                fullName: try #require(FullName("Trần Thị B")),
                password: "bốn con trâu trắng"
            )
            #expect(lost.isAdministrator(ofOneOf: ["40"]))
            let refused = try await bench.sen("accounts", "link", "--first-administrator")
            #expect(refused.status == 1)
            #expect(refused.error.contains("sen accounts link TÊN"))
            let link = try await bench.sen("accounts", "link", "quan.tri", "--remove-codes")
            #expect(link.status == 0, "\(link.error)")
            #expect(try await bench.use(link.output, password: "năm con trâu đen").id == lost.id)
            let added = try await bench.add("quan.tri.2", role: "administrator", unit: "40")
            #expect(try await bench.use(added.output).isAdministrator(ofOneOf: ["40"]))
        }
    }

    @Test("the last administrator cannot be blocked or stripped of the role")
    func lastAdministrator() async throws {
        try await withInstallation { (bench) async throws in
            _ = try await bench.use(bench.add("quan.tri", role: "administrator", unit: "40").output)
            for command in [["block"], ["revoke", "--role", "administrator", "--unit", "40"]] {
                let arguments = ["accounts", command[0], "quan.tri"] + command.dropFirst()
                let outcome = try await Program.run(arguments + ["--data", bench.folder.path])
                #expect(outcome.status == 1)
                #expect(outcome.error.contains("identity.last-administrator"))
            }
            #expect(try await bench.actions() == ["account.invited"])
        }
    }

    @Test("an account is blocked, let in again by a link, and its roles change one by one")
    func changes() async throws {
        try await withInstallation { (bench) async throws in
            _ = try await bench.use(bench.add("a.b", role: "officer").output)
            #expect(try await bench.sen("accounts", "block", "a.b").status == 0)
            #expect(try await bench.sen("accounts", "block", "a.b").status == 1)
            #expect(try await bench.sen("accounts", "link", "a.b").status == 1)
            #expect(try await bench.sen("accounts", "list").output.contains("đã khóa"))
            let back = try await bench.sen("accounts", "unblock", "a.b")
            #expect(try await bench.use(back.output).state == .active)
            let inspector = ["--role", "inspector", "--unit", "40", "--data", bench.folder.path]
            let granted = try await Program.run(["accounts", "grant", "a.b"] + inspector)
            #expect(granted.output.contains("Thanh tra, kiểm tra, Tỉnh Nghệ An (40)"), "\(granted.error)")
            #expect(try await Program.run(["accounts", "revoke", "a.b"] + inspector).status == 0)
            #expect(try await Program.run(["accounts", "revoke", "a.b"] + inspector).status == 1)
            #expect(
                try await bench.actions() == [
                    "account.invited", "account.disabled", "account.enabled", "account.grants-changed",
                    "account.grants-changed",
                ]
            )
        }
    }

    @Test("list and show print no password, hash or link, as text and as JSON")
    func secrets() async throws {
        try await withInstallation { (bench) async throws in
            let added = try await bench.add("a.b", role: "viewer")
            _ = try await bench.use(added.output)
            let outputs = [
                try await bench.sen("accounts", "list"), try await bench.sen("accounts", "list", "--json"),
                try await bench.sen("accounts", "show", "a.b"),
            ]
            let token = try bench.token(in: added.output)
            for outcome in outputs {
                #expect(outcome.status == 0)
                #expect(outcome.output.contains("a.b") && outcome.output.contains("Nguyễn Văn A"))
                #expect(!outcome.output.contains("scrypt") && !outcome.output.contains(token))
            }
        }
    }

    private static let wrongWords: [([String], Int32, String)] = [
        (["show", "không-có"], 1, "identity.sign-in-name-invalid"),
        (["show", "'; DROP TABLE account; --"], 1, "identity.sign-in-name-invalid"),
        (["show", "nobody"], 1, "identity.account-not-found"),
        (["add", "x", "--full-name", "", "--unit", "40"], 1, "identity.full-name-invalid"),
        (["add", "x", "--full-name", "X", "--unit", "99999"], 64, "sen units find"),
        (["add", "x", "--full-name", "X", "--unit", "40", "--role", "king"], 64, "administrator"),
        (["grant", "x", "--role", "viewer", "--unit", "99999"], 64, "sen units find"),
        (["link"], 64, "--first-administrator"), (["link", "x", "--first-administrator"], 64, "cả hai"),
    ]

    @Test(
        "names that no account can have, unknown ones, roles and units end with a sentence",
        arguments: wrongWords
    )
    func wrong(arguments: [String], status: Int32, sentence: String) async throws {
        try await withInstallation { (bench) async throws in
            let all = ["accounts"] + arguments + ["--data", bench.folder.path]
            let outcome = try await Program.run(all)
            #expect(outcome.status == status, "\(outcome.error)")
            #expect(outcome.error.contains(sentence), "\(outcome.error)")
            #expect(outcome.output.isEmpty)
            #expect(try await bench.actions().isEmpty)
        }
    }

    @Test(
        "SQL and HTML in a person's name are text; what moves a terminal is refused",
        arguments: hostileTexts
    )
    func hostile(text: String) async throws {
        try await withInstallation { (bench) async throws in
            let added = try await bench.sen("accounts", "add", "x", "--full-name", text, "--unit", "40")
            let isRefused = text.contains { "\u{1B}\u{202E}".contains($0) }
            #expect(added.status == (isRefused ? 1 : 0), "\(added.error)")
            let listed = try await bench.sen("accounts", "list")
            #expect(listed.output.contains(text) == !isRefused)
        }
    }
}

@Suite("sen accounts keys")
struct KeysCommandTests {
    @Test("a key is printed once, opens what its role allows, is listed without itself and revoked")
    func life() async throws {
        try await withInstallation { (bench) async throws in
            let made = try await bench.sen(
                "accounts",
                "keys",
                "make",
                "--name",
                "Kho dữ liệu",
                "--role",
                "viewer",
                "--unit",
                "40",
                "--days",
                "7"
            )
            #expect(made.status == 0, "\(made.error)")
            let text = made.output.trimmingCharacters(in: .newlines)
            let key = try await bench.keys.find(text)
            #expect(key.grant == RoleGrant(.viewer, in: "40"))
            let listed = try await bench.sen("accounts", "keys", "list")
            #expect(listed.output.contains("còn hiệu lực") && listed.output.contains("Kho dữ liệu"))
            let json = try await bench.sen("accounts", "keys", "list", "--json")
            #expect(!(listed.output + json.output).contains(text.dropFirst(4)))
            let id = key.id.description
            #expect(try await bench.sen("accounts", "keys", "revoke", id).status == 0)
            #expect(try await bench.sen("accounts", "keys", "revoke", id).status == 1)
            await #expect(throws: IdentityError.self) { _ = try await bench.keys.find(text) }
            #expect(try await bench.actions() == ["key.made", "key.revoked"])
        }
    }

    @Test("a key takes the only role of an account, and no other")
    func ofAccount() async throws {
        try await withInstallation { (bench) async throws in
            _ = try await bench.add("a.b", role: "officer")
            _ = try await bench.add("quan.tri", role: "administrator", unit: "40")
            func make(_ account: String) async throws -> Program.Outcome {
                try await bench.sen("accounts", "keys", "make", "--account", account, "--name", "Kiểm thử")
            }
            let text = try await make("a.b").output.trimmingCharacters(in: .newlines)
            #expect(
                try await bench.keys.find(text).grant == RoleGrant(.officer, in: InstallationFolder.commune)
            )
            let administrator = try await make("quan.tri")
            #expect(administrator.status == 1)
            #expect(administrator.error.contains("identity.key-role-refused"))
            #expect(
                try await bench.sen("accounts", "grant", "a.b", "--role", "viewer", "--unit", "40").status
                    == 0
            )
            let two = try await make("a.b")
            #expect(two.status == 1)
            #expect(two.error.contains("--role"))
        }
    }

    private static let wrongOptions: [([String], Int32)] = [
        (["make", "--name", "x"], 64), (["make", "--name", "x", "--role", "viewer"], 64),
        (["make", "--name", "x", "--role", "viewer", "--unit", "40", "--account", "a"], 64),
        (["make", "--name", "", "--role", "viewer", "--unit", "40"], 1),
        (["make", "--name", "x", "--role", "viewer", "--unit", "40", "--days", "0"], 1),
        (["make", "--name", "x", "--role", "viewer", "--unit", "40", "--days", "9999999999"], 1),
        (["revoke", "' OR 1=1 --"], 1), (["revoke", "018f0000-0000-7000-8000-000000000000"], 1),
    ]

    @Test("wrong options make no key", arguments: wrongOptions)
    func wrong(arguments: [String], status: Int32) async throws {
        try await withInstallation { (bench) async throws in
            let all = ["accounts", "keys"] + arguments + ["--data", bench.folder.path]
            let outcome = try await Program.run(all)
            #expect(outcome.status == status, "\(outcome.error)")
            #expect(outcome.output.isEmpty)
            #expect(try await bench.actions().isEmpty)
        }
    }
}
