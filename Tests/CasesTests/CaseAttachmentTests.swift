import Database
import Language
import Places
import Testing
import Timekeeping

@testable import Cases

private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0]

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Test("a type is told by the first bytes")
func sniffing() {
    #expect(AttachmentType(sniffing: png) == .png)
    #expect(AttachmentType(sniffing: [0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
    #expect(AttachmentType(sniffing: bytes("GIF89a...")) == .gif)
    #expect(AttachmentType(sniffing: bytes("RIFF1234WEBP")) == .webp)
    #expect(AttachmentType(sniffing: bytes("%PDF-1.7")) == .pdf)
    let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    #expect(AttachmentType(sniffing: zip + bytes("a.txt")) == .zip)
    #expect(AttachmentType(sniffing: zip + bytes("[Content_Types].xml word/document.xml")) == .docx)
    #expect(AttachmentType(sniffing: zip + bytes("_rels/.rels xl/workbook.xml")) == .xlsx)
    #expect(AttachmentType(sniffing: zip + bytes("_rels/.rels ppt/slides")) == .pptx)
    #expect(AttachmentType(sniffing: zip + bytes("mimetypeapplication/vnd.oasis.opendocument.text")) == .odt)
    #expect(
        AttachmentType(sniffing: zip + bytes("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
            == .ods
    )
    #expect(AttachmentType(sniffing: [0x1F, 0x8B, 0x08, 0]) == .gzip)
    #expect(AttachmentType(sniffing: bytes("<svg onload=alert(1)>")) == .text)
}

@Test(
    "programs, scripts and bytes of no known type are refused",
    arguments: [
        [0x4D, 0x5A, 0x90, 0], [0x7F, 0x45, 0x4C, 0x46], [0xFF, 0x00, 0x01], [0x23, 0x21, 0x2F, 0x62], [0],
    ]
)
func refusedTypes(content: [UInt8]) async throws {
    #expect(AttachmentType(sniffing: content) == nil)
    try await withCases { bench in
        let it = try await bench.open(draft())
        let code = await failure {
            _ = try await bench.store.attach(content, named: "x.png", to: it.id, by: bench.permit(officer))
        }
        #expect(code == .attachmentTypeRefused)
        #expect(try await bench.audited() == ["case.opened"])
    }
}

@Test(
    "a name is made safe and its ending true",
    arguments: [
        ("../../etc/passwd", "passwd.png"), ("C:\\Ảnh\\hình 1.PNG", "hình 1.PNG"), ("", "tep.png"),
        ("...", "tep.png"),
        (".htaccess", "htaccess.png"), ("a\u{202E}gnp.exe", "agnp.exe.png"),
        ("a\r\nSet-Cookie: x", "aSet-Cookie x.png"),
        ("png", "png.png"), ("\u{0}", "tep.png"),
    ]
)
func safeNames(name: String, safe: String) { #expect(CaseAttachment.safeName(name, .png) == safe) }

@Test("a name of any length is cut")
func longName() {
    let name = CaseAttachment.safeName(String(repeating: "ộ", count: 100_000), .pdf)
    #expect(name.count == CaseAttachment.nameCharactersMax + 4)
}

@Test("a file of several chunks comes back byte for byte, with its hash in the timeline")
func roundTrip() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft())
        let content = png + (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = try await bench.store.attach(
            content,
            named: "ảnh.png",
            to: it.id,
            by: bench.permit(officer)
        )
        #expect(try await bench.number("SELECT count(*) FROM case_attachment_chunk") == 3)
        #expect(try await bench.store.content(of: file.id, within: .units([commune])) == content)
        #expect(try await bench.store.attachments(of: it.id, within: .everything) == [file])
        let last = try await bench.store.timeline(of: it.id, within: .everything).last?.change
        #expect(last == .attached(name: "ảnh.png", sha256: file.sha256, bytes: content.count))
        let code = await failure {
            _ = try await bench.store.content(of: file.id, within: .units([otherCommune]))
        }
        #expect(code == .notFound)
        #expect(try await bench.audited() == ["case.opened", "case.attached"])
    }
}

@Test("bytes that were changed in the database are not handed out")
func tamperedContent() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft())
        let file = try await bench.store.attach(png, named: "a", to: it.id, by: bench.permit(officer))
        _ = try await bench.database.write {
            try $0.execute("UPDATE case_attachment_chunk SET content = \([UInt8](repeating: 1, count: 11))")
        }
        #expect(
            await failure { _ = try await bench.store.content(of: file.id, within: .everything) }
                == .storeFailed
        )
    }
}

@Test("an empty file, one of more than 10 MiB and the 51st are refused, and leave nothing")
func fileLimits() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft())
        @Sendable func attach(_ content: [UInt8]) async -> CaseErrorCode? {
            await failure {
                _ = try await bench.store.attach(
                    content,
                    named: "a.txt",
                    to: it.id,
                    by: bench.permit(officer)
                )
            }
        }
        #expect(await attach([]) == .attachmentEmpty)
        #expect(
            await attach([UInt8](repeating: 65, count: CaseAttachment.bytesMax + 1)) == .attachmentTooLarge
        )
        #expect(await attach([UInt8](repeating: 65, count: CaseAttachment.bytesMax)) == nil)
        for _ in 1..<CaseAttachment.countMax { #expect(await attach([65]) == nil) }
        #expect(await attach([65]) == .attachmentsFull)
        #expect(try await bench.number("SELECT count(*) FROM case_attachment") == CaseAttachment.countMax)
        #expect(try await bench.audited().count == CaseAttachment.countMax + 1)
    }
}

@Test("evidence is kept once, and a case that is full says so but still counts observations")
func evidenceLimits() async throws {
    try await withCases { bench in
        func quotes(_ range: Range<Int>) -> [CaseEvidence] {
            range.map { CaseEvidence(kind: "x", quote: "\($0)", takenAt: wednesdayMorning) }
        }
        let it = try await bench.open(draft(evidence: quotes(0..<999)))
        _ = try await bench.store.addEvidence(quotes(998..<1000), to: it.id, by: bench.permit(officer))
        let entries = try await bench.audited().count
        _ = try await bench.store.addEvidence(quotes(0..<0), to: it.id, by: bench.permit(officer))
        #expect(try await bench.audited().count == entries)
        let more = quotes(1000..<1001)
        let code = await failure {
            _ = try await bench.store.addEvidence(more, to: it.id, by: bench.permit(officer))
        }
        #expect(code == .evidenceFull)
        let merged = try await bench.open(draft(evidence: quotes(1000..<1001)))
        #expect(merged.observations == 2)
        #expect(try await bench.store.evidence(of: it.id, within: .everything).count == CaseEvidence.countMax)
    }
}
