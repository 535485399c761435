import Datasets
import JSONReading
import Testing

@Test(
    "a schema that refers to itself at the same place ends as an error, not a crash",
    arguments: [
        ##"{"$ref":"#"}"##, ##"{"allOf":[{"$ref":"#"}]}"##, ##"{"not":{"$ref":"#"}}"##,
        ##"{"anyOf":[{"$ref":"#/$defs/b"}],"$defs":{"b":{"$ref":"#"}}}"##,
        ##"{"$dynamicAnchor":"a","$dynamicRef":"#a"}"##, ##"{"if":{"$ref":"#"},"then":false}"##,
        ##"{"oneOf":[{"$ref":"#"},{"$ref":"#"}]}"##,
    ]
)
func endlessReference(schema: String) throws {
    let checking = try Checking(schema)
    let issues = try checking.issues("1")
    #expect(issues.count == 1)
    #expect([.endlessReference, .tooManySteps].contains(issues.first?.stop))
    #expect(try !checking.isValid("1"))
}

@Test("references without end in branches that multiply end within the steps allowed")
func multiplyingReferences() throws {
    let levels = (0..<40).map {
        ##""l\##($0)":{"allOf":[{"$ref":"#/$defs/l\##($0 + 1)"},{"$ref":"#/$defs/l\##($0 + 1)"}]}"##
    }
    let schema =
        ##"{"$ref":"#/$defs/l0","$defs":{"## + levels.joined(separator: ",") + #","l40":{"minimum":0}}}"#
    let checking = try Checking(schema)
    #expect(try checking.issues("1").first?.stop == .tooManySteps)
    #expect(try checking.issues("1").first?.code == "schema.too-many-steps")
}

@Test("a deep value under a schema that refers to itself is validated to its ground")
func deepValues() throws {
    let checking = try Checking(
        ##"{"items":{"$ref":"#"},"properties":{"a":{"$ref":"#"}},"type":["array","object"]}"##
    )
    let depth = JSONLimits().depthMax
    #expect(try checking.isValid(String(repeating: "[", count: depth) + String(repeating: "]", count: depth)))
    let chain = (0..<60).map { ##""c\##($0)":{"$ref":"#/$defs/c\##($0 + 1)"}"## }.joined(separator: ",")
    let long = try Checking(
        ##"{"$ref":"#/$defs/c0","$defs":{"## + chain + ##","c60":{"items":{"$ref":"#"}}}}"##
    )
    // 60 references at each of 128 levels are deeper than the stack may get.
    let issues = try long.issues(String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
    #expect(issues.first?.stop == .tooDeep)
}

@Test(
    "an expression that explodes is an error of its own, also inside not",
    arguments: [
        #"{"pattern":"^(a+)+$"}"#, #"{"not":{"pattern":"^(a|aa)+$"}}"#, #"{"pattern":"^(a*)*b$"}"#,
        #"{"anyOf":[{"pattern":"(x+x+)+y"},true]}"#,
    ]
)
func explodingPatterns(schema: String) throws {
    let checking = try Checking(schema)
    let text = "\"" + String(repeating: "a", count: 5_000) + String(repeating: "x", count: 5_000) + "!by\""
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try checking.issues(text).first?.stop == .patternTooSlow)
    #expect(try !checking.isValid(text))
    let spent = clock.now - start
    #expect(spent < .seconds(2))
}

@Test("a long list without repetition is looked at quickly, and a repetition in it is found")
func longUniqueLists() throws {
    let checking = try Checking(#"{"uniqueItems":true}"#)
    let items = (0..<50_000).map { #"{"n":\#($0)}"# }
    #expect(try checking.isValid("[\(items.joined(separator: ","))]"))
    #expect(try !checking.isValid("[\(items.joined(separator: ",")),\(items[7])]"))
    // Written in another way it is still the same.
    #expect(try !checking.isValid(#"[\#(items.joined(separator: ",")),"đ","\u0111"]"#))
    #expect(try !checking.isValid(#"[\#(items.joined(separator: ",")),{"\u006E":7.0}]"#))
}

@Test("random schemas and random values never do more than fail", arguments: 0..<40)
func randomSchemas(seed: UInt64) {
    var state = seed
    func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
    func value(_ depth: Int) -> String {
        switch below(depth > 3 ? 5 : 8) {
        case 0: return ["null", "true", "false"][below(3)]
        case 1, 2: return ["0", "-1", "1.5", "1e300", "7"][below(5)]
        case 3, 4: return ["\"\"", "\"a\"", "\"ệ😀\"", "\"2024-01-01\""][below(4)]
        case 5: return "[" + (0..<below(4)).map { _ in value(depth + 1) }.joined(separator: ",") + "]"
        default:
            return "{"
                + (0..<below(4)).map { "\"\(["a", "b", "c", "type"][$0])\":\(value(depth + 1))" }.joined(
                    separator: ","
                ) + "}"
        }
    }
    func schema(_ depth: Int) -> String {
        if depth > 3 || below(8) == 0 { return ["true", "false", "{}", ##"{"$ref":"#"}"##][below(4)] }
        let members = (0..<1 + below(4)).map { _ in
            let keyword = SchemaKeyword.allCases[below(SchemaKeyword.allCases.count)].rawValue
            switch below(5) {
            case 0: return "\"\(keyword)\":\(value(1))"
            case 1: return "\"\(keyword)\":[\(schema(depth + 1)),\(schema(depth + 1))]"
            case 2: return "\"\(keyword)\":{\"a\":\(schema(depth + 1)),\"b\":\(schema(depth + 1))}"
            default: return "\"\(keyword)\":\(schema(depth + 1))"
            }
        }
        var names: Set<Substring> = []
        let different = members.filter { names.insert($0.prefix { $0 != ":" }).inserted }
        return "{\(different.joined(separator: ","))}"
    }
    for _ in 0..<150 {
        guard let checking = try? Checking(schema(0)) else { continue }
        for _ in 0..<5 { _ = try? checking.isValid(value(0)) }
    }
}
