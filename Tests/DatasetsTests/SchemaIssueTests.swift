import Datasets
import JSONReading
import Testing

@Test(
    "an issue says where, by which keyword and what was expected, in both languages",
    arguments: [
        (
            #"{"properties":{"population":{"type":"integer","minimum":0,"maximum":10000000}}}"#,
            #"{"population":-5}"#, "/population", "#/properties/population/minimum", "schema.minimum",
            "Trường “population”: phải là số nguyên từ 0 đến 10.000.000",
            "Field “population”: must be a whole number from 0 to 10,000,000"
        ),
        (
            #"{"properties":{"a/b":{"items":{"type":"number","exclusiveMinimum":0.5}}}}"#,
            #"{"a/b":[1,0.5]}"#, "/a~1b/1", "#/properties/a~1b/items/exclusiveMinimum",
            "schema.exclusiveMinimum", "Trường “a/b › mục 2”: phải là số lớn hơn 0,5",
            "Field “a/b › item 2”: must be a number greater than 0.5"
        ),
        (
            #"{"required":["org"]}"#, "{}", "", "#/required", "schema.required",
            "Bản ghi: thiếu trường “org”", "The record: the field “org” is missing"
        ),
        (
            #"{"type":"string","minLength":1,"maxLength":64}"#, "\"\"", "", "#/minLength", "schema.minLength",
            "Bản ghi: phải là văn bản dài từ 1 đến 64 ký tự",
            "The record: must be a text of from 1 to 64 characters"
        ),
        (
            #"{"enum":["draft","approved"]}"#, "\"x\"", "", "#/enum", "schema.enum",
            "Bản ghi: phải là một trong các giá trị: “draft”, “approved”",
            "The record: must be one of: “draft”, “approved”"
        ),
        (
            #"{"dependentRequired":{"approved_by":["approved_at"]}}"#, #"{"approved_by":1}"#, "",
            "#/dependentRequired", "schema.dependentRequired",
            "Bản ghi: đã có “approved_by” thì phải có cả “approved_at”",
            "The record: with “approved_by” there must be “approved_at” too"
        ),
        (
            #"{"pattern":"^[0-9]+$","examples":["42"]}"#, "\"x\"", "", "#/pattern", "schema.pattern",
            "Bản ghi: phải viết theo mẫu ^[0-9]+$, ví dụ “42”",
            "The record: must be written as ^[0-9]+$ says, such as “42”"
        ),
        (
            #"{"uniqueItems":true}"#, "[1,2,1]", "", "#/uniqueItems", "schema.uniqueItems",
            "Bản ghi: các mục không được trùng nhau; mục 1 và mục 3 giống nhau",
            "The record: no item may stand twice; items 1 and 3 are equal"
        ),
        (
            #"{"type":["string","null"]}"#, "1", "", "#/type", "schema.type",
            "Bản ghi: phải là văn bản hoặc giá trị trống (null)", "The record: must be a text or null"
        ),
        (
            #"{"properties":{"a":false}}"#, #"{"a":1}"#, "/a", "#/properties/a", "schema.false",
            "Trường “a”: không được có giá trị nào ở đây", "Field “a”: no value may stand here"
        ),
    ]
)
func issues(
    schema: String,
    value: String,
    place: String,
    keyword: String,
    code: String,
    vi: String,
    en: String
) throws {
    let found = try Checking(schema).issues(value)
    try #require(found.count == 1)
    #expect(found[0].instanceLocation == place)
    #expect(found[0].keywordLocation == keyword)
    #expect(found[0].code == code)
    #expect(found[0].vietnamese == vi)
    #expect(found[0].english == en)
}

@Test("an issue holds what was expected and what was found, short and apart from the sentence")
func expectedAndActual() throws {
    let long = "\"" + String(repeating: "bí mật ", count: 1_000) + "\""
    let issue = try #require(
        try Checking(#"{"properties":{"a":{"const":{"x":1}}}}"#).issues("{\"a\":\(long)}").first
    )
    #expect(issue.expected == #"{"x":1}"#)
    #expect(issue.actual.map { $0.count < 100 && $0.hasPrefix("\"bí mật") } == true)
    #expect(!issue.vietnamese.contains("bí mật"))
}

@Test("of alternatives, the one with the value's type says what is wrong")
func alternatives() throws {
    let schema = #"{"anyOf":[{"type":"null"},{"type":"string","format":"date"}]}"#
    #expect(try Checking(schema).issues("\"24/11\"").map(\.code) == ["schema.format"])
    #expect(try Checking(schema).issues("1").map(\.code) == ["schema.anyOf"])
    #expect(
        try Checking(#"{"oneOf":[{"type":"number"},{"minimum":0}]}"#).issues("1").map(\.code) == [
            "schema.oneOf"
        ]
    )
}

@Test("all issues of a record are told, up to the limit, from other documents with their address")
func manyIssues() throws {
    let schema = #"{"items":{"$ref":"http://e.example/n"}}"#
    let checking = try Checking(schema, registry: ["http://e.example/n": #"{"type":"number"}"#])
    let all = try checking.issues(#"["a",1,"b",null]"#)
    #expect(all.map(\.instanceLocation) == ["/0", "/2", "/3"])
    #expect(all[0].keywordLocation == "http://e.example/n#/type")
    #expect(
        try checking.issues("[\(Array(repeating: "null", count: 500).joined(separator: ","))]").count
            == SchemaLimits.issuesMax
    )
    #expect(try checking.issues(#"["a","b"]"#, limit: 1).count == 1)
}

@Test("one program serves many tasks at once")
func manyTasks() async throws {
    let schema = try Checking(
        ##"{"properties":{"a":{"pattern":"^[a-z]+$"},"b":{"$ref":"#/$defs/n"}},"$defs":{"n":{"multipleOf":0.01}}}"##
    ).schema
    let counts = await withTaskGroup(of: Int.self) { group in
        for task in 0..<8 {
            group.addTask {
                let validator = schema.makeValidator()
                return (0..<500).count { number in
                    let text = "{\"a\":\"\(number % 2 == 0 ? "x" : "X")\",\"b\":\(task).25}"
                    guard let document = try? JSONDocument(Array(text.utf8)) else { return false }
                    return validator.isValid(document.root)
                }
            }
        }
        return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 250, count: 8))
}
