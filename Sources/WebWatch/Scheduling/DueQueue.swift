/// A binary heap of things by the time at which they are due; equal times come out in the order they went in.
struct DueQueue<Element: Sendable>: Sendable {
    private struct Entry: Sendable {
        let due: Duration
        let order: UInt64
        let element: Element

        func precedes(_ other: Entry) -> Bool { (due, order) < (other.due, other.order) }
    }

    private var entries: [Entry] = []
    private var nextOrder: UInt64 = 0

    var isEmpty: Bool { entries.isEmpty }
    var count: Int { entries.count }
    /// When the first element is due.
    var firstDue: Duration? { entries.first?.due }

    mutating func insert(_ element: Element, due: Duration) {
        entries.append(Entry(due: due, order: nextOrder, element: element))
        nextOrder += 1
        siftUp(from: entries.count - 1)
    }

    /// Takes out the first element when it is due at `time`.
    mutating func takeFirst(dueBy time: Duration) -> Element? {
        guard let first = entries.first, first.due <= time else { return nil }
        entries.swapAt(0, entries.count - 1)
        entries.removeLast()
        siftDown(from: 0)
        return first.element
    }

    private mutating func siftUp(from start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child].precedes(entries[parent]) else { return }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func siftDown(from start: Int) {
        var parent = start
        while true {
            var first = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count {
                if entries[child].precedes(entries[first]) { first = child }
            }
            guard first != parent else { return }
            entries.swapAt(parent, first)
            parent = first
        }
    }
}
