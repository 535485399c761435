/// Measures what ARCHITECTURE and the issues promise, beside the tools that one would take otherwise, in one run.
///
/// `make bench`, or `swift run -c release Benchmarks audit database fetch watch websites console serve schema shared serving`.
@main
struct Benchmarks {
    static func main() async throws {
        let all: [(name: String, run: () async throws -> Void)] = [
            ("audit", AuditLogBenchmark().run), ("database", DatabaseBenchmark().run),
            ("websites", WebsiteListBenchmark().run),
            ("fetch", FetchBenchmark().run), ("watch", WatchBenchmark().run),
            ("console", ConsoleBenchmark().run), ("serve", ServeBenchmark().run),
            ("schema", SchemaBenchmark().run), ("shared", SharedDatabaseBenchmark().run),
            ("serving", SharedServing().run),
        ]
        let wanted = CommandLine.arguments.dropFirst()
        for unknown in wanted where !all.contains(where: { $0.name == unknown }) {
            print("no benchmark is named \(unknown); there are: \(all.map(\.name).joined(separator: ", "))")
        }
        for benchmark in all where wanted.isEmpty || wanted.contains(benchmark.name) {
            try await benchmark.run()
        }
    }
}
