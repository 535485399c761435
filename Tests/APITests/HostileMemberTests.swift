import Identity
import Language
import Places
import Testing

@testable import API

private let sql = "x'); DROP TABLE case_file; --<img src=x>\"&\\"
private let hostileTexts = [
    sql, "a\u{0}b\u{1B}[31m\u{202E}c\r\n", String(repeating: "ộ", count: 60_000), "", " ", "null",
]

@Test(
    "SQL, HTML, control characters and 180 KB in every member of every body: kept as typed, or told, never a 5xx"
)
func everyMember() async throws {
    try await withAPI { (bench) async throws in
        let theirs = try await Belongings(bench)
        let leader = try await bench.caller(.leader)
        var (places, kept) = (0, 0)
        for operation in APIOperations.all {
            guard case .json(let schema) = operation.body else { continue }
            let path = theirs.paths(operation)?.theirs ?? operation.path
            for text in hostileTexts {
                for (place, body) in schema.examples(with: text, in: commune) {
                    let told = try await ask(leader, operation, path, body)
                    #expect(told.status < 500, "\(operation.id) \(place): \(told.text.prefix(300))")
                    let says = told.status < 400 || !(told.json["detail"]?.text ?? "").isEmpty
                    #expect(says, "\(operation.id) \(place) is refused without a word")
                    places += 1
                    if told.status < 300, text == sql { kept += 1 }
                }
            }
        }
        #expect(places > 150 && kept > 5, "\(places) places, \(kept) kept")
        for path in ["/api/v1/cases?limit=100", "/api/v1/websites?limit=100"] {
            let list = try await leader.get(path)
            #expect(list.status == 200 && !list.items.isEmpty)
            for control in ["\\u0000", "\\u001b", "\u{202E}"] {
                let isThere = list.text.contains(control)
                #expect(!isThere, "\(path) gives out \(control.debugDescription)")
            }
        }
        let titles = try await leader.get("/api/v1/cases?limit=100").items.compactMap { $0["title"]?.text }
        #expect(titles.contains(sql), "\(titles)")
    }
}
