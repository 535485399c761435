/// The parts of an operation's path, and which concrete paths are its own.
///
/// The key of a record has "/" between its parts, so `{key}` takes all that stands between its neighbours. A key that
/// ends like another operation's path is written with `%2F`, which is no separator here.
struct PathShape: Sendable {
    private static let rest = "{key}"

    private let before: [Substring]
    /// Behind `{key}`; `nil` for a path without it.
    private let behind: [Substring]?
    /// How exactly the path says what it means: of two that match, the one with more is meant.
    let literals: Int

    init(_ path: String) {
        let parts = path.split(separator: "/")
        let index = parts.firstIndex { $0 == Self.rest }
        before = Array(parts[..<(index ?? parts.endIndex)])
        behind = index.map { Array(parts[($0 + 1)...]) }
        literals = parts.count { !$0.hasPrefix("{") }
    }

    func matches(_ given: [Substring]) -> Bool {
        guard let behind else { return given.count == before.count && Self.fits(given[...], before) }
        return given.count > before.count + behind.count && Self.fits(given.prefix(before.count), before)
            && Self.fits(given.suffix(behind.count), behind)
    }

    /// What stands in the place of `{key}`, as it was sent.
    func rest(of path: String) -> String? {
        let given = path.split(separator: "/")
        guard let behind, matches(given) else { return nil }
        return given[before.count..<(given.count - behind.count)].joined(separator: "/")
    }

    /// The same for the router, which knows a rest only at the end.
    var routed: String {
        let path = "/" + before.joined(separator: "/")
        return behind == nil ? path : path + "/**"
    }

    private static func fits(_ given: ArraySlice<Substring>, _ wanted: [Substring]) -> Bool {
        zip(given, wanted).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
    }
}
