import Database
import WebWatch

/// A page that can be kept live.
enum LivePage: Hashable, Sendable {
    case board
    case website(Website.ID)

    /// Its name in the address of the stream.
    init?(_ name: String) {
        if name == "board" {
            self = .board
        } else if name.hasPrefix(Self.websitePrefix),
            let id = Website.ID(String(name.dropFirst(Self.websitePrefix.count)))
        {
            self = .website(id)
        } else {
            return nil
        }
    }

    var name: String {
        switch self {
        case .board: "board"
        case .website(let id): Self.websitePrefix + id.description
        }
    }

    private static let websitePrefix = "website."
}
