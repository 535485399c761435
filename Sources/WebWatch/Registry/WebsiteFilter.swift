import Database
import Language
package import Places

/// Which websites a list shows; what is empty or `nil` asks for nothing.
package struct WebsiteFilter: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable { case watched, paused, retired }

    package var states: Set<State> = [.watched, .paused]
    package var health: Set<WebsiteHealth> = []
    package var kinds: Set<WebsiteKind> = []
    package var criticalities: Set<Criticality> = []
    /// These units only, such as one unit with all below it.
    package var units: UnitScope = .everything
    /// Words in name or address, with or without tones.
    package var text: String?

    package init() {}

    /// Words of one search that are looked at; nobody types more.
    static let wordsMax = 8
    /// Of one word that is looked for.
    static let wordCharactersMax = 100

    /// The conditions, for `WHERE`.
    func condition(within scope: UnitScope) -> SQL {
        var parts = [scope.condition(on: "website.unit_id"), units.condition(on: "website.unit_id")]
        parts += Self.anyOf("website.state", states.map(\.rawValue))
        parts += Self.anyOf("website_status.health", health.map(\.rawValue))
        parts += Self.anyOf("website.kind", kinds.map(\.rawValue))
        parts += Self.anyOf("website.criticality", criticalities.map(\.rawValue))
        parts += words.map { "website.search_text LIKE \(Self.pattern($0)) ESCAPE '!'" }
        return .joined(parts, by: " AND ")
    }

    private var words: [String] {
        (text ?? "").folded.split(whereSeparator: \.isWhitespace).prefix(Self.wordsMax).map {
            String($0.prefix(Self.wordCharactersMax))
        }
    }

    private static func pattern(_ word: String) -> String {
        "%" + word.flatMap { "!%_".contains($0) ? ["!", $0] : [$0] } + "%"
    }

    private static func anyOf(_ column: String, _ values: [some SQLConvertible & Comparable]) -> [SQL] {
        guard !values.isEmpty else { return [] }
        let list = SQL.joined(values.sorted().map { "\($0)" }, by: ", ")
        return ["\(trusted: column) IN (\(list))"]
    }
}
