import Foundation
import HTTPTypes
import Identity
import Places
import Testing
import Timekeeping

@testable import API

@Test("a website is registered, read, changed for its version, paused, resumed and retired")
func websiteLife() async throws {
    try await withAPI { (bench) async throws in
        let leader = try await bench.caller(.leader, in: commune)
        let told = try await leader.post("/api/v1/websites", Requests.website())
        #expect(told.status == 201, "\(told.text)")
        let path = try #require(told.headers[.location])
        #expect(told.json["state"] == "watched" && told.json["responsible"]?["name"] == "Nguyễn Thị Hoa")
        let renamed = JSON(
            [("name", "Cổng thông tin xã Đô Lương")]
                + ["address", "unit", "kind", "criticality"].map { ($0, told.json[$0] ?? nil) }
        )
        #expect(try await leader.put(path, renamed).status == 428)
        #expect(try await leader.put(path, renamed, ["If-Match": "\"9\""]).status == 412)
        let changed = try await leader.put(path, renamed, ["If-Match": told.tag])
        #expect(changed.status == 200 && changed.json["name"] == "Cổng thông tin xã Đô Lương")
        #expect(changed.json["responsible"] == JSON.null && changed.tag != told.tag)
        let until = (bench.clock.now + .seconds(3_600)).rfc3339
        #expect(try await leader.post("\(path)/pause", ["until": .text(until)]).json["state"] == "paused")
        #expect(try await leader.post("\(path)/resume").json["state"] == "watched")
        #expect(try await leader.post("\(path)/retire").json["state"] == "retired")
        #expect(try await leader.post("\(path)/retire").status == 409)
    }
}

@Test("a website that cannot be is refused by its field")
func badWebsites() async throws {
    try await withAPI { (bench) async throws in
        let leader = try await bench.caller(.leader, in: commune)
        for address in [
            "ftp://a.vn", "https://", "https://a b.vn/", "javascript:alert(1)", "https://user:pass@a.vn/",
        ] {
            let told = try await leader.post("/api/v1/websites", Requests.website(address))
            #expect(told.status == 422 && told.field == "address", "\(address): \(told.text)")
        }
        _ = try await leader.registered()
        let twice = try await leader.post("/api/v1/websites", Requests.website())
        #expect(twice.status == 409 && twice.field == "address")
        let path = "/api/v1/websites/\(try await leader.registered(Requests.website("https://b.vn/")).id)"
        let past = (bench.clock.now - .seconds(60)).rfc3339
        #expect(try await leader.post("\(path)/pause", ["until": .text(past)]).field == "until")
    }
}

@Test("what the watch has seen is there to read, and a recheck and a new baseline can be asked for")
func watchReads() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let path = "/api/v1/websites/\(try await officer.registered().id)"
        for list in ["findings", "findings?cleared=true", "checks", "checks/hours", "checks/days"] {
            let told = try await officer.get("\(path)/\(list)")
            #expect(told.status == 200 && told.items.isEmpty)
        }
        #expect(try await officer.get("\(path)/checks/years").status == 404)
        #expect(try await officer.get("\(path)/checks?since=yesterday").status == 400)
        #expect(try await officer.get("\(path)/baseline").json["baseline"] == JSON.null)
        #expect(try await officer.get("/api/v1/findings?limit=5").items.isEmpty)
        #expect(try await officer.post("\(path)/recheck").status == 202)
        let accepted = try await officer.post("\(path)/baseline/accept")
        #expect(accepted.status == 409 || accepted.status == 404, "there is none yet: \(accepted.text)")
    }
}

