import AuditLog
import Database
import Datasets
import Language
import Places

/// A record as it is typed: its dataset and its key with "/" between them.
struct RecordName: Hashable {
    let dataset: Dataset.ID
    let key: RecordKey

    init?(_ typed: String) {
        let parts = typed.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let dataset = Dataset.ID(checking: String(parts[0])), !parts[1].isEmpty else {
            return nil
        }
        self.dataset = dataset
        key = RecordKey(String(parts[1]))
    }
}

/// What belongs in a record's receipt: its entries, and the texts of its versions.
struct RecordProof {
    let database: any Database

    func subject(of name: RecordName) async throws(DatasetError) -> ([AuditSubject], texts: [String]?) {
        let subject = try await store.auditSubject(of: name.key, in: name.dataset)
        var texts: [String] = []
        var before: Int?
        repeat {
            let versions = try await store.versions(
                of: name.key,
                in: name.dataset,
                before: before,
                within: .everything
            )
            for version in versions where !texts.contains(version.content) { texts.append(version.content) }
            before = versions.count == DatasetStore.versionsMax ? versions.last?.version : nil
        } while before != nil
        return ([subject], texts)
    }

    /// Only to read: whoever may open the data folder may see every record.
    private var store: DatasetStore {
        let noUnits = UnitTrees(UnitHistory(units: [], successions: []))
        return DatasetStore(
            database: database,
            audit: AuditLog(randomBytes: World.randomBytes),
            clock: World.clock,
            ids: World.ids,
            calendar: World.civilCalendar,
            trees: { noUnits }
        )
    }
}
