import Access
import AuditLog
import Cases
import Database
import Hummingbird
import Identity
import Places
import Serving
import Testing
import Timekeeping

@testable import Console

@Test("the log lists the newest first, page by page, and narrows by kind, unit, person and action")
func auditList() async throws {
    try await withHouse { house in
        let (_, auditor) = try await house.member("kiem.toan", .auditor, in: province)
        let (account, _) = try await house.member("can.bo", .officer, in: thanhVinh)
        let first = try await auditor.get("/audit")
        #expect(first.status == 200)
        let next = try #require(first.text.firstMatch(of: /cursor=([0-9]+)/)).1
        let second = try await auditor.get("/audit?cursor=\(next)")
        #expect(second.status == 200 && second.text != first.text)
        let people = try await auditor.get("/audit?kind=account").text
        #expect(people.contains("account.signed-in") && !people.contains("unit.added"))
        let one = try await auditor.get("/audit?q=can.bo").text
        #expect(one.contains("account.password-set") && !one.contains("account.invited"))
        #expect(try await auditor.get("/audit?q=account:\(account.id)").text.contains("account.signed-in"))
        let invited = try await auditor.get("/audit?q=account.invited").text
        #expect(invited.contains("account.invited") && !invited.contains("account.signed-in"))
        let unit = try await auditor.get("/audit?unit=\(thanhVinh)&kind=account").text
        #expect(unit.contains("mời vào hệ thống") && !unit.contains("/accounts/\(auditor)"))
        for hostile in ["'%20OR%201=1--", "%3Cscript%3E", "%00", "99999999999999999999"] {
            let answer = try await auditor.get(
                "/audit?q=\(hostile)&kind=\(hostile)&unit=\(hostile)&cursor=\(hostile)"
            )
            #expect(answer.status == 200 && !answer.text.contains("<script>"), "\(hostile)")
        }
    }
}

@Test("an entry has a page with its proof, and a file that the public key alone checks")
func auditEntry() async throws {
    try await withHouse { house in
        let (_, auditor) = try await house.member("kiem.toan", .auditor, in: province)
        let id = try await house.lastEntry()
        let waiting = try await auditor.get("/audit/\(id)")
        #expect(waiting.status == 200 && waiting.text.contains("đang niêm phong"))
        #expect(try await auditor.get("/audit/\(id)/proof").status == 503)
        try await house.sequencer.drain()
        let sealed = try await auditor.get("/audit/\(id)")
        #expect(sealed.status == 200 && sealed.text.contains("class=\"hashes\""))
        let file = try await auditor.get("/audit/\(id)/proof")
        let proved = try Receipt(json: file.bytes).check(with: house.key)
        #expect(proved.map(\.entry.action) == ["account.signed-in"])
        #expect(file.headers[.contentDisposition] == "attachment; filename=\"entry-\(id).receipt.json\"")
    }
}

@Test("an entry of another unit answers as one that does not exist; who may not read the log is told so")
func auditScope() async throws {
    try await withHouse { house in
        let (_, auditor) = try await house.member("kiem.toan", .auditor, in: thanhVinh)
        _ = try await house.member("nguoi.khac", .officer, in: truongVinh)
        let (_, officer) = try await house.member("can.bo", .officer, in: thanhVinh)
        let theirs: Int64 = try #require(
            try await house.database.read { transaction in
                try transaction.value("SELECT max(id) FROM audit_entry WHERE unit_id = \(truongVinh)")
            }
        )
        #expect(!(try await auditor.get("/audit")).text.contains("nguoi.khac"))
        let hidden = try await auditor.get("/audit/\(theirs)")
        let missing = try await auditor.get("/audit/99999999")
        #expect(hidden.status == 404 && missing.status == 404)
        #expect(
            hidden.withoutRequestNumber.replacing("/audit/\(theirs)", with: "")
                == missing.withoutRequestNumber.replacing("/audit/99999999", with: "")
        )
        for path in ["/audit/\(theirs)/proof", "/audit/x", "/audit/'--/proof", "/audit/-1"] {
            #expect(try await auditor.get(path).status == 404, "\(path)")
        }
        #expect(!(try await auditor.get("/audit?unit=\(truongVinh)")).text.contains("/audit/\(theirs)"))
        #expect(try await officer.get("/audit").status == 403)
        #expect(try await officer.get("/audit/\(theirs)").status == 403)
    }
}

@Test("a case's receipt is what the command checks; another unit's case has none")
func caseReceipt() async throws {
    try await withHouse { house in
        let (_, officer) = try await house.member("can.bo", .officer, in: thanhVinh)
        let (_, stranger) = try await house.member("nguoi.khac", .officer, in: truongVinh)
        let it = try await house.openCase(in: thanhVinh)
        #expect(try await officer.get("/cases/\(it.id)/receipt").status == 503)
        try await house.sequencer.drain()
        let file = try await officer.get("/cases/\(it.id)/receipt")
        #expect(file.status == 200 && file.headers[.contentType] == "application/json")
        let proved = try Receipt(json: file.bytes).check(with: house.key)
        #expect(proved.first?.entry.action == "case.opened")
        #expect(try await stranger.get("/cases/\(it.id)/receipt").status == 404)
        #expect(try await officer.get("/cases/018f0000-0000-7000-8000-000000000000/receipt").status == 404)
    }
}

@Test("anybody reads the checkpoint, the tiles and the key, and checks one with the other")
func publicLog() async throws {
    try await withHouse { house in
        let guest = house.browser()
        #expect(try await guest.get("/log/checkpoint").status == 404)
        try await house.sequencer.drain()
        let checkpoint = try await guest.get("/log/checkpoint")
        #expect(checkpoint.status == 200 && checkpoint.headers[.cacheControl] == "no-cache")
        let checked = try #require(Checkpoint(note: checkpoint.text, signedBy: house.key))
        #expect(try await guest.get("/log/key").text == "\(house.key)\n")
        let tile = try await guest.get("/log/tile/0/000")
        #expect(tile.status == 200 && tile.bytes.count == 256 * 32 && checked.size > 256)
        #expect(tile.headers[.cacheControl]?.contains("immutable") == true)
        #expect(try await guest.get("/log/tile/entries/000").status == 200)
        for missing in [
            "/log/tile/9/000", "/log/tile/0/x999/999", "/log/tile/", "/log/tile/0/00%2F", "/log/x",
        ] {
            #expect(try await guest.get(missing).status == 404, "\(missing)")
        }
    }
}
