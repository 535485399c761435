import Access
import ArgumentParser
import Identity
import Language
import Places

extension Accounts {
    struct Block: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.AccountCommands.blockAbstract),
            discussion: Spoken.text(.AccountCommands.example("block"))
        )
        @OptionGroup var name: Name
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.change { installation in
                let account = try await name.find(in: installation)
                let permit = installation.permit(for: account)
                _ = try await installation.accounts.disable(
                    account.id,
                    expecting: account.version,
                    by: permit
                )
                print(Spoken.text(.AccountCommands.blocked(account.signInName.text)))
            }
        }
    }

    struct Unblock: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.AccountCommands.unblockAbstract),
            discussion: Spoken.text(.AccountCommands.example("unblock"))
        )
        @OptionGroup var name: Name
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.change { installation in
                let account = try await name.find(in: installation)
                let permit = installation.permit(for: account)
                let link = try await installation.accounts.enable(
                    account.id,
                    expecting: account.version,
                    by: permit
                )
                installation.show(link, .invitation)
            }
        }
    }

    struct Grant: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.AccountCommands.grantAbstract),
            discussion: Spoken.text(.AccountCommands.grantExample("grant"))
        )
        @OptionGroup var name: Name
        @OptionGroup var one: OneGrant
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.change { installation in
                _ = try installation.unit(one.unit)
                let account = try await name.find(in: installation)
                try await installation.change(account, to: account.grants + [one.grant])
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.AccountCommands.revokeAbstract),
            discussion: Spoken.text(.AccountCommands.grantExample("revoke"))
        )
        @OptionGroup var name: Name
        @OptionGroup var one: OneGrant
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.change { installation in
                let account = try await name.find(in: installation)
                guard account.grants.contains(one.grant) else {
                    Ending.complain(Spoken.text(.AccountCommands.noSuchGrant))
                    throw Ending.doesNotFit
                }
                try await installation.change(account, to: account.grants.filter { $0 != one.grant })
            }
        }
    }
}

extension Installation {
    /// Gives `account` these grants and no others, and prints it as it then is.
    fileprivate func change(_ account: Account, to grants: [RoleGrant]) async throws {
        let changed = try await accounts.changeGrants(
            of: account.id,
            to: grants,
            expecting: account.version,
            by: permit(for: account)
        )
        print(AccountPrinter(tree: tree).description(of: changed))
    }
}
