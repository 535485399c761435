import JSONReading
import Language
package import Places
import Timekeeping

/// Which records and which of their fields one reading shows, what for and by what right.
///
/// Made in one place, ``DatasetStore/readingTerms(of:own:purpose:grant:readers:)``, and kept to by the methods of the
/// store that take it: what they return is masked already, and no filter tells of what is not shown.
package struct ReadingTerms: Hashable, Sendable {
    /// The units whose records may be read.
    package let scope: UnitScope
    package let purpose: String?
    /// `nil` when it is read by right of one's own units, or as everybody may.
    package let grant: SharingRequest.ID?
    /// The units whose records the reader sees whole.
    let own: UnitScope
    /// What holds for each record that is shown.
    let conditions: [RecordFilter.Condition]
    /// Under a grant: all that is shown.
    let shown: Set<FieldPath>?
    /// Without one: what is not shown of other units' records.
    let hidden: Set<FieldPath>

    /// Whether all records of a unit are shown, so that figures of it may be.
    package var isOfWholeUnits: Bool { conditions.isEmpty }

    package func contains(_ unit: Unit.ID) -> Bool { scope.contains(unit) }
}

extension Dataset {
    /// What a record is found by: it is on the outside of each record, so that no mask hides it.
    fileprivate var finding: Set<FieldPath> {
        Set(key + [unitField, period?.field].compactMap { $0 })
    }
}

extension ReadingTerms {
    /// By right of one's own units; of what needs no grant, everybody's records with their masked fields hidden.
    ///
    /// Whoever reads records nowhere reads none.
    package init(own: UnitScope, of dataset: Dataset, purpose: String?) {
        let isOwnAlone = dataset.classification.needsGrant || own == .units([])
        self.init(isOwnAlone ? own : .everything, own: own, of: dataset, purpose: purpose)
    }

    private init(_ scope: UnitScope, own: UnitScope, of dataset: Dataset, purpose: String?) {
        self.scope = scope
        self.own = own
        self.purpose = purpose
        grant = nil
        conditions = []
        shown = nil
        hidden = Set(dataset.fields.filter { $0.value.masked == true }.keys).subtracting(dataset.finding)
    }

    /// Under a grant that is in force.
    init(_ terms: SharingTerms, _ id: SharingRequest.ID, of dataset: Dataset, units: UnitScope) {
        scope = units
        own = .units([])
        purpose = terms.purpose
        grant = id
        conditions = terms.conditions
        shown = dataset.finding.union(terms.fields)
        hidden = []
    }

    /// As the public sees what is open.
    package static func ofEverybody(_ dataset: Dataset) -> Self {
        let none = UnitScope.units([])
        return Self(
            dataset.classification == .open ? .everything : none,
            own: none,
            of: dataset,
            purpose: nil
        )
    }

    /// Whether the reader sees `field` in a record of `unit`; `nil` asks for every record within the scope.
    package func shows(_ field: FieldPath, of unit: Unit.ID? = nil) -> Bool {
        if let shown { return shown.contains { field.begins(with: $0) } }
        let seesWhole = unit.map { own.contains($0) } ?? (own == .everything || own == scope)
        return seesWhole || !hidden.contains { field.begins(with: $0) || $0.begins(with: field) }
    }

    /// `filter` with the conditions of the terms.
    ///
    /// - Throws: `fieldMasked` for a condition on what the reader does not see: its answer would tell the value.
    package func narrowing(_ filter: RecordFilter) throws(DatasetError) -> RecordFilter {
        guard filter.conditions.allSatisfy({ shows($0.field) }) else {
            throw DatasetError(.fieldMasked, "a condition on a field that the reader does not see")
        }
        var narrowed = filter
        narrowed.conditions += conditions
        return narrowed
    }
}

extension FieldPath {
    fileprivate func begins(with other: FieldPath) -> Bool { names.starts(with: other.names) }
}

// MARK: Masking

extension ReadingTerms {
    /// The records as the reader may see them: what is masked is not there.
    func masked(_ records: [StoredRecord]) -> [StoredRecord] {
        if let shown {
            guard let selection = FieldSelection(shown) else { return [] }
            return zip(records, selection.texts(of: records)).map { record, text in
                var masked = record
                masked.content = text
                // Why a record was changed may tell of any of its fields.
                masked.reason = nil
                return masked
            }
        }
        guard !hidden.isEmpty else { return records }
        let hiding = FieldHiding(hidden)
        return records.map { record in
            guard !own.contains(record.unit) else { return record }
            var masked = record
            masked.content = hiding.text(of: record.content)
            masked.reason = nil
            return masked
        }
    }

    /// The figures with the sums of the fields that the reader sees.
    func masked(_ figures: [UnitFigures]) -> [UnitFigures] {
        figures.map { row in
            var masked = row
            masked.sums = row.sums.filter { shows($0.field, of: row.unit) }
            return masked
        }
    }
}

/// Writes records without some fields.
private struct FieldHiding {
    /// What is hidden below a name; all of it when nothing more is said.
    private final class Node {
        var below: [String: Node] = [:]
        var isHidden = false
    }

    private let root = Node()
    private let reader = JSONReader()
    private let writer = CanonicalWriter()

    init(_ fields: Set<FieldPath>) {
        for field in fields {
            var node = root
            for name in field.names {
                let next = node.below[name] ?? Node()
                node.below[name] = next
                node = next
            }
            node.isHidden = true
        }
    }

    func text(of content: String) -> String {
        var output: [UInt8] = []
        guard let value = try? reader.read(Array(content.utf8)) else { return "{}" }
        write(value, root, to: &output)
        return utf8Text(output)
    }

    /// Through lists too: a field of each of their items is one field.
    ///
    /// Records are at most as deep as JSON is read.
    private func write(_ value: JSONValue, _ node: Node, to output: inout [UInt8]) {
        if value.isObject {
            writeObject(value, node, to: &output)
        } else if value.isArray, !node.below.isEmpty {
            output.append(UInt8(ascii: "["))
            for (index, item) in value.elements.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                write(item, node, to: &output)
            }
            output.append(UInt8(ascii: "]"))
        } else {
            writer.write(value, to: &output)
        }
    }

    private func writeObject(_ value: JSONValue, _ node: Node, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "{"))
        var isFirst = true
        for member in value.members {
            let below = node.below[String(decoding: member.name, as: UTF8.self)]
            if below?.isHidden == true { continue }
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            writer.write(name: member.name, to: &output)
            output.append(UInt8(ascii: ":"))
            if let below {
                write(member.value, below, to: &output)
            } else {
                writer.write(member.value, to: &output)
            }
        }
        output.append(UInt8(ascii: "}"))
    }
}
