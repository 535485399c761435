package import AuditLog
package import Database
import Language
package import Places
package import Timekeeping

package typealias SharingRequestID = ID<SharingRequest>

/// An agency asks the owner of a dataset for some of it; the owner grants it or refuses.
///
/// Nothing is overwritten: what was asked, what was granted and why it ended stand beside each other.
package struct SharingRequest: Hashable, Sendable {
    package typealias ID = SharingRequestID

    /// What the owner decided by whom and when.
    package struct Act: Hashable, Sendable, Codable {
        /// ``AuditLog/Actor/code``.
        package var by: String
        package var at: Instant

        package init(by actor: Actor, at: Instant) {
            by = actor.code
            self.at = at
        }
    }

    package enum State: Hashable, Sendable {
        case pending
        case granted(SharingTerms, Act)
        case refused(reason: String, legalBasis: String, Act)
        /// Granted and taken back.
        case revoked(SharingTerms, Act, reason: String, Act)

        /// The state without its grounds.
        package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
            case pending, granted, refused, revoked
        }

        package var kind: Kind {
            switch self {
            case .pending: .pending
            case .granted: .granted
            case .refused: .refused
            case .revoked: .revoked
            }
        }
    }

    package let id: ID
    package let dataset: Dataset.ID
    /// The owner of the dataset when it was asked.
    package let owner: Unit.ID
    /// Every account and key that reads records of this unit, or below it.
    package let grantee: Unit.ID
    package let asked: SharingTerms
    package let askedBy: Act
    package var state: State
    package var version: Int
    package var changedAt: Instant

    /// What holds on `day`; `nil` when nothing is granted, not yet or no more.
    package func terms(on day: Day) -> SharingTerms? {
        guard case .granted(let terms, _) = state, terms.hold(on: day) else { return nil }
        return terms
    }
}

extension SharingRequest {
    /// What was granted, also when it has ended.
    package var granted: SharingTerms? { decided.granted }

    /// Who granted or refused it.
    package var decision: Act? { decided.act }

    /// Why it was refused, with the legal basis, or why it was revoked.
    package var ending: (reason: String, legalBasis: String?, revoked: Act?)? {
        refusal.map { ($0.reason, $0.legalBasis, nil) } ?? revocation.map { ($0.reason, nil, $0.act) }
    }

    /// Grants what was asked for, or less.
    ///
    /// - Throws: `sharingDecided`, `sharingInvalid` when it is more.
    package mutating func grant(_ terms: SharingTerms, _ act: Act) throws(DatasetError) {
        try checkPending()
        guard terms.isWithin(asked) else {
            throw DatasetError(.sharingInvalid, "more than was asked for", text: .Sharing.more)
        }
        state = .granted(terms, act)
    }

    /// - Throws: `sharingDecided`, `reasonMissing`, `legalBasisMissing`: a refusal needs both (NĐ 194/2025/NĐ-CP,
    /// article 16).
    package mutating func refuse(
        reason: String,
        legalBasis: String,
        _ act: Act
    ) throws(DatasetError) {
        try checkPending()
        try Self.check(reason)
        guard !legalBasis.isBlank else {
            throw DatasetError(.legalBasisMissing, "a refusal without a legal basis")
        }
        guard legalBasis.utf8.count <= SharingTerms.textBytesMax else {
            throw DatasetError(.textTooLong, "a legal basis that is too long")
        }
        state = .refused(reason: reason, legalBasis: legalBasis, act)
    }

    /// - Throws: `sharingDecided` when nothing is granted, `reasonMissing`.
    package mutating func revoke(reason: String, _ act: Act) throws(DatasetError) {
        guard case .granted(let terms, let granted) = state else {
            throw DatasetError(.sharingDecided, "nothing that could be revoked")
        }
        try Self.check(reason)
        state = .revoked(terms, granted, reason: reason, act)
    }

    private func checkPending() throws(DatasetError) {
        guard state == .pending else { throw DatasetError(.sharingDecided, "the request is decided") }
    }

    private static func check(_ reason: String) throws(DatasetError) {
        guard !reason.isBlank else { throw DatasetError(.reasonMissing, "no reason") }
        guard reason.utf8.count <= SharingTerms.textBytesMax else {
            throw DatasetError(.textTooLong, "a reason that is too long")
        }
    }
}
