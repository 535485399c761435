import Database
import Foundation
import RunningPrograms
import Testing
import Timekeeping
import WebWatch

@testable import sen

private let list = """
    url,name,unit,kind,criticality,responsible,contact
    https://xa-a.nghean.gov.vn,Trang xã Đô Lương,17329,state-portal,critical,Nguyễn Văn A,0238 1234567
    xa-b.nghean.gov.vn,Trang phường Thành Vinh,Phường Thành Vinh,,,,
    """

private func add(_ bench: InstallationFolder, _ more: String...) async throws -> Program.Outcome {
    try await Program.run(
        [
            "sites", "add", "xa-a.nghean.gov.vn", "--name", "Trang xã", "--unit", "17329", "--data",
            bench.folder.path,
        ] + more
    )
}

@Suite("sen sites")
struct SitesCommandTests {
    @Test("a list is taken in while the folder is served, and read, shown and written out again")
    func roundTrip() async throws {
        try await withInstallation { (bench) async throws in
            let taken = try await bench.sen(["sites", "import"], file: list)
            #expect(taken.status == 0, "\(taken.error)")
            #expect(taken.output == "dòng 2  thêm mới\ndòng 3  thêm mới\n")
            #expect(taken.error.contains("2 dòng: thêm mới 2, thay đổi 0, giữ nguyên 0, từ chối 0"))
            let found = try await bench.sen("sites", "list", "--find", "do luong", "--json")
            let site = try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any]
            #expect(site?["url"] as? String == "https://xa-a.nghean.gov.vn/")
            #expect(site?["criticality"] as? String == "critical")
            #expect(site?["responsible"] as? String == "Nguyễn Văn A")
            let shown = try await bench.sen("sites", "show", "xa-a.nghean.gov.vn")
            #expect(shown.output.contains("Trang xã Đô Lương: https://xa-a.nghean.gov.vn/"))
            #expect(shown.output.contains("Phát hiện đang mở: không có"))
            let exported = try await bench.sen("sites", "export")
            let again = try await bench.sen(["sites", "import"], file: exported.output)
            #expect(again.output == "dòng 2  giữ nguyên\ndòng 3  giữ nguyên\n")
            #expect(try await bench.actions() == ["website.added", "website.added"])
        }
    }

    @Test("what a command writes gets its leaves, so that the log verifies without a server")
    func sequenced() async throws {
        try await withInstallation { (bench) async throws in
            #expect(try await add(bench).status == 0)
            #expect(try await bench.waiting() == 0)
            bench.served.close()
            let verified = try await bench.sen("audit", "verify")
            #expect(verified.status == 0, "\(verified.output)")
            #expect(try await bench.sen("sites", "list").output.contains("xa-a.nghean.gov.vn"))
        }
    }

    @Test("a trial reports each row as it would be and writes nothing")
    func dryRun() async throws {
        try await withInstallation { (bench) async throws in
            let tried = try await bench.sen(["sites", "import"], file: list, options: ["--dry-run"])
            #expect(tried.status == 0)
            #expect(tried.output == "dòng 2  thêm mới\ndòng 3  thêm mới\n")
            #expect(tried.error.contains("chưa ghi gì"))
            #expect(try await bench.sen("sites", "list").output.isEmpty)
            #expect(try await bench.actions().isEmpty)
        }
    }

    @Test("wrong rows are told one by one with exit code 1, and the good ones are written")
    func wrongRows() async throws {
        let rows = """
            url,name,unit,kind,licence_issued
            https://tot.example.vn,Tốt,17329,,
            javascript:alert(1),Sai địa chỉ,17329,,
            https://khong-don-vi.example.vn,Sai đơn vị,99999,,
            https://sai-loai.example.vn,Sai loại,17329,blog,31/02/2026
            https://khong-ten.example.vn,,17329,,
            https://tot.example.vn/#x,Hai lần,17329,,
            https://thieu-cot.example.vn,Thiếu
            """
        try await withInstallation { (bench) async throws in
            let taken = try await bench.sen(["sites", "import"], file: rows, options: ["--problems-only"])
            #expect(taken.status == 1)
            let lines = taken.output.split(separator: "\n")
            #expect(lines.count == 6)
            #expect(lines.allSatisfy { $0.contains("TỪ CHỐI: ") }, "\(taken.output)")
            #expect(lines.map { $0.prefix(6) } == (3...8).map { "dòng \($0)" })
            #expect(lines[2].contains("blog") && lines[2].contains("31/02/2026"))
            #expect(taken.error.contains("thêm mới 1, thay đổi 0, giữ nguyên 0, từ chối 6"))
            let json = try await bench.sen(["sites", "import"], file: rows, options: ["--json"])
            #expect(json.output.hasPrefix(#"{"line":2,"outcome":"unchanged","problems":[]}"#))
        }
    }

    @Test(
        "what is no list, too large a list or no file ends with 2, a sentence and nothing written",
        arguments: ["", "ten,dia chi lạ\na,b", "url,name\na,b", "url,name,unit\n\"a", "url,name,unit\r\u{0}"]
    )
    func noList(content: String) async throws {
        try await withInstallation { (bench) async throws in
            let outcome = try await bench.sen(["sites", "import"], file: content)
            #expect(outcome.status == 2, "\(outcome.error)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.error.contains("website.import-invalid"))
            #expect(try await bench.actions().isEmpty)
        }
    }

    @Test("a missing file, and a folder in its place, end with 2", arguments: ["/nowhere/list.csv", "/"])
    func noFile(path: String) async throws {
        try await withInstallation { (bench) async throws in
            let outcome = try await bench.sen("sites", "import", path)
            #expect(outcome.status == 2)
            #expect(outcome.error.contains("Không đọc được tệp"))
        }
    }

    @Test("SQL, HTML and what moves a terminal are text in every field", arguments: hostileTexts)
    func hostile(text: String) async throws {
        let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
        let fields = ["https://x.example.vn", quoted, "17329", quoted, quoted, quoted].joined(separator: ",")
        let rows = "url,name,unit,responsible,contact,licence\n\(fields)\n"
        let wrong = "url,name,unit,kind\n\(quoted),\(quoted),\(quoted),\(quoted)\n"
        try await withInstallation { (bench) async throws in
            let taken = try await bench.sen(["sites", "import"], file: rows)
            #expect(taken.status == 0, "\(taken.output)")
            let refused = try await bench.sen(["sites", "import"], file: wrong)
            #expect(refused.status == 1)
            let exported = try await bench.sen("sites", "export")
            let again = try await bench.sen(["sites", "import"], file: exported.output)
            #expect(again.output == "dòng 2  giữ nguyên\n", "\(exported.output)")
            let shown = try await bench.sen("sites", "show", "x.example.vn")
            let listed = try await bench.sen("sites", "list", "--find", text)
            for said in [taken, refused, shown, listed] {
                #expect(!(said.output + said.error).contains { "\u{1B}\u{202E}".contains($0) })
            }
            #expect(try await bench.actions() == ["website.added"])
        }
    }

    @Test("a website is added, re-checked and removed, each with its entry by system:command")
    func changes() async throws {
        try await withInstallation { (bench) async throws in
            let added = try await add(
                bench,
                "--kind",
                "aggregated-news",
                "--licence",
                "12/GP-TTĐT",
                "--licence-expires",
                "2030-12-31"
            )
            #expect(added.status == 0, "\(added.error)")
            #expect(try await add(bench).status == 1)
            let shown = try await bench.sen("sites", "show", "https://xa-a.nghean.gov.vn", language: "en")
            #expect(shown.output.contains("Licence: 12/GP-TTĐT (… – 31/12/2030)"))
            let id = try #require(added.output.split(separator: " ").last?.dropLast(3))
            #expect(try await bench.sen("sites", "recheck", String(id)).status == 0)
            #expect(try await bench.sen("sites", "remove", "xa-a.nghean.gov.vn").status == 0)
            let again = try await bench.sen("sites", "remove", "xa-a.nghean.gov.vn")
            #expect(again.status == 1)
            #expect(again.error.contains("website.retired"))
            #expect(try await bench.sen("sites", "list").output.isEmpty)
            #expect(try await bench.sen("sites", "list", "--state", "retired").output.contains("xa-a"))
            // The address is free again, and means the website that is watched.
            #expect(try await add(bench).status == 0)
            #expect(try await bench.sen("sites", "recheck", "xa-a.nghean.gov.vn").status == 0)
            #expect(
                try await bench.actions() == [
                    "website.added", "website.recheck-requested", "website.retired", "website.added",
                    "website.recheck-requested",
                ]
            )
        }
    }

    @Test("a baseline is accepted once a check saw another page, and not before")
    func acceptBaseline() async throws {
        try await withInstallation { (bench) async throws in
            #expect(try await add(bench).status == 0)
            let early = try await bench.sen("sites", "accept-baseline", "xa-a.nghean.gov.vn")
            #expect(early.status == 1)
            #expect(early.error.contains("website.nothing-to-accept"))
            #expect(try await bench.actions() == ["website.added"])
        }
    }

    @Test("accepting makes the page as it was seen last the baseline, with its entry, and asks for a check")
    func acceptsSeenPage() async throws {
        try await withInstallation { (bench) async throws in
            let added = try await add(bench)
            let id = try #require(added.output.split(separator: " ").last?.dropLast(3)).description
            let page = Baseline(url: "https://xa-a.nghean.gov.vn/", takenAt: World.clock.now())
            let text = String(decoding: try JSONEncoder().encode(page), as: UTF8.self)
            try await bench.execute(
                """
                INSERT INTO website_baseline (website_id, unit_id, baseline, candidate)
                VALUES (\(id), '17329', \(text), \(text))
                """
            )
            let before = try await bench.sen("sites", "show", "xa-a.nghean.gov.vn")
            #expect(before.output.contains("tự ghi nhận từ lần kiểm tra tốt; trang nay đã khác"))
            let accepted = try await bench.sen("sites", "accept-baseline", id)
            #expect(accepted.status == 0, "\(accepted.error)")
            let after = try await bench.sen("sites", "show", "xa-a.nghean.gov.vn")
            #expect(after.output.contains("Bản gốc: do system:command chấp nhận\n"))
            #expect(try await bench.sen("sites", "accept-baseline", id).status == 1)
            #expect(try await bench.actions() == ["website.added", "website.baseline-accepted"])
        }
    }

    @Test("a list is written to a new file that only its owner may read, and over nothing")
    func exportsFile() async throws {
        try await withInstallation { (bench) async throws in
            #expect(try await add(bench).status == 0)
            let file = bench.beside("out.csv")
            #expect(try await bench.sen("sites", "export", "--output", file).status == 0)
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains("https://xa-a.nghean.gov.vn/"))
            #expect(try PrivateFile.isPrivate(file))
            #expect(try await bench.sen("sites", "export", "--output", file).status == 2)
            let other = try await bench.sen("sites", "export", "--unit", InstallationFolder.otherCommune)
            #expect(other.output.split(separator: "\r\n").count == 1)
        }
    }

    @Test("a list is narrowed by unit with all below it, by state, by health and by words")
    func filters() async throws {
        try await withInstallation { (bench) async throws in
            #expect(try await bench.sen(["sites", "import"], file: list).status == 0)
            func count(_ options: String...) async throws -> Int {
                let all = ["sites", "list", "--data", bench.folder.path] + options
                let outcome = try await Program.run(all)
                #expect(outcome.status == 0, "\(outcome.error)")
                return outcome.output.split(separator: "\n").count
            }
            #expect(try await count("--unit", "40") == 2)
            #expect(try await count("--unit", InstallationFolder.commune) == 1)
            #expect(try await count("--health", "unchecked") == 2)
            #expect(try await count("--health", "good", "--health", "critical") == 0)
            #expect(try await count("--state", "paused") == 0)
            #expect(try await count("--find", "phuong thanh VINH") == 1)
            #expect(try await count("--find", "100%") == 0)
            let nowhere = try await bench.sen("sites", "list", "--unit", "99999")
            #expect(nowhere.status == 64)
            #expect(nowhere.error.contains("sen units find"))
        }
    }
}

