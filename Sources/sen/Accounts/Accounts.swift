import Access
import ArgumentParser
import Identity
import Language
import Places

/// `sen accounts`: who may sign in, from a shell; also the way back in when nobody can.
struct Accounts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: Spoken.text(.AccountCommands.abstract),
        discussion: Spoken.text(.AccountCommands.discussion),
        subcommands: [
            List.self, Show.self, Add.self, Link.self, Block.self, Unblock.self, Grant.self, Revoke.self,
            Keys.self,
        ]
    )

    /// One account by its sign-in name.
    struct Name: ParsableArguments {
        @Argument(help: Spoken.help(.AccountCommands.nameHelp, value: "NAME")) var typed: String

        func find(in installation: Installation) async throws -> Account {
            try await installation.account(typed)
        }
    }

    /// One role in one unit.
    struct OneGrant: ParsableArguments {
        @Option(help: Spoken.help(.AccountCommands.roleHelp)) var role: Role
        @Option(help: Spoken.help(.AccountCommands.grantUnitHelp, value: "ID")) var unit: String

        var grant: RoleGrant { RoleGrant(role, in: unit) }
    }
}

extension Role: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

extension SignInName {
    /// - Throws: ``IdentityErrorCode/signInNameInvalid`` for what no account can be called.
    static func typed(_ text: String) throws(IdentityError) -> SignInName {
        guard let name = SignInName(text) else {
            throw IdentityError(.signInNameInvalid, "no account can have the name")
        }
        return name
    }
}

extension Installation {
    func account(_ typed: String) async throws -> Account {
        try await accounts.find(SignInName.typed(typed), within: .everything)
    }

    /// A permit that reaches `account` and whatever it may do.
    func permit(for account: Account) -> Permit<ManageAccounts> {
        permit(on: top(of: Unit.ID(rawValue: account.unit)))
    }

    /// All accounts within `scope`, by sign-in name.
    func allAccounts(_ scope: UnitScope) async throws -> [Account] {
        var all: [Account] = []
        while true {
            let page = try await accounts.list(within: scope, after: all.last?.signInName)
            all += page
            guard page.count == AccountStore.pageMax else { return all }
        }
    }

    /// Prints a link that works once: the link alone on standard output, what it is on standard error.
    func show(_ token: SecretToken, _ purpose: AccountLink.Purpose) {
        let isFirst = purpose == .firstAdministrator
        let seconds: Int64 =
            switch purpose {
            case .firstAdministrator: AccountLink.firstAdministratorSeconds
            case .invitation: AccountLink.invitationSeconds
            case .reset: AccountLink.resetSeconds
            }
        Ending.complain(Spoken.text(.AccountCommands.linkMade(Int(seconds / 3_600))))
        print(settings.server.base + (isFirst ? "start/" : "link/") + token.text)
    }
}

extension ServerSettings {
    /// The address that people type, up to and with the slash.
    var base: String {
        if let publicURL { return publicURL.hasSuffix("/") ? publicURL : publicURL + "/" }
        return "http://\(address.contains(":") ? "[\(address)]" : address):\(port)/"
    }
}
