import AuditLog
import Database
import Language
import Timekeeping

/// Keeps the sessions: opened by ``SignIn``, found by the token of a cookie, ended by time or by hand.
package struct SessionStore: Sendable {
    /// Sessions of one account at once: a person has few browsers, and the one unused for longest makes room.
    package static let perAccountMax = 20

    let records: IdentityRecords
    /// Never changes while sessions last, or the forms that are open would be refused.
    private let formKey: [UInt8]

    package init(_ records: IdentityRecords, formKey: [UInt8]) {
        self.records = records
        self.formKey = formKey
    }

    /// Who a cookie's text speaks for; counts as a use, which is written at most once a minute.
    ///
    /// - Throws: ``IdentityErrorCode/sessionEnded``, the same for a forged, an ended and a too old one.
    package func find(_ text: String) async throws(IdentityError) -> SignedIn {
        let (signedIn, stored, life) = try await read(text)
        if life.needsStoring(insteadOf: stored) {
            await store(life, insteadOf: stored, of: signedIn.session)
        }
        guard !life.hasEnded else { throw Self.ended }
        return signedIn
    }

    /// ``find(_:)`` without counting as a use, for a page that is open and that nobody touches.
    package func look(at text: String) async throws(IdentityError) -> SignedIn {
        let (signedIn, _, life) = try await read(text)
        guard !life.hasEnded else { throw Self.ended }
        return signedIn
    }

    /// The session of a cookie's text, as it is stored and as it would be after a use now.
    private func read(
        _ text: String
    ) async throws(IdentityError) -> (signedIn: SignedIn, stored: SessionLife, life: SessionLife) {
        guard let token = SecretToken(text) else { throw Self.ended }
        let now = records.clock.now()
        let found = try await records.read { transaction -> (Session.ID, SessionLife, Account)? in
            guard
                let row = try transaction.first(
                    """
                    SELECT id, account_id, used_at, life_left, idle_left FROM session
                    WHERE token_hash = \(token.hash)
                    """
                ), let account = try transaction.accountRow(try row[1] as Account.ID)?.account
            else { return nil }
            return (try row[0], try SessionLife(stored: row, from: 2), account)
        }
        guard let (id, stored, account) = found, account.state == .active else { throw Self.ended }
        var life = stored
        _ = life.use(at: now, limits: SessionLife.Limits(grants: account.grants))
        let signedIn = SignedIn(
            session: id,
            account: account,
            reach: account.sessionReach,
            formToken: token.formToken(serverKey: formKey)
        )
        return (signedIn, stored, life)
    }

    /// Whether a form that came in with the cookie `text` was made for its session (CSRF).
    package func isFormToken(_ formToken: String, of text: String) -> Bool {
        SecretToken(text)?.isFormToken(formToken, serverKey: formKey) ?? false
    }

    /// The sessions of an account that have not ended, the newest use first.
    package func list(of account: Account.ID) async throws(IdentityError) -> [Session] {
        let now = records.clock.now()
        return try await records.read { transaction in
            try transaction.query(
                """
                SELECT id, account_id, network, opened_at, used_at, life_left, idle_left FROM session
                WHERE account_id = \(account) ORDER BY used_at DESC, id DESC
                """
            ).compactMap { row in
                var life = try SessionLife(stored: row, from: 4)
                // What is left was measured by the account's own limits when it was stored.
                guard life.use(at: now, limits: .display) else { return nil }
                return Session(
                    id: try row[0],
                    account: try row[1],
                    network: try row[2],
                    openedAt: try row[3],
                    usedAt: try row[4]
                )
            }
        }
    }

    /// Ends one of the account's sessions, this browser's or another's.
    ///
    /// - Throws: ``IdentityErrorCode/sessionEnded`` also when the session is somebody else's.
    package func signOut(_ id: Session.ID, of signedIn: SignedIn) async throws(IdentityError) {
        try await records.write { writer in
            let count = try writer.transaction.execute(
                "DELETE FROM session WHERE id = \(id) AND account_id = \(signedIn.account.id)"
            )
            guard count == 1 else { throw Self.ended }
            try writer.note("account.signed-out", of: signedIn.account, by: signedIn.principal.actor)
        }
    }

    /// Ends all sessions of the account but this one, and each sign-in that waits for its code.
    package func signOutOthers(_ signedIn: SignedIn) async throws(IdentityError) {
        try await records.write { writer in
            try writer.endSessions(of: signedIn.account.id, except: signedIn.session)
            try writer.note("account.signed-out", of: signedIn.account, by: signedIn.principal.actor)
        }
    }

    /// Ends all sessions of the account, this one too, and each sign-in that waits for its code.
    package func signOutEverywhere(_ signedIn: SignedIn) async throws(IdentityError) {
        try await records.write { writer in
            try writer.endSessions(of: signedIn.account.id)
            try writer.note("account.signed-out", of: signedIn.account, by: signedIn.principal.actor)
        }
    }

    /// Only over what was read, so that of two requests at once none writes over the other's; one that has ended
    /// goes away.
    private func store(
        _ life: SessionLife,
        insteadOf stored: SessionLife,
        of id: Session.ID
    ) async {
        await records.noteUse { writer in
            guard !life.hasEnded else {
                try writer.transaction.execute(
                    "DELETE FROM session WHERE id = \(id) AND used_at = \(stored.usedAt)"
                )
                return
            }
            try writer.transaction.execute(
                """
                UPDATE session SET used_at = \(life.usedAt), life_left = \(life.lifeLeftMicroseconds),
                    idle_left = \(life.idleLeftMicroseconds)
                WHERE id = \(id) AND used_at = \(stored.usedAt)
                """
            )
        }
    }

    private static var ended: IdentityError { IdentityError(.sessionEnded, "no session that holds") }
}

extension AccountWriter {
    /// Opens a session, and lets those that nobody uses go.
    func openSession(for account: Account, from address: ClientAddress) throws -> NewSession {
        let token = try records.makeToken()
        let session = Session(
            id: records.ids.make(),
            account: account.id,
            network: address.network,
            openedAt: now,
            usedAt: now
        )
        try makeRoomForSession(of: account.id)
        let life = SessionLife(openedAt: now, limits: SessionLife.Limits(grants: account.grants))
        try transaction.execute(
            """
            INSERT INTO session (id, token_hash, account_id, network, opened_at, used_at, life_left, idle_left)
            VALUES (\(session.id), \(token.hash), \(account.id), \(session.network), \(now), \(now),
                \(life.lifeLeftMicroseconds), \(life.idleLeftMicroseconds))
            """
        )
        try note("account.signed-in", of: account, by: .account(account.id.uuid))
        return NewSession(session: session, token: token, account: account, reach: account.sessionReach)
    }

    private func makeRoomForSession(of account: Account.ID) throws(DatabaseError) {
        try transaction.execute(
            """
            DELETE FROM session WHERE used_at +
                CASE WHEN life_left < idle_left THEN life_left ELSE idle_left END <= \(now)
            """
        )
        try transaction.execute(
            """
            DELETE FROM session WHERE account_id = \(account) AND id NOT IN (
                SELECT id FROM session WHERE account_id = \(account)
                ORDER BY used_at DESC, id DESC LIMIT \(SessionStore.perAccountMax - 1))
            """
        )
    }
}

extension SessionLife {
    /// From three columns: `used_at`, `life_left`, `idle_left`.
    fileprivate init(stored row: Row, from column: Int) throws(DatabaseError) {
        self.init(
            lifeLeftMicroseconds: try row[column + 1],
            idleLeftMicroseconds: try row[column + 2],
            usedAt: try row[column]
        )
    }
}