@Suite("commands on a folder")
struct CommandFolderTests {
    @Test(
        "a folder that is not there or holds no data ends with 2 and says what to check",
        arguments: [["sites", "list"], ["sites", "remove", "a.vn"]]
    )
    func noFolder(command: [String]) async throws {
        for path in ["/nowhere/sen-data", FileManager.default.temporaryDirectory.path] {
            let outcome = try await Program.run(command + ["--data", path])
            #expect(outcome.status == 2)
            #expect(outcome.error.contains("data.missing"))
            #expect(outcome.error.contains("--data"))
        }
    }

    @Test("without --data the folder of the settings is taken")
    func settings() async throws {
        try await withInstallation { (bench) async throws in
            #expect(try await add(bench).status == 0)
            let listed = try await Program.run(
                ["sites", "list"],
                environment: ["SEN_DATA_FOLDER": bench.folder.path]
            )
            #expect(listed.output.contains("xa-a.nghean.gov.vn"))
        }
    }

    @Test("a folder that may not be written ends with 2 and says so, not that the data are damaged")
    func readOnly() async throws {
        try await withInstallation { (bench) async throws in
            bench.served.close()
            for (path, rights) in [(bench.folder.path, 0o500), (bench.folder.databasePath, 0o400)] {
                let before = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
                try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
                let outcome = try await asNobody(["sites", "list", "--data", bench.folder.path], bench)
                try FileManager.default.setAttributes(
                    [.posixPermissions: before as Any],
                    ofItemAtPath: path
                )
                #expect(outcome.status == 2)
                #expect(outcome.error.contains("data.cannot-write"), "\(outcome.error)")
            }
        }
    }

