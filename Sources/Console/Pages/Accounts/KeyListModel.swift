import Language
import Timekeeping

/// The API keys of the reader's units.
struct KeyListModel: Sendable {
    struct Row: Sendable {
        var id: String
        var name: String
        var role: Text
        var unit: String
        var state: Chip
        var endsAt: Instant
        var usedAt: Instant?
        var mayRevoke: Bool
    }

    var rows: [Row]
    /// The units in which a key may be made.
    var units: [(id: String, name: String)]
    var typed = Typed()
    var mistake: FormMistake?

    /// What was typed before a mistake.
    struct Typed: Sendable {
        var name = ""
        var role = ""
        var unit = ""
        var days = "365"
    }
}
