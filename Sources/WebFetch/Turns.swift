/// Whose turn it is: so many at once in all, so many at once to one host, otherwise first come, first served.
struct Turns<ID: Hashable> {
    let atOnceMax: Int
    let perHostMax: Int

    private struct Host {
        /// Under way or in the queue of those who may start.
        var admitted = 0
        var waiting = FirstInFirstOut<ID>()
    }

    private var hosts: [String: Host] = [:]
    private var ready = FirstInFirstOut<ID>()
    private(set) var underWay = 0

    init(atOnceMax: Int, perHostMax: Int) {
        self.atOnceMax = max(1, atOnceMax)
        self.perHostMax = max(1, perHostMax)
    }

    mutating func submit(_ id: ID, host: String) {
        var line = hosts[host, default: Host()]
        if line.admitted < perHostMax {
            line.admitted += 1
            ready.append(id)
        } else {
            line.waiting.append(id)
        }
        hosts[host] = line
    }

    /// The next one that may start now; it is under way until ``finish(host:)``.
    mutating func next() -> ID? {
        guard underWay < atOnceMax, let id = ready.popFirst() else { return nil }
        underWay += 1
        return id
    }

    /// One that was under way to `host` is over.
    mutating func finish(host: String) {
        underWay -= 1
        guard var line = hosts[host] else { return }
        if let id = line.waiting.popFirst() {
            ready.append(id)
        } else {
            line.admitted -= 1
        }
        hosts[host] = line.admitted == 0 ? nil : line
    }
}

/// A queue that takes from its front without moving the rest each time.
private struct FirstInFirstOut<Element> {
    private var elements: [Element] = []
    private var start = 0

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func popFirst() -> Element? {
        guard start < elements.count else { return nil }
        defer {
            start += 1
            if start > 64, start * 2 > elements.count {
                elements.removeFirst(start)
                start = 0
            }
        }
        return elements[start]
    }
}
