import ArgumentParser
import Datasets
import Foundation
import JSONReading
import Language

/// `sen schema check`: records, one a line, against a schema.
struct SchemaCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Spoken.text(.Schema.checkAbstract),
        discussion: Spoken.text(.Schema.checkDiscussion)
    )
    @Argument(help: Spoken.help(.Schema.schemaHelp, value: "SCHEMA"), completion: .file(extensions: ["json"]))
    var schema: String
    @Argument(
        help: Spoken.help(.Schema.recordsHelp, value: "RECORDS"),
        completion: .file(extensions: ["ndjson", "jsonl"])
    )
    var records: String
    @Flag(name: .customLong("json"), help: Spoken.help(.Schema.jsonHelp)) var isJSON = false

    func run() async throws {
        let validator = try compiled().makeValidator()
        let handle = records == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: records)
        guard let handle else {
            Ending.complain(Spoken.text(.Audit.noSuchFile(Printable.text(records))))
            throw Ending.couldNotLook
        }
        var check = RecordCheck(validator: validator, printer: RecordPrinter(isJSON: isJSON))
        do {
            try check.run(handle.fileDescriptor)
        } catch let failure as LineReader.Failure {
            Ending.complain(Spoken.text(.Schema.unreadable(String(cString: strerror(failure.errno)))))
            throw Ending.couldNotLook
        }
        Ending.complain(Spoken.text(.Schema.checkSums(rows: check.rows, bad: check.badRows)))
        guard check.badRows == 0 else { throw Ending.doesNotFit }
    }

    private func compiled() throws -> Schema {
        let bytes = try InputFile.read(schema)
        do throws(SchemaError) {
            return try Schema(bytes, options: SchemaOptions(formatAssertion: true))
        } catch {
            Ending.complain(TerminalText.harmless(Spoken.text(error.text)))
            Ending.complain("  \(error.code.rawValue)")
            throw Ending.couldNotLook
        }
    }
}

/// Goes through lines in memory that does not grow with the file.
struct RecordCheck {
    let validator: SchemaValidator
    let printer: RecordPrinter
    private(set) var rows = 0
    private(set) var badRows = 0

    /// Rows between two words about progress.
    private static let progressRows = 100_000

    init(validator: SchemaValidator, printer: RecordPrinter) {
        self.validator = validator
        self.printer = printer
    }

    mutating func run(_ descriptor: Int32) throws {
        let (lines, reader, progress) = (LineReader(descriptor: descriptor), JSONReader(), ProgressLine())
        defer { progress.clear() }
        while let line = try lines.next() {
            rows += 1
            if !check(line, reader) { badRows += 1 }
            if rows % Self.progressRows == 0 {
                progress.say(Spoken.text(.Schema.checkSums(rows: rows, bad: badRows)))
            }
        }
    }

    /// Whether the row fits; what does not is printed.
    private func check(_ line: LineReader.Line, _ reader: JSONReader) -> Bool {
        guard let bytes = line.bytes else {
            printer.show(
                line.number,
                .jsonTooManyBytes(bytesMax: reader.limits.bytesMax),
                code: "json.too-long"
            )
            return false
        }
        do throws(JSONProblem) {
            let record = try reader.read(bytes)
            if validator.isValid(record) { return true }
            printer.show(line.number, validator.issues(of: record))
        } catch {
            let what = Text.Schema.notJSON(error.what, column: error.column)
            printer.show(line.number, what, code: "json.not-well-formed")
        }
        return false
    }
}

/// Prints what is wrong with a row, for a person or for a program.
struct RecordPrinter {
    let isJSON: Bool

    private struct Row: Encodable {
        let line: Int
        let code: String
        var place: String?
        var schemaPlace: String?
        let vi, en: String
    }

    func show(_ line: Int, _ issues: [SchemaIssue]) {
        for issue in issues {
            let row = Row(
                line: line,
                code: issue.code,
                place: issue.instanceLocation,
                schemaPlace: issue.keywordLocation,
                vi: issue.vietnamese,
                en: issue.english
            )
            show(row, issue.instanceLocation, issue.text)
        }
    }

    func show(_ line: Int, _ what: Text, code: String, place: String = "") {
        let named = place.isEmpty ? nil : place
        show(Row(line: line, code: code, place: named, vi: what.vi, en: what.en), place, what)
    }

    private func show(_ row: Row, _ place: String, _ text: Text) {
        if isJSON { return Terminal.output.write(JSONLine.text(row) + "\n") }
        let place = place.isEmpty ? "" : " \(TerminalText.harmless(place))"
        let sentence = TerminalText.harmless(Spoken.text(text))
        Terminal.output.write("\(Spoken.text(.Schema.line(row.line)))\(place): \(sentence)\n")
    }
}
