import Synchronization

/// Counts requests and how long they took, by route and status.
package final class RequestMetrics: Sendable {
    /// Upper bounds in seconds: a page is promised within 50 ms, and an import may take some seconds.
    static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
    /// Series kept: routes are ours and few, and nobody can fill the memory with invented ones.
    static let seriesMax = 2_000

    struct Key: Hashable, Comparable, Sendable {
        let route: String
        let status: Int

        static func < (a: Self, b: Self) -> Bool { (a.route, a.status) < (b.route, b.status) }
    }

    struct Series: Hashable, Sendable {
        var count = 0
        var seconds = 0.0
        /// One for each of ``bounds``, not yet summed up.
        var buckets = Array(repeating: 0, count: bounds.count)
    }

    private let kept = Mutex<[Key: Series]>([:])

    package init() {}

    /// `route` is the path as it was declared, such as `/api/v1/cases/{id}`; the paths that callers invent are one.
    package func count(route: String, status: Int, seconds: Double) {
        let key = Key(route: route.isEmpty || route == "NotFound" ? "none" : route, status: status)
        kept.withLock { kept in
            guard kept[key] != nil || kept.count < Self.seriesMax else { return }
            var series = kept[key] ?? Series()
            series.count += 1
            series.seconds += seconds
            if let index = Self.bounds.firstIndex(where: { seconds <= $0 }) { series.buckets[index] += 1 }
            kept[key] = series
        }
    }

    var series: [(key: Key, value: Series)] { kept.withLock { $0.sorted { $0.key < $1.key } } }
}
