import Datasets
import Testing

private func error(_ schema: String, registry: [String: String] = [:]) throws -> SchemaError {
    try #require(throws: SchemaError.self) { _ = try Checking(schema, registry: registry) }
}

@Test(
    "a keyword of the wrong form is an error at its place, which says what to write",
    arguments: [
        (#"{"properties":{"a":{"type":"text"}}}"#, "/properties/a/type"), (#"{"type":[]}"#, "/type"),
        (#"{"type":["null","null"]}"#, "/type"),
        (#"{"minLength":-1}"#, "/minLength"), (#"{"maxItems":1.5}"#, "/maxItems"),
        (#"{"multipleOf":0}"#, "/multipleOf"), (#"{"minimum":"1"}"#, "/minimum"),
        (#"{"required":["a","a"]}"#, "/required"), (#"{"required":"a"}"#, "/required"),
        (#"{"allOf":[]}"#, "/allOf"), (#"{"anyOf":{}}"#, "/anyOf"),
        (#"{"properties":[]}"#, "/properties"), (#"{"enum":1}"#, "/enum"), (#"{"pattern":1}"#, "/pattern"),
        (#"{"uniqueItems":1}"#, "/uniqueItems"),
        (#"{"$id":1}"#, "/$id"), (#"{"$id":"http://a.example/#x"}"#, "/$id"),
        (#"{"$anchor":"1a"}"#, "/$anchor"), (#"{"$ref":1}"#, "/$ref"),
        (#"{"dependentRequired":{"a/b":[1]}}"#, "/dependentRequired/a~1b"), (#"{"title":1}"#, "/title"),
        (#"{"deprecated":1}"#, "/deprecated"),
        (#"{"format":1}"#, "/format"), (#"{"examples":1}"#, "/examples"),
        (#"{"exclusiveMinimum":true}"#, "/exclusiveMinimum"),
    ]
)
func wrongForm(schema: String, pointer: String) throws {
    let found = try error(schema)
    #expect(found.code == .wrongForm)
    #expect(found.pointer == pointer)
    #expect(found.vietnamese.contains("#\(pointer): phải"))
    #expect(found.english.contains("#\(pointer): must"))
}

@Test(
    "what stands where a schema should and is none is an error",
    arguments: [
        ("1", ""), ("[]", ""), (#"{"not":1}"#, "/not"), (#"{"items":[true]}"#, "/items"),
        (#"{"properties":{"a":null}}"#, "/properties/a"),
        (#"{"anyOf":[true,"x"]}"#, "/anyOf/1"),
    ]
)
func notASchema(schema: String, pointer: String) throws {
    let found = try error(schema)
    #expect(found.code == .notASchema)
    #expect(found.pointer == pointer)
}

@Test(
    "a reference that leads nowhere, a dialect, a vocabulary nobody knows, names that stand twice",
    arguments: [
        (##"{"$ref":"#/$defs/x"}"##, SchemaError.Code.unresolved), (##"{"$ref":"#x"}"##, .unresolved),
        (#"{"$ref":"http://elsewhere.example/"}"#, .unresolved),
        (##"{"$dynamicRef":"#x"}"##, .unresolved), (##"{"$ref":"#/%zz"}"##, .unresolved),
        (#"{"$schema":"http://unknown.example/"}"#, .unknownDialect),
        (#"{"$defs":{"a":{"$anchor":"x"},"b":{"$anchor":"x"}}}"#, .nameTwice),
        (#"{"$defs":{"a":{"$id":"x:y"},"b":{"$id":"x:y"}}}"#, .nameTwice),
        ("{", .notJSON), (#"{"a":1,"a":2}"#, .notJSON),
        (#"{"$schema":"http://e.example/strange"}"#, .unknownVocabulary),
        (#"{"pattern":"("}"#, .wrongPattern), (#"{"patternProperties":{"[":true}}"#, .wrongPattern),
        (#"{"pattern":"(?<=a+)b"}"#, .patternNotSupported),
    ]
)
func otherErrors(schema: String, code: SchemaError.Code) throws {
    let strange =
        #"{"$schema":"https://json-schema.org/draft/2020-12/schema","$vocabulary":{"http://e.example/vocab":true}}"#
    let found = try error(schema, registry: ["http://e.example/strange": strange])
    #expect(found.code == code)
    #expect(found.vietnamese.hasSuffix(".") && found.english.hasSuffix("."))
}

@Test("a schema of more bytes, levels or subschemas than the limits is an error")
func schemaBombs() throws {
    let many =
        "{\"anyOf\":[" + Array(repeating: "{}", count: SchemaLimits.subschemasMax).joined(separator: ",")
        + "]}"
    #expect(try error(many).code == .tooLarge)
    let deep = String(repeating: #"{"not":"#, count: 10_000) + "true" + String(repeating: "}", count: 10_000)
    #expect(try error(deep).code == .notJSON)
    let large = "{\"title\":\"" + String(repeating: "a", count: SchemaLimits.schemaBytesMax) + "\"}"
    #expect(try error(large).code == .notJSON)
}
