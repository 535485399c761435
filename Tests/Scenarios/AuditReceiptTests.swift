import AuditLog
import Cryptography
import Foundation
import RunningPrograms
import Testing

@testable import sen

@Suite("sen audit prove, sen audit check")
struct AuditReceiptTests {
    /// A receipt of case 1 of two, and the public key beside it.
    private func withReceipt(_ body: (CaseFolder, _ receipt: String, _ keyFile: String) async throws -> Void)
        async throws
    {
        try await withCases(2) { (bench) async throws in
            let (receipt, keyFile) = (bench.beside("receipt.json"), bench.beside("public.key"))
            let number = try await bench.number(of: 1)
            let outcome = try await Program.run(["audit", "prove", number, "--output", receipt] + bench.data)
            #expect(outcome.status == 0, "\(outcome.error)")
            #expect(outcome.error.contains("Đã ghi biên nhận gồm 2 mục"))
            try PrivateFile.write(Array("\(bench.served.signer.verifyKey)\n".utf8), to: keyFile)
            try await body(bench, receipt, keyFile)
        }
    }

    /// The receipt with one word of its JSON put in another's place.
    private func forged(_ receipt: String, _ change: (inout Receipt) throws -> Void) throws -> String {
        let bytes = Array(try Data(contentsOf: URL(filePath: receipt)))
        var read = try Receipt(json: bytes)
        try change(&read)
        let path = receipt + ".forged"
        try PrivateFile.write(read.json, to: path)
        return path
    }

    @Test("a receipt is checked offline with the public key alone, and each line says what it proves")
    func checked() async throws {
        try await withReceipt { bench, receipt, keyFile in
            let number = try await bench.number(of: 1)
            // Nothing of the data folder is needed any more.
            let moved = bench.folder.path + ".gone"
            try FileManager.default.moveItem(atPath: bench.folder.path, toPath: moved)
            let outcome = try await Program.run(["audit", "check", receipt, "--key-file", keyFile])
            try FileManager.default.moveItem(atPath: moved, toPath: bench.folder.path)
            let lines = outcome.output.split(separator: "\n").map(String.init)
            #expect(outcome.status == 0)
            #expect(lines.count == 4)
            #expect(lines[0].hasPrefix("Biên nhận đúng: 2 mục có trong nhật ký “sen-"))
            #expect(lines[1].hasPrefix("  lá 0 · "))
            #expect(lines[1].contains("hệ thống (watch) · mở hồ sơ (case.opened) · hồ sơ "))
            #expect(lines[1].contains("\(number), Mới: “Trang xã số 1 bị chèn liên kết ẩn”"))
            #expect(lines[2].contains("tiếp nhận (case.accepted)"))
            #expect(lines[3].contains("không chứng minh rằng"))
        }
    }

    @Test("an entry that waits is proved as well, without a server that sequences it")
    func waitingEntry() async throws {
        try await withCases(1) { (bench) async throws in
            try await bench.openCase(2)
            let number = try await bench.number(of: 2)
            let outcome = try await Program.run(["audit", "prove", number.lowercased()] + bench.data)
            #expect(outcome.status == 0)
            let receipt = try Receipt(json: Array(outcome.output.utf8))
            #expect(try receipt.check(with: bench.served.signer.verifyKey).map(\.leafIndex) == [2, 3])
        }
    }

    @Test("a receipt whose content was changed is refused")
    func changedContent() async throws {
        try await withReceipt { _, receipt, keyFile in
            let forged = try forged(receipt) {
                $0.entries[0].content = BaseCoding.base64.encode(Array("{}".utf8))
            }
            let outcome = try await Program.run(["audit", "check", forged, "--key-file", keyFile])
            #expect(outcome.status == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.error.contains("audit.receipt-content-wrong"))
        }
    }

    @Test("a receipt whose entry, proof or signature was changed is refused")
    func changedRest() async throws {
        try await withReceipt { _, receipt, keyFile in
            let changes: [(String, (inout Receipt) -> Void)] = [
                ("audit.receipt-proof-wrong", { $0.entries[1].leafIndex = 3 }),
                ("audit.receipt-proof-wrong", { $0.entries[0].proof.removeLast() }),
                ("audit.receipt-entry-wrong", { $0.entries.swapAt(0, 1) }),
                ("audit.receipt-entry-wrong", { $0.subjects = [] }),
                (
                    "audit.receipt-signature-wrong",
                    { $0.checkpoint = $0.checkpoint.replacing("\n4\n", with: "\n5\n") }
                ),
            ]
            for (code, change) in changes {
                let path = try forged(receipt, change)
                let outcome = try await Program.run(["audit", "check", path, "--key-file", keyFile])
                #expect(outcome.status == 1)
                #expect(outcome.error.contains(code), "\(outcome.error)")
                try FileManager.default.removeItem(atPath: path)
            }
        }
    }

    @Test("a whole receipt that somebody signed with a key of their own is refused, whatever key it names")
    func wrongKey() async throws {
        try await withReceipt { bench, receipt, _ in
            let name = bench.served.signer.verifyKey.name
            let stranger = try #require(NoteSigner(keyText: try strangersKey(named: name)))
            let other = try await Program.run(
                ["audit", "check", receipt, "--key", stranger.verifyKey.description]
            )
            #expect(other.status == 1)
            #expect(other.error.contains("audit.receipt-of-other-log"))
            let forged = try forged(receipt) { receipt in
                let text = try #require(SignedNote(receipt.checkpoint)).text
                receipt.checkpoint = try stranger.sign(text)
            }
            let key = bench.served.signer.verifyKey.description
            let outcome = try await Program.run(["audit", "check", forged, "--key", key], language: "en")
            #expect(outcome.status == 1)
            #expect(outcome.error.hasPrefix("The signature on the receipt is not valid"))
        }
    }

    @Test("without a key of one's own nothing is believed, and bad arguments say what is right")
    func arguments() async throws {
        try await withReceipt { bench, receipt, keyFile in
            let none = try await Program.run(["audit", "check", receipt])
            #expect(none.status == 64)
            #expect(none.error.contains("không lấy từ chính biên nhận"))
            let both = try await Program.run(["audit", "check", receipt, "--key", "a", "--key-file", keyFile])
            #expect(both.status == 64)
            let notKey = try await Program.run(["audit", "check", receipt, "--key", "sen+00000000+AAAA"])
            #expect(notKey.error.contains("tên+mã+khóa"))
            let noFile = try await Program.run(["audit", "check", "/nowhere", "--key-file", keyFile])
            #expect(noFile.status == 2)
            let noCase = try await Program.run(["audit", "prove", "HS-2026-9999"] + bench.data)
            #expect(noCase.status == 2)
            #expect(noCase.error.contains("case.not-found"))
            let noNumber = try await Program.run(["audit", "prove", "; DROP TABLE case_file"] + bench.data)
            #expect(noNumber.status == 64)
        }
    }

    @Test(
        "what is in a receipt cannot write over the terminal",
        arguments: ["\u{1B}", "\r", "\u{202E}", "\n"]
    )
    func terminal(mark: String) {
        #expect(Printable.text("Trang\(mark) xã") == "Trang xã")
    }
}
