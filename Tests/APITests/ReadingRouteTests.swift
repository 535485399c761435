import Access
import AuditLog
import Database
import HTTPTypes
import Identity
import Language
import Places
import Testing
import Timekeeping

@testable import API

@Test("units are listed as of a day, below one, by words, page by page")
func units() async throws {
    try await withAPI { (bench) async throws in
        let viewer = try await bench.caller(.viewer, in: commune)
        let all = try await viewer.get("/api/v1/units?limit=1000")
        #expect(all.items.count > 100 && all.json["total"] == JSON(all.items.count))
        let first = try await viewer.get("/api/v1/units?limit=2")
        let cursor = try #require(first.json["next"]?.text)
        let second = try await viewer.get("/api/v1/units?limit=2&cursor=\(cursor)")
        #expect(first.items + second.items == Array(all.items.prefix(4)))
        #expect(try await viewer.get("/api/v1/units?under=\(commune.rawValue)").items.count == 1)
        #expect(try await viewer.get("/api/v1/units?under=nowhere").status == 404)
        #expect(
            try await viewer.get("/api/v1/units?q=do%20luong").items.contains {
                $0["id"] == .text(commune.rawValue)
            }
        )
        #expect(try await viewer.get("/api/v1/units?at=2026-02-30").status == 400)
    }
}

@Test("a unit is shown with the path to it and what lies below, and its history is asked for a day")
func oneUnit() async throws {
    try await withAPI { (bench) async throws in
        let viewer = try await bench.caller(.viewer, in: commune)
        let told = try await viewer.get("/api/v1/units/\(commune.rawValue)")
        #expect(told.json["path"]?.list?.first?["id"] == "40")
        #expect(told.json["children"] == [])
        #expect(try await viewer.get("/api/v1/units/nowhere").status == 404)
        let came = try await viewer.get("/api/v1/units/\(commune.rawValue)/predecessors?at=2024-12-31")
        let former = try #require(
            came.items.first { $0["unit"]?["id"] != .text(commune.rawValue) }?["unit"]?["id"]?.text
        )
        #expect(try await viewer.get("/api/v1/units/\(former)?at=2024-12-31").status == 200)
        #expect(try await viewer.get("/api/v1/units/\(former)").status == 404)
        let became = try await viewer.get("/api/v1/units/\(former)/successors?at=2025-07-01")
        #expect(became.items.contains { $0["unit"]?["id"] == .text(commune.rawValue) })
        #expect(try await viewer.get("/api/v1/units?at=2024-12-31&limit=1").json["total"]?.integer ?? 0 > 200)
    }
}

@Test("the board counts what the key may see")
func board() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        _ = try await officer.opened()
        _ = try await officer.registered()
        let board = try await officer.get("/api/v1/board").json
        #expect(board["cases"]?["open"] == 1 && board["cases"]?["byState"]?["new"] == 1)
        #expect(board["websites"]?["watched"] == 1 && board["units"]?.list?.count == 1)
        let other = try await bench.caller(.viewer, in: otherCommune).get("/api/v1/board").json
        #expect(other["cases"]?["open"] == 0 && other["websites"]?["watched"] == 0 && other["units"] == [])
    }
}

@Test("accounts are there for those who may see them, of their units alone")
func accounts() async throws {
    try await withAPI { (bench) async throws in
        for (name, unit) in [("hoa.nt", commune), ("lan.tt", commune), ("nam.lv", otherCommune)] {
            let draft = AccountDraft(
                signInName: try #require(SignInName(name)),
                fullName: try #require(FullName("Nguyễn Thị Hoa")),
                unit: unit.rawValue,
                grants: [RoleGrant(.officer, in: unit.rawValue)]
            )
            _ = try await bench.house.accounts.invite(draft, by: bench.permit(ManageAccounts.self))
        }
        let leader = try await bench.caller(.leader, in: commune)
        let first = try await leader.get("/api/v1/accounts?limit=1")
        let cursor = try #require(first.json["next"]?.text)
        let second = try await leader.get("/api/v1/accounts?limit=1&cursor=\(cursor)")
        #expect((first.items + second.items).map { $0["signInName"]?.text } == ["hoa.nt", "lan.tt"])
        #expect(second.json["next"] == JSON.null)
        let id = try #require(first.items.first?["id"]?.text)
        #expect(try await leader.get("/api/v1/accounts/\(id)").json == first.items.first)
        let neighbour = try await bench.caller(.leader, in: otherCommune)
        #expect(try await neighbour.get("/api/v1/accounts/\(id)").status == 404)
        #expect(try await neighbour.get("/api/v1/accounts/x").status == 404)
        let officer = try await bench.caller(.officer, in: commune)
        #expect(try await officer.get("/api/v1/accounts").status == 403)
        #expect(!first.text.contains("hash"))
    }
}

@Test("the log's entries are listed for auditors, each with a proof that holds against the log's key")
func auditEntries() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let id = try await officer.opened()
        let auditor = try await bench.caller(.auditor, in: commune)
        let entries = try await auditor.get("/api/v1/audit/entries?subjectKind=case&subject=\(id)")
        #expect(entries.items.map { $0["action"] } == ["case.opened"])
        let entry = try #require(entries.items.first?["id"]?.integer)
        #expect(
            try await auditor.get("/api/v1/audit/entries/\(entry)/proof").status == 503,
            "not in the tree yet"
        )
        #expect(try await auditor.get("/api/v1/audit/checkpoint").status == 404)
        try await bench.sequence()
        let proof = try await auditor.get("/api/v1/audit/entries/\(entry)/proof")
        let checkpoint = try await auditor.get("/api/v1/audit/checkpoint")
        #expect(proof.json["checkpoint"]?.text == checkpoint.text)
        let receipt = try await auditor.get("/api/v1/audit/receipts/case/\(id)")
        let proved = try Receipt(json: receipt.bytes).check(with: bench.house.logKey)
        #expect(proved.count == 1)
    }
}

@Test("the log is closed to other roles, and another unit's entries are as if they did not exist")
func auditReach() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let id = try await officer.opened()
        try await bench.sequence()
        #expect(try await officer.get("/api/v1/audit/entries").status == 403)
        #expect(try await officer.get("/api/v1/audit/receipts/case/\(id)").status == 403)
        let neighbour = try await bench.caller(.auditor, in: otherCommune)
        let own = try await neighbour.get("/api/v1/audit/entries").items
        #expect(own.allSatisfy { $0["unit"] == .text(otherCommune.rawValue) })
        let entry = try await bench.number("SELECT max(id) FROM audit_entry WHERE subject_kind = 'case'")
        for path in [
            "entries/\(entry)/proof", "entries/999999/proof", "entries/x/proof", "receipts/case/\(id)",
            "receipts/case/x",
        ] {
            let told = try await neighbour.get("/api/v1/audit/\(path)")
            #expect(told.status == 404 && told.code == "audit.subject-unknown", "\(path): \(told.text)")
        }
        for query in ["from=yesterday", "limit=0", "cursor=eA"] {
            #expect(try await neighbour.get("/api/v1/audit/entries?\(query)").status == 400)
        }
        #expect(try await neighbour.get("/api/v1/audit/entries?actor=nobody").items.isEmpty)
    }
}
