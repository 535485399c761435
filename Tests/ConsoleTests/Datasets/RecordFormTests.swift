import Language
import Testing
import Timekeeping

@testable import Console

private func form(_ schema: String) -> RecordForm { RecordForm(schema: schema) }

private let report = """
    {"type":"object","required":["org","people"],"properties":{
    "budget":{"type":"number"},"day":{"type":"string","format":"date"},
    "kind":{"enum":["wired","wireless",3]},"open":{"type":"boolean"},
    "org":{"type":"string"},"people":{"type":"integer","minimum":0},
    "place":{"type":"object","required":["lat"],"properties":{"lat":{"type":"number"},"lon":{"type":"number"}}},
    "staff":{"type":"array","items":{"type":"object","required":["name"],
    "properties":{"name":{"type":"string"},"age":{"type":["integer","null"]}}}},
    "odd":{"oneOf":[{"type":"string"},{"type":"array"}]}}}
    """

@Test("a number that is written as people of a language do is read exactly")
func writtenNumbers() {
    for (written, language, expected) in [
        ("1.234,5", Language.vietnamese, "1234.5"), ("1234,50", .vietnamese, "1234.50"),
        ("-1.000", .vietnamese, "-1000"), ("−7", .vietnamese, "-7"), ("0,1", .vietnamese, "0.1"),
        ("007", .vietnamese, "7"), ("1,234.5", .english, "1234.5"),
        ("123.456.789.012.345.678,9", .vietnamese, "123456789012345678.9"),
    ] {
        #expect(WrittenNumber.json(of: written, language) == expected, "\(written)")
    }
}

@Test(
    "a number that could mean two things, or none, is not read",
    arguments: ["12.5", "1.23", "1.2345", "1,2,3", "", "-", ",5", "5,", "1e3", "NaN", "٣", ".123"]
)
func unreadableNumbers(written: String) {
    #expect(WrittenNumber.json(of: written, .vietnamese) == nil)
}

@Test("a number of JSON is shown as people write it, and one with an exponent as it is")
func shownNumbers() {
    #expect(WrittenNumber.text(of: "-1234567.50", .vietnamese) == "-1.234.567,50")
    #expect(WrittenNumber.text(of: "1234", .english) == "1,234")
    #expect(WrittenNumber.text(of: "999", .vietnamese) == "999")
    #expect(WrittenNumber.text(of: "1e+30", .vietnamese) == "1e+30")
}

@Test("a day is read in either form, and what is no day is not")
func writtenDays() {
    #expect(WrittenDay.day(of: "24/11/2026")?.iso8601 == "2026-11-24")
    #expect(WrittenDay.day(of: "4/1/2026")?.iso8601 == "2026-01-04")
    #expect(WrittenDay.day(of: "2026-11-24")?.iso8601 == "2026-11-24")
    for bad in ["31/02/2026", "11/24/2026", "24/11/26", "24-11-2026", "hôm nay", "1/2/3/4", ""] {
        #expect(WrittenDay.day(of: bad) == nil, "\(bad)")
    }
}

@Test("each kind of a schema has its box, and what a form cannot show is written as JSON")
func kinds() throws {
    let fields = form(report).root.fields
    #expect(fields.map(\.name).prefix(2) == ["org", "people"])
    let kinds = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.kind) })
    #expect(kinds["budget"] == .number && kinds["day"] == .date && kinds["open"] == .boolean)
    #expect(kinds["kind"] == .choice([.string("wired"), .string("wireless"), .number("3")]))
    #expect(kinds["odd"] == .json && kinds["people"] == .integer && kinds["org"] == .text)
    guard case .list(let item)? = kinds["staff"] else { throw Unexpected() }
    #expect(item.fields.map(\.name) == ["name", "age"] && item.fields[1].allowsNull)
}

private struct Unexpected: Error {}

@Test("what is typed becomes the record, exactly")
func reading() {
    let entries = [
        "f/org": "16681", "f/people": "1.234", "f/budget": "1.234,5", "f/day": "24/11/2026",
        "f/kind": "3", "f/open": "false", "f/place/lat": "18,67", "n/staff": "2",
        "f/staff/0/name": "An \"A\"", "f/staff/1/name": "Bình", "f/staff/1/age": "30", "f/odd": " [1 , 2] ",
    ]
    let read = form(report).read(entries, .vietnamese)
    #expect(read.problems.isEmpty)
    let expected = """
        {"org":"16681","people":1234,"budget":1234.5,"day":"2026-11-24","kind":3,"odd":[1,2],"open":false,\
        "place":{"lat":18.67},"staff":[{"name":"An \\"A\\""},{"name":"Bình","age":30}]}
        """
    #expect(
        RecordValue(json: read.value.json).map { sorted($0) }
            == RecordValue(json: expected).map { sorted($0) }
    )
}

private func sorted(_ value: RecordValue) -> RecordValue {
    switch value {
    case .object(let members):
        .object(members.map { .init($0.name, sorted($0.value)) }.sorted { $0.name < $1.name })
    case .array(let items): .array(items.map { sorted($0) })
    default: value
    }
}

@Test("what is missing or cannot be read is told at its own box, in both languages")
func problems() {
    let entries = [
        "f/people": "12.5", "f/day": "31/02/2026", "f/kind": "\"glass\"", "f/place/lon": "1", "n/staff": "1",
        "f/odd": "{",
    ]
    let problems = form(report).read(entries, .vietnamese).problems
    #expect(
        problems.keys.sorted()
            == ["/day", "/kind", "/odd", "/org", "/people", "/place/lat", "/staff/0/name"]
    )
    #expect(problems.values.allSatisfy { !$0.vi.isEmpty && !$0.en.isEmpty })
}

