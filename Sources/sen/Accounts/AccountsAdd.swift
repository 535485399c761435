import Access
import ArgumentParser
import Database
import Identity
import Language
import Places

extension Accounts {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.AccountCommands.addAbstract),
            discussion: Spoken.text(.AccountCommands.addDiscussion)
        )
        @OptionGroup var name: Name
        @Option(help: Spoken.help(.AccountCommands.fullNameHelp, value: "TEXT")) var fullName: String
        @Option(help: Spoken.help(.AccountCommands.unitHelp, value: "ID")) var unit: String
        @Option(name: .customLong("role"), help: Spoken.help(.AccountCommands.rolesHelp))
        var roles: [Role] = []
        @Option(help: Spoken.help(.AccountCommands.languageHelp)) var language = Language.vietnamese
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.change { installation in
                let unit = try installation.unit(unit).id
                guard let person = FullName(fullName) else {
                    throw IdentityError(.fullNameInvalid, "no name of a person")
                }
                let draft = AccountDraft(
                    signInName: try SignInName.typed(name.typed),
                    fullName: person,
                    unit: unit.rawValue,
                    language: language,
                    grants: roles.map { RoleGrant($0, in: unit.rawValue) }
                )
                let permit = installation.permit(on: installation.top(of: unit), to: ManageAccounts.self)
                installation.show(try await installation.accounts.invite(draft, by: permit).link, .invitation)
            }
        }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.AccountCommands.linkAbstract),
            discussion: Spoken.text(.AccountCommands.linkDiscussion)
        )
        @Argument(help: Spoken.help(.AccountCommands.nameHelp, value: "NAME")) var name: String?
        @Flag(help: Spoken.help(.AccountCommands.removeCodesHelp)) var removeCodes = false
        @Flag(help: Spoken.help(.AccountCommands.firstAdministratorHelp)) var firstAdministrator = false
        @OptionGroup var installation: InstallationOptions

        func validate() throws {
            guard (name == nil) == firstAdministrator, !(firstAdministrator && removeCodes) else {
                throw ValidationError(Spoken.text(.AccountCommands.nameOrFirst))
            }
        }

        func run() async throws {
            try await installation.change { installation in
                guard let name else { return try await makeFirstLink(in: installation) }
                var account = try await installation.account(name)
                let permit = installation.permit(for: account)
                // Somebody who never set codes up has none to lose: that is what was asked for.
                if removeCodes, account.hasTimedCodes {
                    account = try await installation.accounts.removeTimedCodes(
                        of: account.id,
                        expecting: account.version,
                        by: permit
                    )
                }
                let link = try await installation.accounts.reset(
                    account.id,
                    expecting: account.version,
                    by: permit
                )
                installation.show(link, account.state == .invited ? .invitation : .reset)
            }
        }

        private func makeFirstLink(in installation: Installation) async throws {
            let links = AccountLinks(
                installation.records,
                hashing: try PasswordHashing(randomBytes: World.randomBytes)
            )
            let top = installation.top().rawValue
            guard let link = try await links.makeFirstAdministratorLink(unit: top) else {
                Ending.complain(Spoken.text(.AccountCommands.administratorExists))
                throw Ending.doesNotFit
            }
            installation.show(link, .firstAdministrator)
        }
    }
}
