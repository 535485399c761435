import AuditLog
import Database
import HTTPTypes
import Identity
import Language
import Testing
import Timekeeping

@testable import API

@Test("health and readiness need no key; an audit log that stands still is not ready")
func readiness() async throws {
    try await withAPI { (bench) async throws in
        #expect(try await bench.stranger.get("/healthz").json == ["state": "ok"])
        #expect(try await bench.stranger.get("/readyz").status == 200)
        _ = try await bench.makeKey(.viewer)
        bench.clock.advance(OperatingResource.logWaitSecondsMax)
        #expect(try await bench.stranger.get("/readyz").status == 200)
        bench.clock.advance(1)
        let late = try await bench.stranger.get("/readyz")
        #expect(late.status == 503 && late.code == "api.log-behind")
        try await bench.sequence()
        #expect(try await bench.stranger.get("/readyz").status == 200)
    }
}

@Test("a database that does not answer is not ready, while the process is healthy")
func databaseGone() async throws {
    try await withAPI { (bench) async throws in
        _ = try await bench.database.write { try $0.execute("ALTER TABLE audit_entry RENAME TO lost") }
        let told = try await bench.stranger.get("/readyz")
        #expect(told.status == 503, "\(told.text)")
        #expect(try await bench.stranger.get("/healthz").status == 200)
    }
}

@Test("metrics are lines that Prometheus reads, with requests by route and never by what callers typed")
func metrics() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let id = try await officer.opened()
        _ = try await officer.get("/api/v1/cases/\(id)")
        _ = try await officer.get("/api/v1/invented")
        let told = try await bench.stranger.get("/metrics")
        #expect(told.headers[.contentType] == MetricsText.contentType)
        let name = /[a-z_]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? -?[0-9.e+-]+/
        for line in told.text.split(separator: "\n") where !line.hasPrefix("#") {
            #expect(line.wholeMatch(of: name) != nil, "\(line)")
        }
        let samples = told.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(
            Set(samples.map { $0.split(separator: " ")[0] }).count == samples.count,
            "no sample stands twice"
        )
        #expect(told.text.contains(#"sen_cases_open{state="new"} 1"#))
        #expect(told.text.contains(#"_count{route="/api/v1/cases/{id}",status="200"} 1"#), "\(told.text)")
        #expect(told.text.contains(#"_count{route="none",status="404"} 1"#))
        #expect(!told.text.contains(id) && !told.text.contains("invented"))
        #expect(
            told.text.contains("process_resident_memory_bytes 12345")
                && !told.text.contains("sen_database_bytes")
        )
    }
}

@Test("buckets of a histogram add up, and no caller can make it grow")
func histogram() {
    let metrics = RequestMetrics()
    for seconds in [0.001, 0.02, 0.02, 99] { metrics.count(route: "/a\"b\\", status: 200, seconds: seconds) }
    var text = MetricsText()
    text.requests(metrics)
    let name = #"sen_http_request_duration_seconds_bucket{route="/a\"b\\",status="200","#
    #expect(text.text.contains(name + #"le="0.005"} 1"#) && text.text.contains(name + #"le="0.025"} 3"#))
    #expect(text.text.contains(name + #"le="10.0"} 3"#) && text.text.contains(name + #"le="+Inf"} 4"#))
    for number in 0..<(2 * RequestMetrics.seriesMax) {
        metrics.count(route: "/\(number)", status: 200, seconds: 1)
    }
    #expect(metrics.series.count == RequestMetrics.seriesMax)
}

@Test("the document and the page are served in the caller's language, without a key")
func documents() async throws {
    try await withAPI { (bench) async throws in
        let (caller, officer) = (bench.stranger, Caller(bench: bench, key: nil, language: "vi"))
        #expect(try await caller.get("/openapi.json").json["openapi"] == "3.1.0")
        #expect(try await caller.get("/api").text.contains("<html lang=\"en\">"))
        #expect(try await officer.get("/api").text.contains("<html lang=\"vi\">"))
        #expect(try await caller.get("/api/style.css").headers[.contentType] == "text/css; charset=utf-8")
    }
}
