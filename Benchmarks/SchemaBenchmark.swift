import Datasets
import Foundation
import JSONReading
import RunningPrograms

/// What reading a record, validating it and writing its canonical text cost, beside orjson and jsonschema-rs.
struct SchemaBenchmark {
    private let count = 200_000

    func run() async throws {
        let records = MonthlyReports.make(count)
        let bytes = records.reduce(0) { $0 + $1.count }
        print("schema: \(count) monthly reports of \(bytes / count) bytes on average")
        let options = SchemaOptions(formatAssertion: true)
        let schema = try Schema(Array(MonthlyReports.schema.utf8), options: options)
        let (reader, writer, validator) = (JSONReader(), CanonicalWriter(), schema.makeValidator())
        var written = 0
        let parsing = try await Cost.of {
            for record in records { written += try reader.read(record).count }
        }
        parsing.print("schema: parse", count: count)
        let validating = try await Cost.of {
            for record in records where !validator.isValid(try reader.read(record)) { throw NotValid() }
        }
        validating.without(parsing).print("schema: validate", count: count)
        let canonical = try await Cost.of {
            for record in records { written += writer.text(of: try reader.read(record)).count }
        }
        canonical.without(parsing).print("schema: canonical text", count: count)
        let all = try await Cost.of {
            for record in records {
                let value = try reader.read(record)
                guard validator.isValid(value) else { throw NotValid() }
                written += writer.text(of: value).count
            }
        }
        all.print("schema: all three", count: count, aim: "aim: 8 µs")
        try await peers(records)
    }

    private struct NotValid: Error {}

    /// The same work by the libraries that one would take in Python; what is missing is said.
    private func peers(_ records: [[UInt8]]) async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let python = root.appending(path: ".deps/python/bin/python")
        guard FileManager.default.isExecutableFile(atPath: python.path) else {
            return print(
                "schema: no Python under .deps/python (`make python`), so no jsonschema-rs beside it"
            )
        }
        try await withTemporaryFolder { (folder) async throws in
            let (lines, schema) = (folder.appending(path: "records"), folder.appending(path: "schema"))
            try Data(records.joined(separator: [0x0A])).write(to: lines)
            try Data(MonthlyReports.schema.utf8).write(to: schema)
            let outcome = try await Program.run(python, ["-c", Self.script, schema.path, lines.path])
            print(outcome.output, terminator: outcome.status == 0 ? "" : "schema: the peers did not run\n")
        }
    }

    private static let script = """
        import json, sys, time
        try: import orjson; loads, name = orjson.loads, "orjson"
        except ImportError: loads, name = json.loads, "json (orjson is not there)"
        lines = open(sys.argv[2], "rb").read().split(b"\\n")
        def show(what, seconds):
            micros = f"{seconds / len(lines) * 1e6:.2f} µs CPU each"
            print(f"{'schema: ' + what:<46}{micros:<22}")
        start = time.process_time()
        for line in lines: loads(line)
        parse = time.process_time() - start
        show(f"{name}, parse", parse)
        try: import jsonschema_rs
        except ImportError: sys.exit(print("schema: jsonschema-rs is not there") or 0)
        validator = jsonschema_rs.Draft202012Validator(json.load(open(sys.argv[1])), validate_formats=True)
        values = [loads(line) for line in lines[:50000]]
        start = time.process_time()
        assert all(validator.is_valid(value) for value in values)
        show("jsonschema-rs, validate", (time.process_time() - start) * len(lines) / len(values))
        """
}

extension Cost {
    /// What is left when `other`, which was part of this, is taken away.
    fileprivate func without(_ other: Cost) -> Cost {
        Cost(cpuSeconds: cpuSeconds - other.cpuSeconds, wallSeconds: wallSeconds - other.wallSeconds)
    }
}
