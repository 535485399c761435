import Foundation

/// What another process has used, from `/proc`.
struct ProcessMeter {
    private let process: Int32

    init(_ process: Int32) { self.process = process }

    /// The largest resident memory so far, in MB.
    var peakMegabytes: Int { megabytes("VmHWM") }
    /// The resident memory now, in MB.
    var residentMegabytes: Int { megabytes("VmRSS") }

    /// What `body` made the process do.
    func cost(_ body: () async throws -> Void) async rethrows -> Cost {
        let (cpu, wall) = (cpuSeconds, ContinuousClock.now)
        try await body()
        return Cost(cpuSeconds: cpuSeconds - cpu, wallSeconds: Cost.seconds(ContinuousClock.now - wall))
    }

    var cpuSeconds: Double { fields(11...12) }

    /// The same of a server with all its processes, those that have ended too.
    func costOfAll(_ body: () async throws -> Void) async rethrows -> Cost {
        let (cpu, wall) = (cpuSecondsOfAll, ContinuousClock.now)
        try await body()
        return Cost(
            cpuSeconds: cpuSecondsOfAll - cpu,
            wallSeconds: Cost.seconds(ContinuousClock.now - wall)
        )
    }

    var cpuSecondsOfAll: Double {
        let path = "/proc/\(process)/task/\(process)/children"
        let children = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return children.split(separator: " ").compactMap { Int32($0) }
            .reduce(fields(11...14)) { $0 + ProcessMeter($1).fields(11...14) }
    }

    /// Seconds of `stat`: 11 and 12 are user and system time, 13 and 14 those of children that have ended; counted behind
    /// the name, which may hold anything.
    private func fields(_ range: ClosedRange<Int>) -> Double {
        let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > range.upperBound else { return 0 }
        return fields[range].compactMap { Double($0) }.reduce(0, +) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private func megabytes(_ name: String) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("\(name):") }
        return (line?.split(separator: " ").dropFirst().first).flatMap { Int($0) }.map { $0 / 1_024 } ?? 0
    }
}
