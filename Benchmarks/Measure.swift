import Foundation

/// What a piece of work cost.
struct Cost {
    let cpuSeconds: Double
    let wallSeconds: Double

    /// One line of the table: `name`, microseconds of CPU for each of `count`, seconds in all, and the aim if any.
    func print(_ name: String, count: Int, aim: String = "") {
        let micros = cpuSeconds * 1_000_000 / Double(count)
        let columns = [
            name.padding(toLength: 46, withPad: " ", startingAt: 0),
            "\(Self.rounded(micros)) µs CPU each".padding(toLength: 22, withPad: " ", startingAt: 0),
            "\(Self.rounded(wallSeconds)) s".padding(toLength: 10, withPad: " ", startingAt: 0), aim,
        ]
        Swift.print(columns.joined())
    }

    static func + (a: Self, b: Self) -> Self {
        Cost(cpuSeconds: a.cpuSeconds + b.cpuSeconds, wallSeconds: max(a.wallSeconds, b.wallSeconds))
    }

    private static func rounded(_ number: Double) -> String { String(Double(Int(number * 100)) / 100) }

    /// Measures `body` in this process, or in the processes that it starts and waits for.
    static func of(children: Bool = false, _ body: () async throws -> Void) async rethrows -> Cost {
        let (cpu, wall) = (cpuSeconds(children), ContinuousClock.now)
        try await body()
        let spent = ContinuousClock.now - wall
        return Cost(cpuSeconds: cpuSeconds(children) - cpu, wallSeconds: seconds(spent))
    }

    static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    private static func cpuSeconds(_ children: Bool) -> Double {
        var usage = rusage()
        getrusage((children ? RUSAGE_CHILDREN : RUSAGE_SELF).rawValue, &usage)
        let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        return seconds + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000_000
    }
}

/// A folder that is gone after `body`.
func withTemporaryFolder<T>(_ body: (URL) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sen-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
