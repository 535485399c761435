import AuditLog
import Database
import Language
import Places
import Timekeeping

extension Subscription {
    static let selected: SQL = """
        id, dataset_id, unit_id, owner, target, created_at, state, state_reason, place, failures, next_at,
        delivered_at, last_status, generation, dead_in_a_row
        """

    init(row: Row) throws(DatabaseError) {
        let (dataset, owner, state, reason): (String, String, String, String?) = (
            try row[1], try row[3], try row[6], try row[7]
        )
        guard let owner = Actor(code: owner), let state = State(rawValue: state) else {
            throw DatabaseError(
                kind: .unexpectedValue,
                detail: "a subscription has an unknown state or owner"
            )
        }
        self.init(
            id: try row[0],
            dataset: Dataset.ID(rawValue: dataset),
            unit: try row[2],
            owner: owner,
            target: WebhookTarget(stored: try row[4]),
            createdAt: try row[5],
            state: state,
            stateReason: reason.flatMap { DeadReason(rawValue: $0) },
            place: try row[8],
            failures: try row[9],
            nextAt: try row[10],
            deliveredAt: try row[11],
            lastStatus: try row[12],
            generation: try row[13],
            deadInARow: try row[14]
        )
    }
}

extension DeadLetter {
    static let selected: SQL = """
        id, subscription_id, after_place, through_place, at, tries, status, failure, replayed_at
        """

    init(row: Row) throws(DatabaseError) {
        self.init(
            number: try row[0],
            subscription: try row[1],
            after: try row[2],
            through: try row[3],
            at: try row[4],
            tries: try row[5],
            status: try row[6],
            failure: try row[7],
            replayedAt: try row[8]
        )
    }
}
