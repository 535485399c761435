import Assets
import Language
package import Timekeeping

/// Numbers as SVG paths write them: one decimal, a point, no exponent.
enum SVGNumber {
    static func short(_ number: Double) -> String {
        let tenths = (number * 10).rounded()
        guard tenths.isFinite, abs(tenths) < 1e12 else { return "0" }
        let whole = Int(tenths)
        return whole.isMultiple(of: 10)
            ? String(whole / 10) : "\(whole < 0 ? "-" : "")\(abs(whole) / 10).\(abs(whole) % 10)"
    }
}

/// A small line beside a number; `nil` is a gap, since missing is not zero.
enum Sparkline {
    static func svg(_ values: [Double?], label: String) -> HTML {
        let top = max(values.compactMap { $0 }.max() ?? 0, .leastNonzeroMagnitude)
        let step = 120.0 / Double(max(values.count - 1, 1))
        let points = values.enumerated().map { index, value in
            value.map { (x: Double(index) * step, y: 26 - $0 / top * 24) }
        }
        return """
            <svg class="sparkline" viewBox="0 0 120 28" role="img" aria-label="\(label)">\
            <path d="\(LinePath.drawing(points))"/></svg>
            """
    }
}

/// A line through points with gaps.
enum LinePath {
    static func drawing(_ points: [(x: Double, y: Double)?]) -> String {
        var isDown = false
        return points.reduce(into: "") { path, point in
            guard let point else {
                isDown = false
                return
            }
            path += "\(isDown ? "L" : "M")\(SVGNumber.short(point.x)) \(SVGNumber.short(point.y))"
            isDown = true
        }
    }
}

/// How fast a site answered over time; a failed check is a mark on the axis, not a zero.
package struct ResponseChart: Sendable {
    package struct Point: Sendable {
        package let at: Instant
        /// `nil` when the check failed.
        package let time: Duration?
        package init(at: Instant, time: Duration?) {
            self.at = at
            self.time = time
        }
    }

    package let points: [Point]
    package init(points: [Point]) { self.points = points }

    private static let width = 720.0
    private static let height = 170.0
    private static let left = 52.0
    private static let bottom = 26.0
    /// More points than pixels say nothing; the model thins them before.
    private static let pointsMax = 2000

    func html(_ frame: Frame) -> HTML {
        let shown = Array(points.suffix(Self.pointsMax))
        return """
            <figure class="chart" data-label="\(frame.say(.responseTime))" \
            data-script="\(Asset.path("uplot.js"))" data-style="\(Asset.path("uplot.css"))"><div class="plot"></div>
            \(svg(shown, frame))
            <template>\(columns(shown))</template></figure>
            """
    }

    /// The same numbers for the script: seconds since 1970, milliseconds or null.
    private func columns(_ points: [Point]) -> String {
        let times = points.map { String($0.at.microsecondsSince1970 / 1_000_000) }
        let values = points.map { $0.time.map { String($0.microseconds / 1000) } ?? "null" }
        return "[[\(times.joined(separator: ","))],[\(values.joined(separator: ","))]]"
    }

    private func svg(_ points: [Point], _ frame: Frame) -> HTML {
        let scale = Scale(points: points, width: Self.width, height: Self.height, Self.left, Self.bottom)
        let line = LinePath.drawing(
            points.map { point in
                point.time.map { (scale.x(point.at), scale.y($0)) }
            }
        )
        let failed = points.filter { $0.time == nil }
        return """
            <svg viewBox="0 0 720 170" role="img" aria-label="\(summary(frame))">
            \(each: scale.levels, { level in grid(at: level, scale, frame) })
            <path class="line" d="\(line)"/>
            \(each: failed, { point in
                "<path class=\"failed\" d=\"M\(SVGNumber.short(scale.x(point.at))) 138v6\"/>"
            })
            \(each: scale.marks, { instant in
                "<text x=\"\(SVGNumber.short(scale.x(instant)))\" y=\"164\" class=\"middle\">"
                + "\(frame.format.time(instant))</text>"
            })
            </svg>
            """
    }

    private func grid(at level: Duration, _ scale: Scale, _ frame: Frame) -> HTML {
        let y = SVGNumber.short(scale.y(level))
        return """
            <path class="grid" d="M52 \(y)H720"/><text x="46" y="\(y)" dy="4" class="end">\
            \(frame.format.responseTime(level))</text>

            """
    }

    private func summary(_ frame: Frame) -> String {
        let answered = points.compactMap(\.time).sorted()
        guard !answered.isEmpty else { return frame.say(.noAnswerYet) }
        return frame.say(
            .responseSummary(
                median: frame.format.responseTime(answered[answered.count / 2]),
                slowest: frame.format.responseTime(answered[answered.count - 1]),
                failed: frame.format.number(points.count - answered.count)
            )
        )
    }
}

/// Where a time and a length of time lie in the chart.
private struct Scale {
    let first, last: Int64
    let top: Duration
    let width, height, left, bottom: Double

    init(
        points: [ResponseChart.Point],
        width: Double,
        height: Double,
        _ left: Double,
        _ bottom: Double
    ) {
        self.first = points.map(\.at.microsecondsSince1970).min() ?? 0
        self.last = points.map(\.at.microsecondsSince1970).max() ?? 0
        self.top = Self.roundTop(above: points.compactMap(\.time).max() ?? .zero)
        (self.width, self.height, self.left, self.bottom) = (width, height, left, bottom)
    }

    /// The next of 1, 2 or 5 times a power of ten milliseconds.
    private static func roundTop(above longest: Duration) -> Duration {
        let tops = [1, 10, 100, 1000, 10_000, 100_000].flatMap { power in [1, 2, 5].map { $0 * power } }
        return .milliseconds(tops.first { .milliseconds($0) > longest } ?? 1_000_000)
    }

    var levels: [Duration] { [.zero, top / 2, top] }

    /// Five times along the axis.
    var marks: [Instant] {
        guard last > first else { return [] }
        return [1, 3, 5, 7, 9].map { Instant(microsecondsSince1970: first + (last - first) / 10 * $0) }
    }

    func x(_ instant: Instant) -> Double {
        let share = Double(instant.microsecondsSince1970 - first) / Double(max(last - first, 1))
        return left + share * (width - left - 6)
    }
    func y(_ time: Duration) -> Double {
        let share = Double(time.microseconds) / Double(top.microseconds)
        return height - bottom - share * (height - bottom - 12)
    }
}
