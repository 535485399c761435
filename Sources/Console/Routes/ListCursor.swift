/// Where a page of a list begins, with the number of its first row, which the store's own place does not know.
struct ListCursor<Place: CustomStringConvertible>: CustomStringConvertible {
    let first: Int
    let place: Place

    init(first: Int, place: Place) { (self.first, self.place) = (first, place) }

    /// Reads ``description`` with what reads the place; `nil` when it is none.
    init?(_ text: String, _ read: (String) -> Place?) {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let first = Int(parts[0]), (1..<Self.firstMax).contains(first),
            let place = read(String(parts[1]))
        else { return nil }
        self.init(first: first, place: place)
    }

    /// It is only shown, and must not overflow when a page is added.
    private static var firstMax: Int { 1_000_000_000 }

    var description: String { "\(first).\(place)" }
}
