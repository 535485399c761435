import Datasets
import Testing

/// A schema, values that fit it and values that do not.
private struct Example: CustomTestStringConvertible, Sendable {
    let schema: String
    let good: [String]
    let bad: [String]

    init(_ schema: String, good: [String], bad: [String]) {
        self.schema = schema
        self.good = good
        self.bad = bad
    }

    var testDescription: String { schema }

    func check() throws {
        let checking = try Checking(schema)
        for value in good { #expect(try checking.isValid(value), "\(schema) should take \(value)") }
        for value in bad { #expect(try !checking.isValid(value), "\(schema) should refuse \(value)") }
    }
}

private let values: [Example] = [
    Example(
        #"{"type":"integer"}"#,
        good: ["1", "1.0", "1e3", "-0", "1e400", "123456789012345678901234567890"],
        bad: ["1.5", "1e-1", "\"1\"", "null", "1e-400"]
    ),
    Example(#"{"type":["string","null"]}"#, good: ["null", "\"\""], bad: ["0", "[]", "{}", "false"]),
    Example(
        #"{"enum":["a",1,null,{"x":1,"y":[2]}]}"#,
        good: [#""a""#, "1.0", "null", #"{"y":[2.0],"x":1}"#],
        bad: [#""A""#, "true", #"{"x":1}"#, "[]"]
    ),
    Example(#"{"enum":["hoà","b"]}"#, good: [#""hoà""#, #""ho\u00e0""#], bad: [#""hòa""#, "1"]),
    Example(#"{"enum":[]}"#, good: [], bad: ["1", "null"]),
    Example(#"{"const":{"a":[1,2]}}"#, good: [#"{"a":[1,2e0]}"#], bad: [#"{"a":[2,1]}"#, "{}"]),
    Example(#"{"const":false}"#, good: ["false"], bad: ["0", "null", "\"false\""]),
]

private let numbers: [Example] = [
    Example(
        #"{"minimum":18446744073709551615}"#,
        good: ["18446744073709551615", "1e20"],
        bad: ["18446744073709551614", "0"]
    ),
    Example(
        #"{"type":"integer","minimum":-9223372036854775808,"maximum":5}"#,
        good: ["-9223372036854775808", "5.0"],
        bad: ["-9223372036854775809", "6", "2.5"]
    ),
    Example(
        #"{"type":"integer","minimum":0}"#,
        good: ["99999999999999999999999", "1e30"],
        bad: ["-99999999999999999999999", "-1"]
    ),
    Example(
        #"{"exclusiveMaximum":972783798187987123879878123.18878137}"#,
        good: ["1"],
        bad: ["972783798187987123879878123.188781371"]
    ),
    Example(
        #"{"exclusiveMinimum":0,"maximum":100}"#,
        good: ["0.0000000000000000000000000001", "100.0"],
        bad: ["0", "-0.0", "100.0000000000000000000001"]
    ),
    Example(
        #"{"multipleOf":0.01}"#,
        good: ["19.99", "0.07", "4.35", "1e308", "0", "-1.1"],
        bad: ["0.001", "19.999", "1e-300"]
    ),
    Example(#"{"multipleOf":0.5,"type":"integer"}"#, good: ["1e308", "3"], bad: ["0.5"]),
    Example(#"{"multipleOf":0.123456789}"#, good: ["0.246913578"], bad: ["1e308"]),
]

private let textsAndLists: [Example] = [
    Example(
        #"{"minLength":2,"maxLength":3}"#,
        good: [#""ệệ""#, #""😀😀😀""#, "7"],
        bad: [#""ệ""#, #""😀😀😀😀""#, "\"\""]
    ),
    Example(#"{"maxLength":2.0}"#, good: [#""ab""#], bad: [#""abc""#]),
    Example(#"{"minItems":1,"maxItems":2}"#, good: ["[1]", "[1,2]", "{}"], bad: ["[]", "[1,2,3]"]),
    Example(
        #"{"uniqueItems":true}"#,
        good: ["[1,true,\"1\",[1],{\"a\":1},null,0,false]", "[]"],
        bad: ["[1,2,1.0]", #"[{"a":1,"b":2},{"b":2,"a":1}]"#]
    ),
    Example(
        #"{"prefixItems":[{"type":"string"},{"type":"number"}],"items":false}"#,
        good: ["[]", #"["a"]"#, #"["a",1]"#],
        bad: [#"["a",1,2]"#, "[1]"]
    ),
    Example(
        #"{"contains":{"const":1},"minContains":2,"maxContains":3}"#,
        good: ["[1,1]", "[1,0,1,1]"],
        bad: ["[1]", "[1,1,1,1]", "[]"]
    ),
    Example(#"{"contains":{"const":1},"minContains":0}"#, good: ["[]", "[2]"], bad: []),
    Example(
        #"{"contains":{"const":1},"unevaluatedItems":{"type":"string"}}"#,
        good: [#"[1,"a",1]"#],
        bad: [#"["a"]"#, "[1,2]"]
    ),
]

private let objects: [Example] = [
    Example(
        #"{"properties":{"a":{"type":"number"}},"patternProperties":{"^x":{"type":"string"}},"additionalProperties":{"type":"null"}}"#,
        good: [#"{"a":1,"x1":"t","b":null}"#, "[]"],
        bad: [#"{"a":"1"}"#, #"{"x":1}"#, #"{"b":1}"#]
    ),
    Example(
        #"{"required":["a","b"],"properties":{"b":true}}"#,
        good: [#"{"a":null,"b":1}"#],
        bad: [#"{"a":1}"#, "{}"]
    ),
    Example(
        #"{"minProperties":1,"maxProperties":2}"#,
        good: [#"{"a":1}"#],
        bad: ["{}", #"{"a":1,"b":2,"c":3}"#]
    ),
    Example(#"{"propertyNames":{"maxLength":3}}"#, good: [#"{"abc":1}"#, "{}"], bad: [#"{"abcd":1}"#]),
    Example(
        #"{"dependentRequired":{"a":["b"]}}"#,
        good: [#"{"b":1}"#, #"{"a":1,"b":1}"#],
        bad: [#"{"a":1}"#]
    ),
    Example(
        #"{"dependencies":{"a":["b"],"c":{"minProperties":2}}}"#,
        good: [#"{"a":1,"b":1}"#, #"{"c":1,"d":1}"#],
        bad: [#"{"a":1}"#, #"{"c":1}"#]
    ),
    Example(
        #"{"dependentSchemas":{"a":{"properties":{"b":{"const":2}}}}}"#,
        good: [#"{"a":1,"b":2}"#, #"{"b":1}"#],
        bad: [#"{"a":1,"b":1}"#]
    ),
    Example(
        #"{"allOf":[{"properties":{"a":true}}],"anyOf":[{"properties":{"b":{"const":1}},"required":["b"]},{"properties":{"c":true},"required":["c"]}],"unevaluatedProperties":false}"#,
        good: [#"{"a":1,"b":1}"#, #"{"c":1}"#, #"{"b":1,"c":1}"#],
        bad: [#"{"b":2,"c":1}"#, #"{"a":1,"b":1,"z":1}"#]
    ),
    Example(
        #"{"if":{"properties":{"s":{"const":1}},"required":["s"]},"then":{"properties":{"t":true}},"else":{"properties":{"e":true}},"unevaluatedProperties":false}"#,
        good: [#"{"s":1,"t":1}"#, #"{"e":1}"#],
        bad: [#"{"s":1,"e":1}"#, #"{"t":1}"#]
    ),
]

private let combinations: [Example] = [
    Example(#"{"oneOf":[{"type":"number"},{"minimum":5}]}"#, good: ["1", "\"a\""], bad: ["6"]),
    Example(#"{"not":{"type":"string"}}"#, good: ["1"], bad: ["\"a\""]),
    Example(
        #"{"not":{"not":{"properties":{"a":true},"unevaluatedProperties":false}}}"#,
        good: [#"{"a":1}"#],
        bad: [#"{"b":1}"#]
    ),
    Example(
        #"{"if":{"type":"string"},"then":{"minLength":2},"else":{"minimum":3}}"#,
        good: ["\"ab\"", "3"],
        bad: ["\"a\"", "2"]
    ),
    Example(
        ##"{"$ref":"#/$defs/a%25b~1c","$defs":{"a%b/c":{"type":"null"}},"minimum":1}"##,
        good: ["null"],
        bad: ["2"]
    ),
    Example(##"{"$ref":"#/unknown/0","unknown":[{"type":"null"}]}"##, good: ["null"], bad: ["1"]),
    Example(
        #"{"$ref":"https://json-schema.org/draft/2020-12/schema"}"#,
        good: [#"{"type":"string"}"#, "true"],
        bad: [#"{"type":"text"}"#, #"{"minLength":-1}"#, "1"]
    ),
    Example(
        ##"{"properties":{"child":{"$ref":"#"}},"additionalProperties":false}"##,
        good: [##"{"child":{"child":{}}}"##],
        bad: [##"{"child":{"x":1}}"##]
    ),
    Example("true", good: ["1", "{}"], bad: []), Example("false", good: [], bad: ["1", "null"]),
    Example("{}", good: ["1"], bad: []),
    Example(
        ##"{"$id":"http://a.example/tree","$dynamicAnchor":"node","properties":{"kids":{"items":{"$dynamicRef":"#node"}},"v":true},"$defs":{"x":{"const":{"$id":"http://a.example/tree"}}}}"##,
        good: [##"{"kids":[{"kids":[],"v":1}]}"##],
        bad: []
    ),
]

@Test(
    "each keyword takes what it should and refuses what it should",
    arguments: values + numbers + textsAndLists + objects + combinations
)
private func keywords(example: Example) throws { try example.check() }

@Test("a strict tree built on a general one refuses what only it forbids, at every depth")
func dynamicReference() throws {
    let tree =
        ##"{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"http://e.example/tree","$dynamicAnchor":"node","type":"object","properties":{"data":true,"children":{"type":"array","items":{"$dynamicRef":"#node"}}}}"##
    let strict =
        #"{"$id":"http://e.example/strict","$dynamicAnchor":"node","$ref":"tree","unevaluatedProperties":false}"#
    let checking = try Checking(strict, registry: ["http://e.example/tree": tree])
    #expect(try checking.isValid(#"{"children":[{"data":1}]}"#))
    #expect(try !checking.isValid(#"{"children":[{"daat":1}]}"#))
}

@Test("a document of an older draft is understood as that draft, also from a newer one")
func olderDrafts() throws {
    let old =
        #"{"$schema":"https://json-schema.org/draft/2019-09/schema","type":"array","prefixItems":[{"type":"string"}],"items":[{"type":"number"}],"additionalItems":false}"#
    let checking = try Checking(#"{"$ref":"http://e.example/old"}"#, registry: ["http://e.example/old": old])
    #expect(try checking.isValid("[1]"))
    #expect(try !checking.isValid("[1,2]"))
    #expect(try !checking.isValid(#"["a"]"#))
    let seven = try Checking(
        ##"{"$schema":"http://json-schema.org/draft-07/schema#","$ref":"#/definitions/a","minimum":9,"definitions":{"a":{"type":"integer"}}}"##
    )
    #expect(try seven.isValid("1"))
    #expect(try !seven.isValid("1.5"))
    let four = try Checking(
        #"{"$schema":"http://json-schema.org/draft-04/schema#","minimum":1,"exclusiveMinimum":true}"#
    )
    #expect(try !four.isValid("1"))
    #expect(try four.isValid("2"))
}

@Test("formats are checked when asked for, or when the metaschema asks")
func formatAssertion() throws {
    let schema = #"{"format":"ipv4"}"#
    #expect(try Checking(schema, formats: false).isValid("\"x\""))
    #expect(try !Checking(schema).isValid("\"x\""))
    let meta =
        #"{"$id":"http://e.example/meta","$schema":"https://json-schema.org/draft/2020-12/schema","$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true,"https://json-schema.org/draft/2020-12/vocab/format-assertion":false}}"#
    let asked = #"{"$schema":"http://e.example/meta","format":"ipv4","minimum":5}"#
    let checking = try Checking(asked, formats: false, registry: ["http://e.example/meta": meta])
    #expect(try !checking.isValid("\"x\""))
    #expect(try checking.isValid("1"))
    #expect(try Checking(#"{"format":"unknown"}"#).isValid("\"x\""))
}
