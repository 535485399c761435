import Foundation

/// The descriptors that the system gives this process.
enum OpenFiles {
    /// For the database, its readers, the visits of the watch, the log and the lab.
    private static let othersMax = 512
    /// Less than this no browser would be served.
    private static let connectionsMin = 64

    /// How many connections there may be, so that none takes a descriptor which the database needs.
    ///
    /// The first number of the system's two (`ulimit -n`: mostly 1,024) is raised to the second, which is free to us.
    static func connectionsMax(upTo wanted: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return connectionsMin
        }
        let needed = rlim_t(wanted + othersMax)
        if limit.rlim_cur < needed {
            limit.rlim_cur = min(needed, limit.rlim_max)
            _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
        let open = Int(clamping: limit.rlim_cur)
        return max(connectionsMin, min(wanted, open - othersMax))
    }
}
