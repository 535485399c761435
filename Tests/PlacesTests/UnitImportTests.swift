import Foundation
import Language
import Places
import Testing
import Timekeeping

private func known() throws -> UnitHistory {
    UnitHistory(
        units: [
            try unit("40", "Tỉnh Nghệ An", .province, below: nil, from: "1991-08-12"),
            try unit("16681", "Phường Thành Vinh", .ward, below: "40"),
        ],
        successions: []
    )
}

private func read(_ text: String) throws -> UnitImport {
    try UnitImport(Array(text.utf8), into: try known(), today: try day("2026-02-03"))
}

@Test("rows are told apart as new, changed and unchanged, and a parent may come later in the file")
func outcomes() throws {
    let file = try read(
        """
        code,name,kind,parent
        phong-1,Phòng Một,other,so-y-te
        so-y-te,Sở Y tế,Sở ban ngành,40
        16681,Phường Thành Vinh,phuong,40
        40,Tỉnh Nghệ An mới,Tỉnh,
        """
    )
    #expect(file.isGood && file.rows.map(\.line) == [2, 3, 4, 5])
    #expect(file.changes.units.map(\.id) == [id("phong-1"), id("so-y-te"), id("40")])
    let department = try #require(file.changes.units.first { $0.id == id("so-y-te") })
    #expect(department.kind == .department)
    #expect(department.validFrom == (try day("2026-02-03")))
    guard case .unchanged = file.rows[2].outcome, case .changed = file.rows[3].outcome else {
        Issue.record("a row was taken for another kind")
        return
    }
}

@Test("a missing column leaves a known unit alone in that respect, an empty field empties it")
func columnsThatAreMissing() throws {
    let withoutParent = try read("code,name,kind\n16681,Phường Vinh,ward\n").changes.units
    #expect(withoutParent.first?.parent == id("40"))
    #expect(withoutParent.first?.validFrom == (try day("2025-07-01")))
    let emptyParent = try read("code,name,kind,parent\n16681,Phường Vinh,ward,\n").changes.units
    #expect(emptyParent.first?.parent == nil && emptyParent.count == 1)
}

@Test("every optional column is read")
func allColumns() throws {
    let file = try read(
        """
        id,code,name,kind,parent,electronic_identifier,valid_from,valid_to,latitude,longitude,area_km2
        x~2025,X,Xã X,Xã,40,000.01.00.H41,2025-01-01,2025-07-01,18.5,105.5,12.25
        """
    )
    let unit = try #require(file.changes.units.first)
    #expect(unit.electronicIdentifier?.form == .qcvn102)
    #expect(unit.validTo == (try day("2025-07-01")))
    #expect(unit.areaKm2 == 12.25)
    #expect(unit.location == GeographicPoint(latitude: 18.5, longitude: 105.5))
}

@Test(
    "each fault of a row is reported with its line, and the other rows are read on",
    arguments: [
        ("a,A,sao Hỏa,40,,,,,", "sao Hỏa"), ("a,A,,40,,,,,", "loại đơn vị"),
        ("a,,commune,40,,,,,", "Tên đơn vị"),
        (",A,commune,40,,,,,", "Mã đơn vị"), ("a,A,commune,nobody,,,,,", "nobody"),
        ("a,A,commune,40,h41,,,,", "“h”"),
        ("a,A,commune,40,,1/7/2025,,,", "1/7/2025"), ("a,A,commune,40,,,18.5,,", "Tọa độ"),
        ("a,A,commune,40,,,\"18,5\",105,", "18,5"), ("a,A,commune,40,,,98,105,", "Tọa độ"),
        ("a,A,commune,40,,,,,-1", "Diện tích"), ("a,A,commune,40,,,,,nan", "nan"), ("a,A", "2 ô"),
        ("16681,B,ward,40,,,,,", "dòng 2"), ("Đ,A,commune,40,,,,,", "Mã nhận dạng"),
        ("a,A,commune,a,,,,,", "chính nó"),
    ]
)
func rowFaults(row: String, says: String) throws {
    let header = "code,name,kind,parent,electronic_identifier,valid_from,latitude,longitude,area_km2"
    let file = try read("\(header)\n16681,Phường Thành Vinh,ward,40,,,,,\n\(row)\nb,B,commune,40,,,,,\n")
    #expect(!file.isGood && file.rows.count == 3)
    guard case .refused(let faults) = file.rows[1].outcome else {
        Issue.record("the row was accepted")
        return
    }
    #expect(faults.contains { $0.vi.contains(says) }, "\(faults.map(\.vi))")
    #expect(file.changes.units.contains { $0.id == id("b") })
}

@Test("a file that cannot be read at all says where and why")
func unreadable() {
    let error = #expect(throws: PlacesError.self) { try read("code,name\n") }
    #expect(error?.code == .importInvalid)
    #expect(error?.text(.vietnamese) == "Dòng 1: thiếu cột “kind”. Hãy thêm cột này.")
    #expect(throws: PlacesError.self) { try read("code,name,kind\n\"a") }
}
