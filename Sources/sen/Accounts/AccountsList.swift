import ArgumentParser
import Database
import Identity
import Language
import Places
import Timekeeping

extension Accounts {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.AccountCommands.listAbstract),
            discussion: Spoken.text(.AccountCommands.listExample)
        )
        @Option(help: Spoken.help(.Installation.underHelp, value: "ID")) var unit: String?
        @Flag(name: .customLong("json"), help: Spoken.help(.Installation.jsonHelp)) var isJSON = false
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.look { installation in
                let printer = AccountPrinter(tree: installation.tree)
                let accounts = try await installation.allAccounts(try installation.scope(under: unit))
                for account in accounts { print(isJSON ? printer.json(account) : printer.row(account)) }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.AccountCommands.showAbstract),
            discussion: Spoken.text(.AccountCommands.example("show"))
        )
        @OptionGroup var name: Name
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.look { installation in
                let account = try await name.find(in: installation)
                print(AccountPrinter(tree: installation.tree).description(of: account))
            }
        }
    }
}

/// Prints accounts for a person or for a program; never what proves who somebody is.
struct AccountPrinter {
    /// The units of today, for their names.
    let tree: UnitTree

    private static let nameWidth = 24
    private static let stateWidth = 14

    private struct Line: Encodable {
        let id, name, fullName, unit, state, language, createdAt: String
        let hasTimedCodes: Bool
        let grants: [RoleGrant]
        let version: Int
    }

    func row(_ account: Account) -> String {
        [
            account.signInName.text.padded(to: Self.nameWidth),
            Spoken.text(.AccountCommands.stateName(account.state.rawValue)).padded(to: Self.stateWidth),
            "\(Printable.text(account.fullName.text)) (\(roles(account)))",
        ].joined(separator: "  ")
    }

    func json(_ account: Account) -> String {
        JSONLine.text(
            Line(
                id: account.id.description,
                name: account.signInName.text,
                fullName: account.fullName.text,
                unit: account.unit,
                state: account.state.rawValue,
                language: account.language.rawValue,
                createdAt: account.createdAt.rfc3339,
                hasTimedCodes: account.hasTimedCodes,
                grants: account.grants,
                version: account.version
            )
        )
    }

    /// All about one account, one line for each thing.
    func description(of account: Account) -> String {
        let format = Formatting(language: Spoken.language, calendar: World.civilCalendar)
        let codes: Text = account.hasTimedCodes ? .AccountCommands.codesSet : .AccountCommands.codesNotSet
        let lines: [(Text, String)] = [
            (.AccountCommands.fullName, Printable.text(account.fullName.text)),
            (.Sites.unit, unit(account.unit)),
            (.AccountCommands.state, Spoken.text(.AccountCommands.stateName(account.state.rawValue))),
            (.AccountCommands.roles, roles(account)),
            (.AccountCommands.codes, Spoken.text(codes)),
            (.AccountCommands.made, format.dateTime(account.createdAt)),
            (.Sites.id, account.id.description),
        ]
        return ([account.signInName.text] + lines.map { "  \(Spoken.text($0)): \($1)" }).joined(
            separator: "\n"
        )
    }

    private func roles(_ account: Account) -> String {
        guard !account.grants.isEmpty else { return Spoken.text(.AccountCommands.mayDoNothing) }
        return account.grants.map(grant).joined(separator: "; ")
    }

    func grant(_ grant: RoleGrant) -> String { "\(Spoken.text(grant.role.name)), \(unit(grant.unit))" }

    private func unit(_ id: String) -> String {
        let name = tree.unit(Unit.ID(rawValue: id))?.name
        return Printable.text(name.map { "\($0) (\(id))" } ?? id)
    }
}
