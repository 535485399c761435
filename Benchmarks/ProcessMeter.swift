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

    /// User and system time: fields 14 and 15 of `stat`, counted behind the name, which may hold anything.
    var cpuSeconds: Double {
        let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
            return 0
        }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private func megabytes(_ name: String) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("\(name):") }
        return (line?.split(separator: " ").dropFirst().first).flatMap { Int($0) }.map { $0 / 1_024 } ?? 0
    }
}
