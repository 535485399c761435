/// Measures what ARCHITECTURE and the issues promise, beside the tools that one would take otherwise, in one run.
///
/// `make bench`, or `swift run -c release Benchmarks audit fetch watch websites console`.
@main
struct Benchmarks {
    static func main() async throws {
        let wanted = CommandLine.arguments.dropFirst()
        if wanted.isEmpty || wanted.contains("audit") { try await AuditLogBenchmark().run() }
        if wanted.isEmpty || wanted.contains("websites") { try await WebsiteListBenchmark().run() }
        if wanted.isEmpty || wanted.contains("fetch") { try await FetchBenchmark().run() }
        if wanted.isEmpty || wanted.contains("watch") { try await WatchBenchmark().run() }
        if wanted.isEmpty || wanted.contains("console") { try await ConsoleBenchmark().run() }
    }
}
