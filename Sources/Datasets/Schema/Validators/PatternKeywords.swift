import JSONReading
import Language

/// `pattern`: a text that a regular expression finds something in.
///
/// **Means**: the expression, in the dialect of ECMA-262 with its `u` flag, matches somewhere in the text. `\d` and
/// `\w` are ASCII, `\s` is all white space, `\p{Letter}` any letter, `$` only the very end.
///
/// **Write**: `"pattern": "^[0-9]{2}\\.[0-9]{3}$"`, with `^` and `$` when the whole text is meant.
///
/// **Mind**: runs on PCRE2 within limits of time and memory; a text on which it takes too long is an error of its own.
/// A look-behind of varying length is not supported.
enum PatternKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.pattern]
    static let vocabulary = SchemaDialect.Vocabularies.validation

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        guard let text = try schema.string(.pattern) else { return }
        let pattern = try pattern(text, of: schema, .pattern)
        builder.emit(.pattern(builder.compiler.draft.patterns.add(pattern)), .pattern)
    }

    /// Compiles `text`; a failure is an error at `keyword`.
    static func pattern(
        _ text: String,
        of schema: SubschemaSource,
        _ keyword: SchemaKeyword
    ) throws(SchemaError) -> Pattern {
        let step = keyword == .pattern ? nil : text
        do throws(PatternError) { return try Pattern(text) } catch {
            let code: SchemaError.Code = error.isSupported ? .wrongPattern : .patternNotSupported
            throw schema.error(code, keyword, error.text, step: step)
        }
    }
}

extension Evaluation {
    @inline(__always)
    mutating func pattern<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isString else { return true }
        guard let matches = matching.matches(program.patterns[Int(number)], here.value.utf8) else {
            return giveUp(.patternTooSlow)
        }
        return matches || fail(here, &sink)
    }
}
