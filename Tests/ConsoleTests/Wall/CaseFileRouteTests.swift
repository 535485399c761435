import Cases
import Database
import Foundation
import Hummingbird
import Identity
import Language
import Places
import Testing
import Timekeeping

@testable import Console
@testable import WebWatch

private let stranger = WallReader(role: .leader, unit: anhSon.rawValue)
private let pdf = Array("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n".utf8)

@Test(
    "a file is attached, shown with its hash, and comes back byte for byte as a download",
    arguments: Language.allCases
)
func attachAndDownload(language: Language) async throws {
    try await withWall { wall in
        let it = try await wall.openCase("Khắc phục")
        let path = "/cases/\(it.id)"
        let done = try await wall.door.upload("\(path)/attachments", pdf, named: "Biên bản <1>.pdf")
        #expect(done.status == 303 && done.location == path, "\(done.status)")
        let page = try await wall.door.get(path, as: .leader.reading(language))
        let link = try #require(page.text.firstMatch(of: /href="(\/cases\/[^"]*\/attachments\/[^"]*)"/)).1
        #expect(page.text.contains("SHA-256") && !page.text.contains("<1>"))
        let file = try await wall.door.get(String(link))
        #expect(Array(file.text.utf8) == pdf)
        #expect(file.headers[.contentType] == "application/octet-stream")
        #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename*=UTF-8''") == true)
        #expect(try await wall.door.get(String(link), as: stranger).status == 404)
        #expect(try await wall.door.get("\(path)/attachments/\(UUID())").status == 404)
    }
}

@Test(
    "a file that is too large, empty, missing, cut off, of a kind that runs, or for another's case is refused"
)
func refusedAttachments() async throws {
    try await withWall { wall in
        let it = try await wall.openCase("Khắc phục")
        let path = "/cases/\(it.id)/attachments"
        let large = pdf + [UInt8](repeating: 0x20, count: CaseAttachment.bytesMax)
        for (bytes, name, expected) in [
            (large, "a.pdf", 413), ([], "", 422), ([], "a.pdf", 422),
            (Array("#!/bin/sh\n".utf8), "a.txt", 422),
            ([0x7F, 0x45, 0x4C, 0x46, 0], "a.pdf", 422),
        ] as [([UInt8], String, Int)] {
            let answer = try await wall.door.upload(path, bytes, named: name)
            #expect(answer.status == expected, "\(name) \(bytes.count): \(answer.status)")
        }
        #expect(try await wall.door.upload(path, pdf, named: "a.pdf", dropping: 9).status >= 400)
        #expect(try await wall.door.upload(path, pdf, named: "a.pdf", fields: [:]).status == 403)
        #expect(try await wall.door.upload(path, pdf, named: "a.pdf", as: stranger).status == 404)
        #expect(try await wall.door.upload(path, pdf, named: "a.pdf", as: .viewer).status == 403)
        #expect(try await wall.number("SELECT count(*) FROM case_attachment") == 0)
    }
}

@Test("evidence of the watch has the name of its check; another's has its code, as text")
func evidenceNames() async throws {
    try await withWall { wall in
        let now = wall.time.now
        let it = try await wall.openCase(
            "Khắc phục",
            evidence: [
                CaseEvidence(
                    kind: "hidden-links",
                    quote: "<b>Nhà cái",
                    url: "https://cualo.example/",
                    takenAt: now
                ),
                CaseEvidence(kind: "<i>khác", quote: "x", takenAt: now),
            ]
        )
        let page = try await wall.door.get("/cases/\(it.id)")
        #expect(page.text.contains("Chứng cứ: Liên kết ẩn") && page.text.contains("Chứng cứ: &lt;i&gt;khác"))
        #expect(page.text.contains("&lt;b&gt;Nhà cái") && !page.text.contains("<b>Nhà cái"))
    }
}

@Test("the list of cases pages over all of them, with the true range and total for each filter")
func caseListPages() async throws {
    try await withWall { wall in
        for number in 100..<205 {
            try await wall.openCase("Việc số \(number)", number < 150 ? .serious : .attention)
        }
        var (path, seen): (String?, [String]) = ("/cases?severity=attention", [])
        var ranges: [String] = []
        while let next = path {
            let page = try await wall.door.get(next)
            seen += page.text.matches(of: /Việc số (\d+)</).map { String($0.1) }
            ranges += page.text.matches(of: /<p>([^<]* trong 55)<\/p>/).map { String($0.1) }
            path = page.text.firstMatch(of: /rel="next" href="([^"]*)"/).map {
                String($0.1).replacing("&amp;", with: "&")
            }
        }
        #expect(Set(seen).count == 55 && ranges == ["1–50 trong 55", "51–55 trong 55"], "\(ranges)")
        for query in [
            "?state=open", "?state=overdue", "?state=mine", "?state=ended", "?state=x&sort=x", "?cursor='--",
        ] {
            #expect(try await wall.door.get("/cases\(query)").status == 200, "\(query)")
        }
        let found = try await wall.door.get("/cases?q=viec+so+104")
        #expect(found.text.contains("Việc số 104<") && !found.text.contains("Việc số 105<"))
    }
}