    /// Runs `sen` as a user to whom rights apply, since nothing is closed to root, who may be who runs this test.
    private func asNobody(
        _ arguments: [String],
        _ bench: InstallationFolder
    ) async throws -> Program.Outcome {
        guard geteuid() == 0 else { return try await Program.run(arguments) }
        let copy = bench.beside("sen-for-nobody")
        let place = URL(filePath: copy).deletingLastPathComponent().path
        if !FileManager.default.fileExists(atPath: copy) {
            // By another program: a child that we start while the copy is being written would hold it open, and what is
            // open for writing cannot be run.
            _ = try await Program.run(URL(filePath: "/bin/cp"), [try Program.built.path, copy])
            chmod(place, 0o755)
            for name in ["", "/sen.sqlite"] { chown(bench.folder.path + name, nobody, nobody) }
        }
        let words = ["--reuid=\(nobody)", "--clear-groups", copy] + arguments
        return try await Program.run(URL(filePath: "/usr/bin/setpriv"), words)
    }

    /// Debian's number for nobody.
    private let nobody: uid_t = 65_534

    @Test("while another process holds the database for writing, a command waits for its turn")
    func waitsForTurn() async throws {
        try await withInstallation { (bench) async throws in
            async let held: Void = bench.served.database.write { _ in Thread.sleep(forTimeInterval: 1) }
            let outcome = try await add(bench)
            try await held
            #expect(outcome.status == 0, "\(outcome.error)")
        }
    }
}
