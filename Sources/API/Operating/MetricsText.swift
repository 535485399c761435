/// What Prometheus reads (text format 0.0.4).
struct MetricsText: Sendable {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// A number that goes up and down; left out when it is not known.
    mutating func gauge(_ name: String, _ help: String, _ value: Double?) {
        guard let value else { return }
        begin(name, help, "gauge")
        line(name, [], value)
    }

    /// Numbers of one name, told apart by a label.
    mutating func gauges(_ name: String, _ help: String, by label: String, _ values: [(String, Int)]) {
        begin(name, help, "gauge")
        for (value, number) in values { line(name, [(label, value)], Double(number)) }
    }

    mutating func counter(_ name: String, _ help: String, _ value: Int?) {
        guard let value else { return }
        begin(name, help, "counter")
        line(name, [], Double(value))
    }

    mutating func requests(_ metrics: RequestMetrics) {
        let name = "sen_http_request_duration_seconds"
        begin(name, "Requests by route and status, and how long they took.", "histogram")
        for (key, series) in metrics.series {
            let labels = [("route", key.route), ("status", "\(key.status)")]
            var sum = 0
            for (bound, count) in zip(RequestMetrics.bounds, series.buckets) {
                sum += count
                line("\(name)_bucket", labels + [("le", "\(bound)")], Double(sum))
            }
            line("\(name)_bucket", labels + [("le", "+Inf")], Double(series.count))
            line("\(name)_sum", labels, series.seconds)
            line("\(name)_count", labels, Double(series.count))
        }
    }

    private mutating func begin(_ name: String, _ help: String, _ type: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: Double) {
        let inner = labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
        let number = Int64(exactly: value).map { "\($0)" } ?? "\(value)"
        text += "\(name)\(inner.isEmpty ? "" : "{\(inner)}") \(number)\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
