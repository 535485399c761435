import Foundation
import Logging
import Timekeeping

/// The log: one JSON object a line on standard error, for people with `jq` and for collectors.
struct JSONLog: LogHandler {
    let label: String
    var logLevel = Logger.Level.info
    var metadata = Logger.Metadata()

    init(label: String) { self.label = label }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = metadata.mapValues { "\($0)" }
        for (key, value) in event.metadata ?? [:] { line[key] = "\(value)" }
        line["at"] = World.clock.now().rfc3339
        line["level"] = event.level.rawValue
        line["label"] = label
        line["message"] = "\(event.message)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(line) else { return }
        // A log that lies on a full disk loses lines; the program goes on.
        Terminal.error.write(String(decoding: bytes, as: UTF8.self) + "\n")
    }
}
