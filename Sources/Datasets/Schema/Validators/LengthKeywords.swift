import JSONReading

/// `minLength` and `maxLength`: how many characters a text has.
///
/// **Means**: characters are Unicode code points, as the standard says. A Vietnamese letter with its tone is one when
/// the text is composed (NFC), and up to three when it is not.
///
/// **Write**: `"minLength": 1, "maxLength": 64`.
///
/// **Mind**: `"minLength": 1` takes a text of one space; ask for a sign that is none by `"pattern": "\\S"`.
enum LengthKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.minLength, .maxLength]
    static let vocabulary = SchemaDialect.Vocabularies.validation

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        let (min, max) = (try schema.count(.minLength), try schema.count(.maxLength))
        guard min != nil || max != nil else { return }
        builder.emit(.length(min: min ?? -1, max: max ?? -1), min == nil ? .maxLength : .minLength)
    }
}

extension Evaluation {
    @inline(__always)
    func length<Sink: IssueSink>(_ min: Int32, _ max: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isString else { return true }
        let bytes = here.value.count
        // A character has one to four bytes, so most texts need no counting.
        let isSurelyLong = min < 0 || bytes >= 4 * Int(min)
        let isSurelyShort = max < 0 || bytes <= Int(max)
        if isSurelyLong, isSurelyShort { return true }
        return countedLength(min, max, here, &sink)
    }

    private func countedLength<Sink: IssueSink>(_ min: Int32, _ max: Int32, _ here: Step, _ sink: inout Sink)
        -> Bool
    {
        let characters = here.value.utf8.count { $0 & 0xC0 != 0x80 }
        if min >= 0, characters < Int(min) {
            return fail(here, &sink, .minLength, detail: .found(characters))
        }
        if max >= 0, characters > Int(max) {
            return fail(here, &sink, .maxLength, detail: .found(characters))
        }
        return true
    }
}
