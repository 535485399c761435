import Access
import Database
import Foundation
import Language
import Places
import Testing
import Timekeeping

@testable import WebWatch

private let tree: UnitTree = {
    let start = CivilCalendar(timeZone: .gmt).day(of: Instant(secondsSince1970: 1_751_328_000))
    func unit(_ id: Places.Unit.ID, _ name: String, _ kind: UnitKind) -> Places.Unit {
        Places.Unit(id: id, code: id.rawValue, name: name, kind: kind, parent: nil, validFrom: start)
    }
    return UnitTree(
        [
            unit(province, "Tỉnh Nghệ An", .province), unit(commune, "Xã Đô Lương", .commune),
            unit(otherCommune, "Xã Bạch Ngọc", .commune),
        ],
        on: start
    )
}()

extension WatchBench {
    fileprivate func importing(
        _ file: String,
        dryRun: Bool = false,
        units: Set<Places.Unit.ID> = [commune, otherCommune, province]
    ) async throws -> WebsiteImportReport {
        try await store.importCSV(Array(file.utf8), tree: tree, dryRun: dryRun) { unit in
            units.contains(unit) ? SystemAccess().permit(officer, on: unit) : nil
        }
    }
}

private let vietnameseFile = """
    Địa chỉ;Tên trang;Đơn vị;Loại hình;Mức quan trọng;Người chịu trách nhiệm;Liên hệ;Số giấy phép;Ngày cấp;Ngày hết hạn
    doluong.nghean.gov.vn;Trang xã Đô Lương;Xã Đô Lương;;Đặc biệt quan trọng;Trần Văn Mẫu;0238 000 000;;;
    tin.example.vn;Tin tổng hợp;17330;aggregated-news;;;;12/GP-TTĐT;01/02/2024;2029-02-01
    """

@Test("a Vietnamese list is read by its headers, units by name or id, dates in both forms")
func vietnameseList() async throws {
    try await withWatch { bench in
        let report = try await bench.importing(vietnameseFile)
        #expect(report.count(.added) == 2 && report.refused.isEmpty)
        let sites = try await bench.store.list(within: .everything).websites.map(\.website.details)
        #expect(sites.map(\.unit) == [otherCommune, commune])
        #expect(sites[0].licence?.issued == Day(iso8601: "2024-02-01"))
        #expect(sites[0].licence?.expires == Day(iso8601: "2029-02-01"))
        #expect(sites[1].criticality == .critical && sites[1].kind == .statePortal)
        #expect(sites[1].responsible == ResponsiblePerson(name: "Trần Văn Mẫu", contact: "0238 000 000"))
        #expect(try await bench.audited() == ["website.added", "website.added"])
    }
}

@Test("a list that is imported again changes what differs by address and leaves the rest alone")
func importAgain() async throws {
    try await withWatch { bench in
        _ = try await bench.importing(vietnameseFile)
        let report = try await bench.importing(
            """
            url,name,unit,criticality
            https://doluong.nghean.gov.vn/,Trang xã Đô Lương,17329,critical
            tin.example.vn,Tin mới,17330,
            """
        )
        #expect(report.rows.map(\.outcome) == [.unchanged, .changed])
        let sites = try await bench.store.list(within: .everything).websites.map(\.website.details)
        #expect(sites.map(\.name) == ["Tin mới", "Trang xã Đô Lương"])
        #expect(
            sites[0].licence != nil && sites[1].responsible != nil,
            "columns that are missing change nothing"
        )
    }
}

@Test("each bad row is told with its line, and the good ones are taken")
func badRows() async throws {
    try await withWatch { bench in
        let report = try await bench.importing(
            """
            url,name,unit,kind,licence,licence_issued
            ok.vn,Tốt,17329,,,
            ftp://x.vn,A,17329,,,
            b.vn,B,Xã Không Có,,,
            c.vn,C,17329,shop,,
            d.vn,D,17329,,1,31/02/2026
            ok.vn,Lặp,17329,,,
            e.vn,,17329,,,
            f.vn,F
            "'); DROP TABLE website;--",<script>,17329,,,
            """
        )
        #expect(report.count(.added) == 1)
        #expect(report.refused.map(\.line) == [3, 4, 5, 6, 7, 8, 9, 10])
        #expect(try await bench.number("SELECT count(*) FROM website") == 1)
    }
}

@Test("a dry run tells the same and writes nothing")
func dryRun() async throws {
    try await withWatch { bench in
        let dry = try await bench.importing(vietnameseFile, dryRun: true)
        #expect(try await bench.number("SELECT count(*) FROM website") == 0)
        #expect(try await bench.audited().isEmpty)
        #expect(try await bench.importing(vietnameseFile) == dry)
    }
}

@Test("nobody registers or takes over websites of units that are not theirs")
func importWithinPermits() async throws {
    try await withWatch { bench in
        _ = try await bench.importing(vietnameseFile)
        let report = try await bench.importing(
            "url,name,unit\ntin.example.vn,Của tôi,17329\nmoi.vn,Mới,17330\n",
            units: [commune]
        )
        #expect(report.refused.count == 2)
        #expect(report.rows[0].outcome == .refused([.Websites.addressTaken]))
    }
}

@Test(
    "a file that is no list of websites is refused as a whole",
    arguments: ["", "url,name\n", "url,name,unit,colour\n", "url,address,name,unit\n", "url,name,unit\n\"x"]
)
func badFiles(file: String) async throws {
    try await withWatch { bench in
        #expect(await failure { _ = try await bench.importing(file) } == .importInvalid)
    }
}

@Test("what would run in a spreadsheet is guarded in the export, and an export is read back unchanged")
func exportGuard() async throws {
    try await withWatch { bench in
        for (index, name) in ["=cmd|' /C calc'!A0", "+84", "@SUM(A1)", "-1", "Có \"ngoặc\", phẩy"]
            .enumerated()
        {
            try await bench.add(try details("xa\(index).vn", name: name))
        }
        let file = String(decoding: try await bench.store.exportCSV(within: .everything), as: UTF8.self)
        for start in ["'=cmd", "'+84", "'@SUM", "'-1"] { #expect(file.contains(start), "\(start)") }
        let report = try await bench.importing(file)
        #expect(report.count(.unchanged) == 5, "\(report.rows)")
    }
}

@Test("eight thousand websites are taken in one go")
func manyRows() async throws {
    try await withWatch { bench in
        var file = "url,name,unit\n"
        for index in 0..<8_000 { file += "https://xa\(index).nghean.gov.vn,Trang số \(index),17329\n" }
        let start = ContinuousClock.now
        let report = try await bench.importing(file)
        let taken = ContinuousClock.now - start
        #expect(report.count(.added) == 8_000)
        #expect(taken < .seconds(60), "\(taken)")
        Attachment.record(Array("\(taken) for 8,000 rows".utf8), named: "import-time.txt")
    }
}
