import Cryptography
import Database
package import JSONReading
import Language
package import Places
package import Timekeeping

/// A record that fits its schema, with all that is written beside its text.
package struct IncomingRecord: Sendable {
    package let key: RecordKey
    package let unit: Unit.ID
    package let period: Period?
    /// In canonical form.
    package let content: String
    /// SHA-256 of the content, in hexadecimal.
    let contentSHA256: String
    /// One for each column of the dataset.
    let columns: [SQLValue]
}

/// Turns what somebody sends into records: reads, validates and finds unit, period and columns.
///
/// Needs no database, so that it works beside the writer. One intake serves one task at a time.
package final class RecordIntake {
    private let stored: StoredDataset
    private let trees: UnitTrees
    private let today: Day
    private let mayWrite: (Unit.ID) -> Bool
    private let isCorrection: Bool
    private let calendar: CivilCalendar
    private let reader: JSONReader
    private let writer = CanonicalWriter()
    private let validator: SchemaValidator
    private var spans: [String: Span] = [:]

    /// Periods whose units are kept in memory; a file has far fewer.
    private static let spansMax = 1_024

    /// What is the same for all records of one period; a class, since it is looked up for each record.
    private final class Span {
        let period: Period?
        let isLocked: Bool
        let tree: UnitTree
        /// The units that were asked for, by the text that names them, with what the caller may do.
        var units: [String: (id: Unit.ID, mayWrite: Bool)] = [:]

        init(period: Period?, isLocked: Bool, tree: UnitTree) {
            self.period = period
            self.isLocked = isLocked
            self.tree = tree
        }
    }

    /// `mayWrite` says for whose units the caller writes; `isCorrection` lets records of locked periods through.
    package init(
        _ stored: StoredDataset,
        trees: UnitTrees,
        today: Day,
        calendar: CivilCalendar,
        isCorrection: Bool,
        limits: JSONLimits = JSONLimits(),
        mayWrite: @escaping (Unit.ID) -> Bool
    ) {
        self.stored = stored
        self.trees = trees
        self.today = today
        self.calendar = calendar
        self.isCorrection = isCorrection
        self.mayWrite = mayWrite
        reader = JSONReader(limits: limits)
        validator = stored.schema.makeValidator()
    }

    /// The record that `bytes` hold.
    ///
    /// - Throws: all that does not fit.
    package func take(_ bytes: UnsafeRawBufferPointer) throws(RecordProblem) -> IncomingRecord {
        let record: JSONValue
        do { record = try reader.read(bytes) } catch {
            // A record of one line is most often one of many in a file, whose own lines its reader counts.
            let text = error.line == 1 ? Text.Schema.notJSON(error.what, column: error.column) : error.text
            throw RecordProblem(.recordNotJSON, text)
        }
        return try take(record)
    }

    package func take(_ bytes: [UInt8]) throws(RecordProblem) -> IncomingRecord {
        let result = bytes.withUnsafeBytes { raw in
            Result { () throws(RecordProblem) in try take(raw) }
        }
        return try result.get()
    }

    private func take(_ record: JSONValue) throws(RecordProblem) -> IncomingRecord {
        guard validator.isValid(record) else { throw RecordProblem(validator.issues(of: record)) }
        let key = try RecordKey(of: record, fields: stored.dataset.key)
        let (unit, period) = try place(of: record)
        var columns: [SQLValue] = []
        columns.reserveCapacity(stored.columns.count)
        for column in stored.columns { columns.append(try column.value(of: record)) }
        let text = writer.text(of: record)
        return IncomingRecord(
            key: key,
            unit: unit,
            period: period,
            content: String(decoding: text, as: UTF8.self),
            contentSHA256: BaseCoding.hex.encode(SHA256.hash(UnsafeRawBufferPointer(text))),
            columns: columns
        )
    }

    /// The unit and the period that the record is about.
    private func place(of record: JSONValue) throws(RecordProblem) -> (Unit.ID, Period?) {
        let dataset = stored.dataset
        var periodText = ""
        if let rule = dataset.period {
            guard let text = rule.field.value(in: record)?.string else { throw wrongPeriod(rule) }
            periodText = text
        }
        let span: Span
        if let kept = spans[periodText] { span = kept } else { span = try newSpan(periodText) }
        if span.isLocked, !isCorrection {
            throw RecordProblem(.periodLocked, at: dataset.period?.field.pointer ?? "")
        }
        return (try unit(of: record, in: span), span.period)
    }

    private func unit(of record: JSONValue, in span: Span) throws(RecordProblem) -> Unit.ID {
        var (name, pointer) = (stored.dataset.owner.rawValue, "")
        if let field = stored.dataset.unitField {
            pointer = field.pointer
            guard let code = field.value(in: record)?.string, !code.isEmpty else {
                throw RecordProblem(.recordInvalid, at: pointer, .Record.unitMissing(field.text))
            }
            name = code
        }
        let found: (id: Unit.ID, mayWrite: Bool)
        if let known = span.units[name] {
            found = known
        } else {
            guard let unit = span.tree.unit(code: name) ?? span.tree.unit(Unit.ID(rawValue: name)) else {
                throw RecordProblem(.unitUnknown, at: pointer)
            }
            found = (unit.id, mayWrite(unit.id))
            span.units[name] = found
        }
        guard found.mayWrite else { throw RecordProblem(.unitOutOfReach, at: pointer) }
        return found.id
    }

    private func newSpan(_ text: String) throws(RecordProblem) -> Span {
        var period: Period?
        if let rule = stored.dataset.period {
            guard let read = Period(text), read.type == rule.type else { throw wrongPeriod(rule) }
            period = read
        }
        let tree = trees.tree(on: period?.lastDay ?? today)
        let span = Span(period: period, isLocked: isLocked(period), tree: tree)
        if spans.count >= Self.spansMax { spans.removeAll() }
        spans[text] = span
        return span
    }

    private func isLocked(_ period: Period?) -> Bool {
        guard let period, let days = stored.dataset.update?.lockDays else { return false }
        return calendar.day(period.lastDay, plusDays: days) < today
    }

    private func wrongPeriod(_ rule: PeriodRule) -> RecordProblem {
        let example = Period(rule.type, containing: today)?.text ?? ""
        return RecordProblem(
            .recordInvalid,
            at: rule.field.pointer,
            .Record.periodWrong(rule.field.text, example: example)
        )
    }
}
