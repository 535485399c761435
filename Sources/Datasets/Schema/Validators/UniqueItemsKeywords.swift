import JSONReading

/// `uniqueItems`: a list without repetition.
///
/// **Means**: no two items are equal, as `enum` compares.
///
/// **Write**: `"uniqueItems": true`.
///
/// **Mind**: it costs time with the length of the list; give `maxItems` too.
enum UniqueItemsKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.uniqueItems]
    static let vocabulary = SchemaDialect.Vocabularies.validation

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        guard try schema.boolean(.uniqueItems) == true else { return }
        builder.emit(.unique, .uniqueItems)
    }
}

extension Evaluation {
    func unique<Sink: IssueSink>(_ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isArray, here.value.count > 1 else { return true }
        let twice =
            here.value.count <= Repetition.comparedMax
            ? Repetition.compared(here.value) : Repetition.hashed(here.value)
        guard let twice else { return true }
        return fail(here, &sink, detail: .equal(twice.first, twice.second))
    }
}

/// Finds two equal items.
private enum Repetition {
    /// Items up to which comparing each with each is quicker than anything else.
    static let comparedMax = 16

    static func compared(_ list: JSONValue) -> (first: Int, second: Int)? {
        var position = 0
        for item in list.elements {
            var earlier = 0
            for other in list.elements {
                if earlier == position { break }
                if item.isEqual(to: other) { return (earlier, position) }
                earlier += 1
            }
            position += 1
        }
        return nil
    }

    /// By hashes with the process's secret seed, so that nobody can make a list whose items all collide.
    static func hashed(_ list: JSONValue) -> (first: Int, second: Int)? {
        var hashes: [(hash: Int, position: Int, item: JSONValue)] = []
        hashes.reserveCapacity(list.count)
        for item in list.elements {
            var hasher = Hasher()
            item.hash(into: &hasher)
            hashes.append((hasher.finalize(), hashes.count, item))
        }
        hashes.sort { ($0.hash, $0.position) < ($1.hash, $1.position) }
        for (one, next) in zip(hashes, hashes.dropFirst()) where one.hash == next.hash {
            if one.item.isEqual(to: next.item) { return (one.position, next.position) }
        }
        return nil
    }
}
