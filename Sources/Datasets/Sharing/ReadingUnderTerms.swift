import Database
import Language
package import Places
package import Timekeeping

// The readings of ``DatasetStore`` that keep to terms.

extension DatasetStore {
    /// By what right somebody reads a dataset.
    ///
    /// `own` are the units whose records the reader sees by role, `readers` those in which the roles are held. With
    /// `grant` the reading is under it and for its purpose, and shows nothing else.
    /// - Throws: `purposeMissing`; `sharingNotFound` for a grant that is not the reader's, `sharingNotInForce`.
    package func readingTerms(
        of stored: StoredDataset,
        own: UnitScope,
        purpose: String?,
        grant id: SharingRequest.ID?,
        readers: [Unit.ID]
    ) async throws(DatasetError) -> ReadingTerms {
        guard let id else {
            if stored.dataset.classification.needsGrant, purpose == nil {
                throw DatasetError(.purposeMissing, "a reading without a purpose")
            }
            return ReadingTerms(own: own, of: stored.dataset, purpose: purpose)
        }
        let request = try await sharingRequest(id, within: .everything)
        let tree = trees().tree(on: today)
        guard request.dataset == stored.dataset.id,
            readers.contains(where: {
                tree.contains(request.grantee, $0) || tree.contains($0, request.grantee)
            })
        else { throw DatasetError(.sharingNotFound, "a grant to others, or of another dataset") }
        guard let terms = request.terms(on: today) else {
            throw DatasetError(.sharingNotInForce, "the grant is not in force")
        }
        let isAll = tree.roots.count == 1 && tree.roots.first?.id == terms.unit
        let units: UnitScope = isAll ? .everything : .units(Set(tree.subtree(of: terms.unit)))
        return ReadingTerms(terms, id, of: stored.dataset, units: units)
    }

    /// As `records(in:_:asOf:after:countMax:within:)` with a scope, masked.
    package func records(
        in id: Dataset.ID,
        _ filter: RecordFilter = RecordFilter(),
        asOf instant: Instant? = nil,
        after key: RecordKey? = nil,
        countMax: Int = 100,
        within terms: ReadingTerms
    ) async throws(DatasetError) -> RecordPage {
        var page = try await records(
            in: id,
            try terms.narrowing(filter),
            asOf: instant,
            after: key,
            countMax: countMax,
            within: terms.scope
        )
        page.records = terms.masked(page.records)
        return page
    }

    /// As `record(_:in:asOf:within:)` with a scope, masked.
    package func record(
        _ key: RecordKey,
        in id: Dataset.ID,
        asOf instant: Instant? = nil,
        within terms: ReadingTerms
    ) async throws(DatasetError) -> StoredRecord {
        let record = try await record(key, in: id, asOf: instant, within: terms.scope)
        let fits = try await versions(of: [record], in: id, that: terms)
        guard fits.contains(record.version), let masked = terms.masked([record]).first else {
            throw DatasetError(.recordNotFound, "the record is not one of those that are shared")
        }
        return masked
    }

    /// As `versions(of:in:before:within:)` with a scope, masked.
    ///
    /// Under a grant those versions are left out that it would not have shown.
    package func versions(
        of key: RecordKey,
        in id: Dataset.ID,
        before: Int? = nil,
        within terms: ReadingTerms
    ) async throws(DatasetError) -> [StoredRecord] {
        _ = try await record(key, in: id, within: terms)
        let all = try await versions(of: key, in: id, before: before, within: terms.scope)
        guard terms.grant != nil else { return terms.masked(all) }
        let within = all.filter { terms.contains($0.unit) }
        let fits = try await versions(of: within, in: id, that: terms)
        return terms.masked(within.filter { fits.contains($0.version) })
    }

    /// As `figures(in:of:…)` and `figures(in:below:…)`, without the sums of fields that the reader does not see.
    ///
    /// - Throws: `fieldMasked` under a grant with conditions: figures are of all records of a unit.
    package func figures(
        in id: Dataset.ID,
        _ units: FigureUnits,
        from first: String,
        to last: String,
        fields: Set<FieldPath>? = nil,
        byPeriod: Bool = false,
        within terms: ReadingTerms
    ) async throws(DatasetError) -> [UnitFigures] {
        guard terms.conditions.isEmpty else {
            throw DatasetError(
                .fieldMasked,
                "figures under a grant of some records",
                text: .Sharing.noFigures
            )
        }
        let figures =
            switch units {
            case .of(let unit):
                try await figures(in: id, of: unit, from: first, to: last, fields: fields, byPeriod: byPeriod)
            case .below(let unit):
                try await figures(
                    in: id,
                    below: unit,
                    from: first,
                    to: last,
                    fields: fields,
                    byPeriod: byPeriod
                )
            }
        return terms.masked(figures)
    }

    /// The numbers of those versions of one record that fulfil the conditions of the terms.
    private func versions(
        of records: [StoredRecord],
        in id: Dataset.ID,
        that terms: ReadingTerms
    ) async throws(DatasetError) -> Set<Int> {
        guard let key = records.first?.key, !terms.conditions.isEmpty else {
            return Set(records.map(\.version))
        }
        return try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let table = try shelf.dataset(id, in: transaction).table
            var filter = RecordFilter()
            filter.conditions = terms.conditions
            let condition = try filter.sql(on: table, within: .everything)
            let rows = try transaction.query(
                """
                SELECT version FROM \(trusted: table.current) WHERE key = \(key.text) AND \(condition)
                UNION ALL SELECT version FROM \(trusted: table.past) WHERE key = \(key.text) AND \(condition)
                """
            )
            return Set(try rows.map { try $0[0] })
        }
    }
}

/// Whose figures are wanted: a unit's own, or those of the units right below it.
package enum FigureUnits: Hashable, Sendable {
    case of(Unit.ID)
    case below(Unit.ID)
}
