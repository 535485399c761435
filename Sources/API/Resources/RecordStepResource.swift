import Access
import Datasets
import Hummingbird
import Language
import Places

/// `/api/v1/datasets/{dataset}/records/{key}/<step>`: taking a record back, agreeing to it, sending it back.
enum RecordStepResource {
    static let operations: [Operation] = [
        step("withdrawal", "withdrawRecord", .API.withdrawRecord, reason) { record, stored, call in
            let permit: Permit<WithdrawRecords> = try permit(on: record.unit, or: stored.dataset.owner, call)
            return try await call.house.datasets.withdraw(
                record.key,
                in: stored.dataset.id,
                expecting: call.expectedVersion,
                origin: try call.origin(reason: call.body["reason"]?.text),
                by: permit
            )
        },
        step("approval", "approveRecord", .API.approveRecord, nil) { record, stored, call in
            try await call.house.datasets.approve(
                record.key,
                in: stored.dataset.id,
                expecting: call.expectedVersion,
                origin: try call.origin(reason: nil),
                by: try approving(record, stored, call)
            )
        },
        step("return", "returnRecord", .API.returnRecord, reason) { record, stored, call in
            try await call.house.datasets.sendBack(
                record.key,
                in: stored.dataset.id,
                expecting: call.expectedVersion,
                origin: try call.origin(reason: call.body["reason"]?.text),
                by: try approving(record, stored, call)
            )
        },
    ]

    private static let reason = Schema.object([
        .required("reason", .text(min: 1, max: RecordOrigin.reasonBytesMax))
    ])

    private static func step(
        _ name: String,
        _ id: String,
        _ summary: Text,
        _ body: Schema?,
        _ take: @escaping @Sendable (StoredRecord, StoredDataset, Call) async throws -> StoredRecord
    ) -> Operation {
        .post(
            "\(RecordResource.path)/{key}/\(name)",
            id,
            summary,
            [.ifMatch],
            body: body.map { .json($0) } ?? .none,
            answers: .json(RecordShape.step),
            hasVersion: true
        ) { call in
            let stored = try await call.dataset()
            let record = try await call.house.datasets.record(
                try call.recordKey(),
                in: stored.dataset.id,
                within: .everything
            )
            let changed = try await take(record, stored, call)
            return .json(RecordShape.step(changed)).version(changed.version)
        }
    }

    /// A permit for the record's unit, or for the owner of the dataset; who has neither finds no record.
    private static func permit<A: Action>(
        on unit: Places.Unit.ID,
        or owner: Places.Unit.ID,
        _ call: Call
    ) throws -> Permit<A> {
        let caller = try call.principal()
        do { return try call.house.access.widestPermit(caller, reaching: unit) } catch let refused {
            if let permit = try? call.house.access.permit(caller, to: A.self, on: owner) { return permit }
            throw unseen(refused)
        }
    }

    /// A permit for the unit that has to agree next.
    private static func approving(
        _ record: StoredRecord,
        _ stored: StoredDataset,
        _ call: Call
    ) throws -> Permit<ApproveRecords> {
        guard let unit = call.house.datasets.unitToApprove(record, in: stored) else {
            // Only who might have had to agree learns that nobody has to.
            do {
                let _: Permit<ApproveRecords> = try permit(on: record.unit, or: stored.dataset.owner, call)
            }
            throw DatasetError(.wrongState, "nobody has to agree to it")
        }
        do { return try call.house.access.permit(try call.principal(), on: unit) } catch let error
            as AccessError
        {
            throw unseen(error)
        }
    }

    /// A record out of sight answers as one that does not exist.
    private static func unseen(_ refused: AccessError) -> any Error {
        refused.code == .outOfSight
            ? DatasetError(.recordNotFound, "no grant reaches the record", cause: refused) : refused
    }
}
