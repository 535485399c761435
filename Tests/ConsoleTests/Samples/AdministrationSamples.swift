import Console
import Language
import Timekeeping

extension Samples {
    static var units: UnitListModel {
        let rows = (0..<8).map { index in
            UnitListModel.Row(
                id: "xa-\(index)",
                code: "\(90001 + index * 3)",
                name: "Xã Mẫu \(index + 1)",
                kind: Text(vi: "Xã", en: "Commune"),
                openCases: index % 3,
                worst: index % 3 == 0 ? nil : wants
            )
        }
        let list = list(ConsolePath.units, total: 130, count: rows.count)
        return UnitListModel(
            path: [("Việt Nam", "vn"), ("Tỉnh Nghệ An", "40")],
            facts: [
                (Text(vi: "Mã", en: "Code"), "40"), (Text(vi: "Diện tích", en: "Area"), "16.489,5\u{A0}km²"),
            ],
            asOf: today,
            rows: rows,
            predecessors: [
                .init(
                    unit: ("Xã Mẫu cũ", "xa-cu~2024"),
                    on: today,
                    decision: "1678/NQ-UBTVQH15",
                    isPart: true
                )
            ],
            successors: [],
            query: list.query
        )
    }

    static var accounts: AccountListModel {
        let officer = Text(vi: "Chuyên viên", en: "Officer")
        let rows = (0..<4).map { index in
            AccountListModel.Row(
                id: "a\(index)",
                name: ["Trần Thị Mẫu", "Lê Văn Mẫu", "Nguyễn Văn Mẫu", "Hồ Thị Mẫu"][index],
                signInName: "mau.\(index + 1)",
                grants: [(officer, "UBND xã Mẫu \(index + 1)")],
                state: index == 3
                    ? Chip(.none, Text(vi: "Đã khoá", en: "Locked"))
                    : Chip(.ok, Text(vi: "Hoạt động", en: "Active")),
                hasOneTimeCode: index < 2
            )
        }
        let list = list(ConsolePath.accounts, total: 4, count: 4)
        return AccountListModel(rows: rows, query: list.query, next: "mau.4", mayAdd: true)
    }

    static var audit: AuditModel {
        let rows = (0..<6).map { index in
            AuditModel.Row(
                id: 2040 - index,
                leaf: index == 0 ? nil : 2039 - index,
                at: ago(index * 7),
                actor: index % 2 == 0 ? ("Sen", "system:watch") : ("Lê Văn Mẫu", "account:\(index)"),
                action: Text(vi: "Mở hồ sơ", en: "Opened a case"),
                actionCode: "case.opened",
                subject: ("HS-2026-04\(12 + index)", ConsolePath.case("c\(index)")),
                isErased: index == 4
            )
        }
        let list = list(ConsolePath.audit, total: 2040, count: 6)
        return AuditModel(
            rows: rows,
            checkpoint: .init(
                size: 2039,
                root: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
                at: ago(1),
                signer: "sen.lab/audit"
            ),
            query: list.query,
            next: list.page.next,
            filters: []
        )
    }
}
