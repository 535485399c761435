package import AuditLog
package import Database
import Language
package import Timekeeping

/// What every store of this room reads and writes with.
package struct IdentityRecords: Sendable {
    let database: any Database
    let audit: AuditLog
    let clock: WallClock
    let ids: IDMaker
    /// Fit for keys.
    let randomBytes: @Sendable (Int) -> [UInt8]

    package init(
        database: any Database,
        audit: AuditLog,
        clock: WallClock,
        ids: IDMaker,
        randomBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.database = database
        self.audit = audit
        self.clock = clock
        self.ids = ids
        self.randomBytes = randomBytes
    }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws(IdentityError) -> T {
        try await database.read(throwing: IdentityErrorCode.self) { try body($0) }
    }

    /// Runs `body` in one transaction and at one instant.
    func write<T: Sendable>(
        _ body: @escaping @Sendable (AccountWriter) throws -> T
    ) async throws(IdentityError) -> T {
        try await database.write(throwing: IdentityErrorCode.self) { transaction in
            try body(AccountWriter(records: self, transaction: transaction, now: clock.now()))
        }
    }

    /// Notes that a session or a key was used.
    ///
    /// A full disk must not keep anybody from reading, so a failure is passed over: an unwritten use only makes a
    /// session end sooner. Whoever then changes something is told by that change.
    func noteUse(_ body: @escaping @Sendable (AccountWriter) throws -> Void) async {
        do throws(IdentityError) { try await write(body) } catch {}
    }

    func makeToken() throws(IdentityError) -> SecretToken {
        guard let token = SecretToken.make(randomBytes: randomBytes) else {
            throw IdentityError(.storeFailed, "the generator gave too few random bytes")
        }
        return token
    }
}
