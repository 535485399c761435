import Access
import ArgumentParser
import Database
import Identity
import Language
import Places
import Timekeeping

extension Accounts {
    /// `sen accounts keys`: by which other systems use the API.
    struct Keys: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.AccountCommands.keysAbstract),
            subcommands: [List.self, Make.self, Revoke.self]
        )
    }
}

extension Accounts.Keys {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.AccountCommands.keysListAbstract),
            discussion: Spoken.text(.AccountCommands.keysExample)
        )
        @Option(help: Spoken.help(.Installation.underHelp, value: "ID")) var unit: String?
        @Flag(name: .customLong("json"), help: Spoken.help(.Installation.jsonHelp)) var isJSON = false
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.look { installation in
                let printer = KeyPrinter(tree: installation.tree)
                let keys = try await installation.keys.list(within: try installation.scope(under: unit))
                for key in keys { print(isJSON ? printer.json(key) : printer.row(key)) }
            }
        }
    }

    struct Make: AsyncParsableCommand {
        /// A quarter: long enough to set a system up, short enough that a forgotten key ends.
        private static let daysByDefault = 90

        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.AccountCommands.keysMakeAbstract),
            discussion: Spoken.text(.AccountCommands.keysMakeDiscussion)
        )
        @Option(help: Spoken.help(.AccountCommands.keyNameHelp, value: "TEXT")) var name: String
        @Option(help: Spoken.help(.AccountCommands.keyAccountHelp, value: "NAME")) var account: String?
        @Option(help: Spoken.help(.AccountCommands.roleHelp)) var role: Role?
        @Option(help: Spoken.help(.AccountCommands.grantUnitHelp, value: "ID")) var unit: String?
        @Option(help: Spoken.help(.AccountCommands.keyDaysHelp)) var days = daysByDefault
        @OptionGroup var installation: InstallationOptions

        func validate() throws {
            guard (role == nil) == (unit == nil), (role == nil) != (account == nil) else {
                throw ValidationError(Spoken.text(.AccountCommands.accountOrRole))
            }
        }

        func run() async throws {
            try await installation.change { installation in
                let draft = try APIKeyDraft(name: name, grant: try await grant(in: installation), days: days)
                let top = installation.top(of: Unit.ID(rawValue: draft.grant.unit))
                let made = try await installation.keys.make(draft, by: installation.permit(on: top))
                let format = Formatting(language: Spoken.language, calendar: World.civilCalendar)
                let end = format.dateTime(made.key.endsAt)
                Ending.complain(
                    Spoken.text(.AccountCommands.keyMade(made.key.id.description, until: end))
                )
                print(made.text)
            }
        }

        private func grant(in installation: Installation) async throws -> RoleGrant {
            if let role, let unit { return RoleGrant(role, in: try installation.unit(unit).id.rawValue) }
            let account = try await installation.account(account ?? "")
            guard account.grants.count == 1 else {
                Ending.complain(Spoken.text(.AccountCommands.notOneGrant(account.signInName.text)))
                throw Ending.doesNotFit
            }
            return account.grants[0]
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.AccountCommands.keysRevokeAbstract),
            discussion: Spoken.text(.AccountCommands.keysExample)
        )
        @Argument(help: Spoken.help(.AccountCommands.keyIDHelp, value: "ID")) var id: String
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.change { installation in
                guard let id = APIKeyID(id) else { throw IdentityError(.keyNotFound, "not an id") }
                let permit = installation.permit(on: installation.top(), to: ManageKeys.self)
                let key = try await installation.keys.revoke(id, by: permit)
                print(Spoken.text(.AccountCommands.keyRevoked(Printable.text(key.name))))
            }
        }
    }
}

/// Prints keys without what they are: only their hashes are kept.
struct KeyPrinter {
    let tree: UnitTree

    private static let stateWidth = 14

    private struct Line: Encodable {
        let id, name, state, createdAt, endsAt: String
        let grant: RoleGrant
        let revokedAt, usedAt: String?
    }

    func row(_ key: APIKey) -> String {
        let format = Formatting(language: Spoken.language, calendar: World.civilCalendar)
        return [
            key.id.description,
            Spoken.text(.AccountCommands.keyState(state(key))).padded(to: Self.stateWidth),
            "\(Printable.text(key.name)) (\(AccountPrinter(tree: tree).grant(key.grant)))",
            Spoken.text(.AccountCommands.keyEnds(format.date(key.endsAt))),
            Spoken.text(.AccountCommands.keyUsed(key.usedAt.map(format.dateTime))),
        ].joined(separator: "  ")
    }

    func json(_ key: APIKey) -> String {
        JSONLine.text(
            Line(
                id: key.id.description,
                name: key.name,
                state: state(key),
                createdAt: key.createdAt.rfc3339,
                endsAt: key.endsAt.rfc3339,
                grant: key.grant,
                revokedAt: key.revokedAt?.rfc3339,
                usedAt: key.usedAt?.rfc3339
            )
        )
    }

    private func state(_ key: APIKey) -> String {
        if key.revokedAt != nil { return "revoked" }
        return key.endsAt > World.clock.now() ? "holds" : "expired"
    }
}
