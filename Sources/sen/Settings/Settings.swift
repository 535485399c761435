import Database
import Language
import Serving
import WebFetch
import WebWatch

/// Everything that an operator may set: one struct for each room, with its defaults.
///
/// ``definitions`` says how each is named in the file and in the environment, and what it means.
struct Settings: Sendable {
    /// The language of what has no reader yet, such as the log and the first page.
    var language = Language.vietnamese
    /// Where the day of a deadline begins; a name of the IANA database.
    var timeZone = "Asia/Ho_Chi_Minh"
    var server = ServerSettings()
    var data = DataSettings()
    var database = DatabaseSettings()
    var watch = Pace()
    var fetch = FetchSettings()
    var audit = AuditSettings()
    var identity = IdentitySettings()
}

/// How people reach Sen.
struct ServerSettings: Hashable, Sendable {
    /// Loopback until an operator has put a proxy with TLS before it.
    var address = "127.0.0.1"
    var port = 8080
    /// As people type it; part of links in letters and receipts.
    var publicURL: String?
    /// Whose word about the browser's address is believed: a proxy on this machine, unless the operator names others.
    var trustedProxies = TrustedProxies.onThisMachine
}

/// Where Sen keeps what it must not lose.
struct DataSettings: Hashable, Sendable {
    var folder = "sen-data"
}

/// Which database keeps the data.
struct DatabaseSettings: Hashable, Sendable {
    /// A connection string of PostgreSQL; without one the data lies in the data folder, in SQLite.
    var url: String?

    var server: PostgresSettings? { url.map { PostgresSettings(connection: $0) } }
}

/// How the audit log presents itself to those who verify it.
struct AuditSettings: Hashable, Sendable {
    /// The name in each checkpoint (C2SP tlog-checkpoint): unique in the world and never changed afterwards.
    var origin = "sen.localhost/audit"
}

/// What protects the accounts.
struct IdentitySettings: Hashable, Sendable {
    /// 32 bytes in base64 that seal the secrets of one-time codes in the database.
    var sealingKey: String?
}
