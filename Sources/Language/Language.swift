/// A language that Sen speaks.
///
/// Vietnamese is the default everywhere.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case vietnamese = "vi"
    case english = "en"

    /// The best language for an HTTP `Accept-Language` header; Vietnamese when none fits.
    package init(acceptLanguage header: String?) {
        let ranked = (header ?? "").split(separator: ",").enumerated().compactMap {
            index,
            item -> (Double, Int, Language)? in
            let parts = item.split(separator: ";").map { $0.trimmingPrefix(while: \.isWhitespace) }
            guard let tag = parts.first?.prefix(2).lowercased(), let language = Language(rawValue: tag) else {
                return nil
            }
            let quality =
                parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (-quality, index, language)
        }
        self = ranked.filter { $0.0 < 0 }.min { ($0.0, $0.1) < ($1.0, $1.1) }?.2 ?? .vietnamese
    }
}
