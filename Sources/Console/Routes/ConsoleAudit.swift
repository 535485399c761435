package import AuditLog
package import Database

/// What the pages of the audit log and the public tiles need; a part of ``ConsoleHouse``.
package struct ConsoleAudit: Sendable {
    package let log: AuditLog
    package let database: any Database
    /// The public key, with which anybody checks what is downloaded.
    package let key: NoteVerifyKey

    package init(log: AuditLog, database: any Database, key: NoteVerifyKey) {
        self.log = log
        self.database = database
        self.key = key
    }
}
