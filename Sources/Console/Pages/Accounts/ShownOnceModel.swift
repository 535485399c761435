import Language

/// Something that is shown now and never again: a link, a key.
struct ShownOnceModel: Sendable {
    var title: Text
    /// For whom it is and what to do with it.
    var explanation: Text
    var value: String
    var back: (label: Text, href: String)
    var room: Room
}
