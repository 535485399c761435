import ArgumentParser
import Language

@main
struct Sen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sen",
        abstract: Spoken.text(.senAbstract),
        discussion: Spoken.text(.senDiscussion),
        subcommands: [
            Serve.self, Check.self, Config.self, Units.self, Sites.self, DatasetsCommand.self, Accounts.self,
            Audit.self,
            BackupCommand.self,
            RestoreCommand.self, DatabaseCommand.self, LabCommand.self, SchemaCommand.self, PackCommand.self,
            WebhookCommand.self,
        ]
    )
}
