import Datasets
import HTTPTypes
import Identity
import Testing

@testable import API

@Test("the catalogue is paged in the order of the ids, and found without tones")
func catalogue() async throws {
    try await withAPI { (bench) async throws in
        for id in ["dan-so", "giao-thong", "y-te"] {
            try await bench.declare(reportDeclaration(id: id))
        }
        let title = #"{"vi": "Hộ nghèo", "en": "Poor households"}"#
        try await bench.declare(reportDeclaration(.personal, id: "ho-ngheo", ["title": title]))
        let viewer = try await bench.caller(.viewer, in: commune)
        let pages = try await viewer.pages("/api/v1/datasets?limit=3")
        #expect(
            pages.map { $0.compactMap { $0["id"]?.text } } == [
                ["dan-so", "giao-thong", "ho-ngheo"], ["y-te"],
            ]
        )
        let found = try await viewer.get("/api/v1/datasets?q=ho%20ngheo")
        #expect(found.items.compactMap { $0["classification"]?["code"]?.text } == ["personal"])
        #expect(try await viewer.get("/api/v1/datasets?q=khong").items.isEmpty)
        #expect(try await bench.stranger.get("/api/v1/datasets").status == 401)
    }
}

@Test("a dataset is told with its declaration and its schema, under a version that is not sent twice")
func oneDataset() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        let viewer = try await bench.caller(.viewer, in: commune)
        let path = "/api/v1/datasets/dan-so"
        let told = try await viewer.get(path)
        #expect(told.status == 200 && told.tag == "\"1\"" && told.json["owner"] == "so-noi-vu")
        #expect(told.json["declaration"]?["legal-basis"] == "Quyết định thử nghiệm")
        #expect(told.json["schema"]?["required"] == ["org", "period"])
        #expect(try await viewer.get(path, ["If-None-Match": "\"7\", W/\"1\""]).status == 304)
        #expect(try await viewer.get(path, ["If-None-Match": "\"11\""]).status == 200)
        let schema = try await viewer.get("\(path)/schema")
        #expect(schema.header("Content-Type") == "application/schema+json" && schema.tag == "\"1\"")
        #expect(schema.json == told.json["schema"])
        for none in ["khong-co", "DAN-SO", "x'--", "%00", "a%2Fb"] {
            let unknown = try await viewer.get("/api/v1/datasets/\(none)")
            #expect(unknown.status == 404 && unknown.code == "dataset.not-found")
        }
        #expect(try await bench.audited().filter { $0 == "record.read" }.isEmpty)
    }
}