@Test("a group that nobody fills in is left out, with what would be required in it")
func emptyGroup() {
    let read = form(report).read(["f/org": "a", "f/people": "0"], .vietnamese)
    #expect(read.problems.isEmpty && read.value.json == #"{"org":"a","people":0}"#)
}

@Test("a record goes into the boxes and comes back the same, with members that have no box")
func roundTrip() throws {
    let json = """
        {"org":"16681","people":1234567,"budget":0.10,"day":"2026-11-24","kind":"wired","open":true,"extra":{"x":[1e5]},\
        "place":{"lat":18.67,"more":1},"staff":[{"name":"a\\nb","age":null}],"odd":"x"}
        """
    let record = try #require(RecordValue(json: json))
    for language in Language.allCases {
        let form = form(report)
        let read = form.read(form.entries(of: record, language), base: record, language)
        #expect(
            read.problems.isEmpty
                && sorted(read.value).leaves().map(\.pointer) == sorted(record).leaves().map(\.pointer)
        )
        #expect(RecordValue(json: read.value.json).map { $0.changes(since: record) } == [])
    }
}

@Test("an item is added at the end; one that is taken out lets the later ones move up")
func items() {
    let form = form(report)
    var entries = form.step("add:/staff", ["n/staff": "2", "f/staff/0/name": "a", "f/staff/1/name": "b"])
    #expect(entries["n/staff"] == "3")
    entries = form.step("remove:/staff/0", entries)
    #expect(entries["n/staff"] == "2" && entries["f/staff/0/name"] == "b" && entries["f/staff/1/name"] == nil)
    for odd in ["remove:/staff/9", "remove:/staff/-1", "add:/none", "add", "", "remove:"] {
        #expect(form.step(odd, entries) == entries, "\(odd)")
    }
    #expect(form.step("add:/staff", ["n/staff": "100"])["n/staff"] == "100")
}

@Test("a posted form has no more items than a list may have, whatever it says")
func itemsMax() {
    let entries = form(report).read { $0 == "n/staff" ? "999999999" : "x" }
    #expect(entries["n/staff"] == "100" && entries.count < 400)
    #expect(form(report).read { _ in "-5" }["n/staff"] == "0")
}

@Test("a hostile schema gives a small form: deep, wide, going round, or none")
func hostileSchemas() {
    let deep = (0..<100).reduce(#"{"type":"string"}"#) { inner, _ in
        #"{"type":"object","properties":{"a":\#(inner)}}"#
    }
    #expect(depth(form(deep).root) <= RecordSchema.depthMax + 2)
    let wide = (0..<5_000).map { #""f\#($0)":{"type":"string"}"# }.joined(separator: ",")
    #expect(form(#"{"properties":{\#(wide)}}"#).root.fields.count == RecordSchema.fieldsMax)
    let round = ##"{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/a"}}}"##
    #expect(form(round).isWhole)
    let tree = ##"""
        {"properties":{"a":{"$ref":"#/$defs/n"}},"$defs":{"n":{"type":"object",
        "properties":{"l":{"$ref":"#/$defs/n"},"r":{"$ref":"#/$defs/n"}}}}}
        """##
    #expect(depth(form(tree).root) <= RecordSchema.depthMax + 2)
    for other in ["true", "{", "[]", "", #"{"type":"array"}"#] { #expect(form(other).isWhole, "\(other)") }
}

private func depth(_ field: RecordField) -> Int {
    if case .list(let item) = field.kind { return 1 + depth(item) }
    return 1 + (field.fields.map { depth($0) }.max() ?? 0)
}

@Test("a record that the boxes cannot show is said to be one")
func unshownRecords() throws {
    let form = form(report)
    let long = "[" + Array(repeating: #"{"name":"a"}"#, count: 101).joined(separator: ",") + "]"
    #expect(form.shows(try #require(RecordValue(json: #"{"org":"a","people":1}"#))))
    #expect(!form.shows(try #require(RecordValue(json: #"{"org":"a","staff":\#(long)}"#))))
    #expect(!form.shows(try #require(RecordValue(json: #"{"org":{"a":1}}"#))))
    #expect(!form.shows(try #require(RecordValue(json: #"{"place":"here"}"#))))
}

@Test("what two versions do not share is told by pointers, what is gone and what is new too")
func changes() throws {
    let old = try #require(RecordValue(json: #"{"a":1,"b":{"c":"x"},"d":[1]}"#))
    let new = try #require(RecordValue(json: #"{"a":1,"b":{"c":"y"},"e":0}"#))
    let changes = new.changes(since: old)
    #expect(changes.map(\.pointer) == ["/b/c", "/d/0", "/e"])
    #expect(changes[0].before == .string("x") && changes[1].after == nil && changes[2].before == nil)
}

@Test("a report is told to be in time, late, waiting, missing or not due yet")
func standings() throws {
    let calendar = try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh"))
    func day(_ text: String) throws -> Day { try #require(Day(iso8601: text)) }
    let due = try day("2026-11-10")
    func standing(_ first: String?, accepted: Bool = true, today: String = "2026-11-24") throws
        -> ReportStanding
    {
        ReportStanding(
            first: try first.map { try day($0) },
            isAccepted: accepted,
            due: due,
            today: try day(today),
            calendar: calendar
        )
    }
    #expect(try standing("2026-11-10") == .inTime)
    #expect(try standing("2026-11-13") == .late(3))
    #expect(try standing("2026-11-13", accepted: false) == .awaiting)
    #expect(try standing(nil) == .missing)
    #expect(try standing(nil, today: "2026-11-10") == .notDue)
}
