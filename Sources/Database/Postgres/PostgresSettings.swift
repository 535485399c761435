/// How Sen reaches PostgreSQL, and how long it waits for it.
package struct PostgresSettings: Sendable {
    /// A connection string of libpq (PostgreSQL manual, 34.1.1), such as
    /// `postgresql://sen@db1,db2/sen?target_session_attrs=read-write`.
    ///
    /// A secret, since it may hold a password. With several hosts the one that takes writes is used.
    package var connection: String
    /// Connections that read at once, each with a thread: past a few per processor of the server they only queue there.
    package var readersMax = 8
    /// Waiting for one host of the connection string; the next is tried afterwards.
    package var connectSeconds = 5
    /// How long work waits for a server that is away before it fails: a fail-over takes some seconds.
    package var patienceSeconds = 15.0
    /// A read that runs longer is ended, as in SQLite.
    package var readSecondsMax = 60
    /// Waiting for the other processes that write: longer than the longest batch.
    package var lockSecondsMax = 30
    /// A process that stands still in the middle of its writes, for example a paused machine, holds up all others for
    /// so long; then the server ends its connection.
    package var idleSecondsMax = 10

    package init(connection: String) { self.connection = connection }
}

extension PostgresSettings {
    /// What libpq is given, in order: what the operator may override, the connection string, what nobody may.
    var parameters: [(keyword: String, value: String)] {
        [
            ("application_name", "sen"),
            ("connect_timeout", String(connectSeconds)),
            ("target_session_attrs", "read-write"),
            // A server that is gone without a word is noticed after some 20 seconds instead of hours.
            ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "2"),
            ("tcp_user_timeout", "20000"),
            ("dbname", connection),
            ("client_encoding", "UTF8"),
        ]
    }

    /// What a connection says first.
    ///
    /// `synchronous_commit`: what was answered survives a power cut, as with SQLite; an operator who has asked for more
    /// (`remote_apply`) keeps it. Cursors are read to their end, and none of the statements is worth compiling.
    func greeting(isReader: Bool) -> [String] {
        let readMilliseconds = isReader ? readSecondsMax * 1_000 : 0
        return [
            "SET statement_timeout = \(readMilliseconds)",
            "SET lock_timeout = \(lockSecondsMax * 1_000)",
            "SET idle_in_transaction_session_timeout = \((isReader ? readSecondsMax : idleSecondsMax) * 1_000)",
            "SET cursor_tuple_fraction = 1",
            "SET jit = off",
            "SET default_transaction_isolation = 'read committed'",
            """
            SELECT set_config('synchronous_commit', 'on', false)
            WHERE current_setting('synchronous_commit') = 'off'
            """,
        ]
    }
}
