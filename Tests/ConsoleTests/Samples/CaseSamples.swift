import Console
import Language
import Timekeeping

extension Samples {
    static var caseList: CaseListModel {
        let rows = caseLines.enumerated().map { index, line in
            CaseListModel.Row(
                id: line.id,
                number: line.number,
                title: line.title,
                unit: line.unit,
                severity: index == 2 ? attention : serious,
                state: index == 3 ? verifying : inProgress,
                assignee: index == 1 ? nil : "Lê Văn Mẫu",
                openedAt: ago(300 + 300 * index),
                standing: line.standing,
                recurrences: index == 3 ? 2 : 0
            )
        }
        let list = list(ConsolePath.cases, total: rows.count, count: rows.count)
        return CaseListModel(
            rows: rows,
            views: [
                .init(name: Text(vi: "Đang mở", en: "Open"), value: "", count: 23),
                .init(name: Text(vi: "Của tôi", en: "Mine"), value: "mine", count: 4),
                .init(name: Text(vi: "Quá hạn", en: "Overdue"), value: "overdue", count: 3),
                .init(name: Text(vi: "Đã đóng", en: "Closed"), value: "closed", count: 389),
            ],
            query: list.query,
            page: list.page,
            filters: [],
            mayOpen: true
        )
    }

    static var `case`: CaseModel {
        CaseModel(
            id: "c0412",
            number: "HS-2026-0412",
            title: "Liên kết ẩn cờ bạc · quyhop.lab",
            stage: .inProgress,
            state: inProgress,
            severity: serious,
            kind: Text(vi: "Trang thông tin bị tấn công", en: "Attacked website"),
            subject: ("Cổng thông tin xã Quỳ Hợp", ConsolePath.website("w2")),
            unit: ("UBND xã Quỳ Hợp", "17035"),
            assignee: "Lê Văn Mẫu",
            openedAt: ago(1620),
            deadline: ago(185),
            standing: .running(openedAt: ago(1620), deadline: ago(185)),
            ground: Text(vi: "Căn cứ mẫu, dùng để thử nghiệm", en: "A made-up ground for trying things out"),
            recurrences: 1,
            rootCause: nil,
            actions: allActions,
            evidence: evidence,
            timeline: timeline,
            related: caseLines.suffix(1).map { .init($0, mayUndo: true) },
            mayRelate: true
        )
    }

    static var allActions: [CaseModel.Action] {
        [
            .sendBack,
            .answer(causes: [
                ("plugin", Text(vi: "Phần mềm hoặc tiện ích chưa vá", en: "Unpatched software or plug-in")),
                ("password", Text(vi: "Lộ mật khẩu quản trị", en: "Leaked administrator password")),
            ]),
            .assign(people: [("a1", "Lê Văn Mẫu")]), .comment, .attach, .refuse,
        ]
    }

    private static var evidence: [CaseModel.Evidence] {
        [
            .init(
                title: Text(vi: "Nội dung bị chèn", en: "Injected content"),
                at: ago(1620),
                quotes: [(hiddenLinks, "https://quyhop.lab/ · body > div:nth-child(9)")],
                file: ("trang-chu.html", "/evidence/1", "61 KB", "9f86d081884c7d65")
            )
        ]
    }

    private static var timeline: [TimelineEvent] {
        [
            .init(
                at: ago(90),
                tone: .neutral,
                title: Text(vi: "Ý kiến", en: "Comment"),
                by: "Lê Văn Mẫu",
                note: "Đã đổi mật khẩu quản trị, đang rà soát thư mục tải lên.",
                auditEntry: 2031
            ),
            .init(
                at: ago(185),
                tone: .incident,
                title: Text(vi: "Quá hạn, báo cấp trên", en: "Overdue, escalated"),
                by: nil,
                auditEntry: 2013
            ),
            .init(
                at: ago(1500),
                tone: .ok,
                title: Text(vi: "Tiếp nhận", en: "Accepted"),
                by: "Lê Văn Mẫu",
                auditEntry: 1902
            ),
            .init(
                at: ago(1620),
                tone: .attention,
                title: Text(vi: "Mở hồ sơ: tái phát trong 90 ngày", en: "Opened: came back within 90 days"),
                by: nil,
                auditEntry: 1890
            ),
        ]
    }
}
