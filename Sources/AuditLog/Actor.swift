package import Foundation

/// Who did it: an account, an API key, or a part of the program itself.
///
/// The log knows people only by their ids, so that a proof never holds a name.
package struct Actor: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, CaseIterable, Hashable, Sendable { case account, key, system }

    package let kind: Kind
    /// A UUID in lower case, or the name of the part, such as `watch`.
    package let name: String

    package static func account(_ id: UUID) -> Actor {
        Actor(kind: .account, name: id.uuidString.lowercased())
    }
    package static func key(_ id: UUID) -> Actor { Actor(kind: .key, name: id.uuidString.lowercased()) }
    package static func system(_ part: String) -> Actor { Actor(kind: .system, name: part) }

    /// `account:018f...`, `key:018f...` or `system:watch`, the form that is stored and proved.
    package var code: String { "\(kind.rawValue):\(name)" }
    package var description: String { code }

    /// The id of the account or key; `nil` for a part of the program.
    package var uuid: UUID? { kind == .system ? nil : UUID(uuidString: name) }
}

extension Actor {
    /// Reads ``code``; `nil` for anything that is not one.
    package init?(code: String) {
        let parts = code.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), !parts[1].isEmpty else {
            return nil
        }
        let name = String(parts[1])
        guard kind == .system || UUID(uuidString: name)?.uuidString.lowercased() == name else { return nil }
        self.init(kind: kind, name: name)
    }
}

/// What it was done to: a kind of thing and the id of one, such as `case` and `018f...`.
package struct AuditSubject: Hashable, Sendable, Codable {
    package var kind: String
    package var id: String

    package init(kind: String, id: String) {
        self.kind = kind
        self.id = id
    }
}