@Test("who only reads may not write, and another unit's website is as if it did not exist")
func websiteReach() async throws {
    try await withAPI { (bench) async throws in
        let leader = try await bench.caller(.leader, in: commune)
        let path = "/api/v1/websites/\(try await leader.registered().id)"
        let viewer = try await bench.caller(.viewer, in: commune)
        let neighbour = try await bench.caller(.leader, in: otherCommune)
        let before = try await bench.audited()
        #expect(try await viewer.post("/api/v1/websites", Requests.website("https://c.vn/")).status == 403)
        #expect(try await neighbour.post("/api/v1/websites", Requests.website("https://c.vn/")).status == 404)
        let version = ["If-Match": "\"1\""]
        #expect(try await viewer.put(path, Requests.website(), version).status == 403)
        #expect(try await neighbour.put(path, Requests.website(unit: otherCommune), version).status == 404)
        for step in ["resume", "retire", "recheck", "baseline/accept"] {
            #expect(try await viewer.post("\(path)/\(step)").status == 403, "\(step)")
            #expect(try await neighbour.post("\(path)/\(step)").status == 404, "\(step)")
        }
        for place in ["", "/findings", "/checks", "/checks/days", "/baseline"] {
            #expect(try await neighbour.get(path + place).status == 404)
        }
        #expect(try await neighbour.get("/api/v1/websites").json["total"] == 0)
        #expect(try await neighbour.get("/api/v1/websites/x").status == 404)
        #expect(try await bench.audited() == before, "nothing was written")
    }
}

@Test("websites are listed page by page, filtered, and given out as a file that can be taken in again")
func websiteLists() async throws {
    try await withAPI { (bench) async throws in
        let leader = try await bench.caller(.leader)
        for name in ["a", "b", "c"] {
            _ = try await leader.registered(Requests.website("https://\(name).vn/"))
        }
        let first = try await leader.get("/api/v1/websites?limit=2")
        let cursor = try #require(first.json["next"]?.text)
        let second = try await leader.get("/api/v1/websites?limit=2&cursor=\(cursor)")
        #expect(first.json["total"] == 3 && first.items.count == 2 && second.items.count == 1)
        #expect(second.json["next"] == JSON.null)
        #expect(try await leader.get("/api/v1/websites?unit=\(otherCommune.rawValue)").json["total"] == 0)
        #expect(try await leader.get("/api/v1/websites?unit=40&state=watched&q=luong").json["total"] == 3)
        let file = try await leader.get("/api/v1/websites/export")
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        let type = ["Content-Type": "text/csv"]
        let report = try await leader.send(.post, "/api/v1/websites/import", type, file.bytes)
        #expect(report.json["unchanged"] == 3 && report.json["dryRun"] == false, "\(report.text)")
    }
}

@Test("a file of websites is tried first, then taken in, with a report for each row")
func importing() async throws {
    try await withAPI { (bench) async throws in
        let leader = try await bench.caller(.leader, in: commune)
        let head = String(decoding: try await leader.get("/api/v1/websites/export").bytes, as: UTF8.self)
        let columns = head.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: ",").count
        func row(_ url: String, _ unit: String) -> String {
            let known = [url, "Trang", unit, "state-portal", "ordinary"]
            return (known + Array(repeating: "", count: columns - known.count)).joined(separator: ",")
                + "\r\n"
        }
        let csv = head + row("https://a.vn/", commune.rawValue) + row("https://b.vn/", otherCommune.rawValue)
        let bytes = Array(csv.utf8)
        let type = ["Content-Type": "text/csv; charset=utf-8"]
        let tried = try await leader.send(.post, "/api/v1/websites/import?dryRun=true", type, bytes)
        #expect(tried.json["added"] == 1 && tried.json["refused"] == 1, "\(tried.text)")
        #expect(try await leader.get("/api/v1/websites").json["total"] == 0)
        #expect(try await leader.send(.post, "/api/v1/websites/import", type, bytes).json["added"] == 1)
        #expect(try await leader.get("/api/v1/websites").json["total"] == 1)
        let viewer = try await bench.caller(.viewer, in: commune)
        #expect(try await viewer.send(.post, "/api/v1/websites/import", type, bytes).status == 403)
        #expect(
            try await leader.send(.post, "/api/v1/websites/import", ["Content-Type": "text/xml"], bytes)
                .status == 415
        )
    }
}
