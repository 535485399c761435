import Console
import Language
import Timekeeping

extension Samples {
    static let recent: [Double?] = (0..<48).map { (index: Int) -> Double? in
        (30...31).contains(index) ? nil : Double(180 + index * 37 % 90)
    }

    static func websiteList(rows count: Int = 9) -> WebsiteListModel {
        let sites = [
            "Cổng thông tin xã Tam Hợp", "Cổng thông tin phường Vinh Hưng", "Trang Sở Khoa học và Công nghệ",
        ]
        let states = [broken, wants, healthy, healthy, healthy, unknown]
        let rows = (0..<count).map { index in
            WebsiteListModel.Row(
                id: "w\(index)",
                name: sites[index % sites.count],
                address: "https://trang-\(index + 1).lab/",
                unit: index % 3 == 2 ? "Sở Khoa học và Công nghệ" : "UBND xã Mẫu \(index + 1)",
                state: states[index % states.count],
                openFindings: index % 6 == 0 ? 3 : index % 6 == 1 ? 1 : 0,
                responseTime: index % 6 == 5 ? nil : .milliseconds(212 + index * 61),
                recent: index % 6 == 5 ? [] : recent,
                checkedAt: index % 6 == 5 ? nil : ago(index + 1)
            )
        }
        let list = list(ConsolePath.websites, total: count == 0 ? 0 : 7982, count: count)
        let state = ListFilter(
            name: "state",
            label: Text(vi: "Trạng thái", en: "State"),
            options: [("incident", broken.word), ("attention", wants.word)]
        )
        return WebsiteListModel(
            rows: rows,
            query: list.query,
            page: list.page,
            filters: [state],
            mayAdd: true
        )
    }

    static var website: WebsiteModel {
        WebsiteModel(
            id: "w1",
            name: "Cổng thông tin xã Tam Hợp",
            address: "https://xatamhop.lab/",
            unit: ("UBND xã Tam Hợp", "17230"),
            state: broken,
            legalKind: Text(vi: "Cổng thông tin của cơ quan nhà nước", en: "Portal of a state agency"),
            responsible: "Nguyễn Văn Mẫu",
            licence: nil,
            criticality: Text(vi: "Cao: kiểm tra mỗi phút", en: "High: checked each minute"),
            nextCheck: ago(-1),
            availability: 0.9973,
            findings: [finding],
            chart: chart,
            certificate: certificate,
            baseline: .init(
                acceptedAt: ago(60 * 24 * 12),
                acceptedBy: "Trần Thị Mẫu",
                differences: [
                    Text(vi: "8 tên miền liên kết ra ngoài chưa từng có", en: "8 new domains are linked to"),
                    Text(vi: "1 đoạn mã lạ ở cuối trang", en: "1 unknown script at the end"),
                ]
            ),
            checks: checks,
            cases: Array(caseLines.prefix(1)),
            acts: [.check, .acceptBaseline, .edit, .pause, .retire]
        )
    }

    static var chart: ResponseChart {
        ResponseChart(
            points: (0..<96).map { (index: Int) -> ResponseChart.Point in
                let slow = index == 58 ? 900 : 0
                let milliseconds = 190 + index * 37 % 120 + slow
                let time: Duration? = (60...63).contains(index) ? nil : .milliseconds(milliseconds)
                return .init(at: ago((96 - index) * 15), time: time)
            }
        )
    }

    private static var certificate: WebsiteModel.Certificate {
        .init(
            state: attention,
            subject: "xatamhop.lab",
            issuer: "Lab CA (giả định)",
            validTo: ago(-60 * 24 * 6),
            names: ["xatamhop.lab", "www.xatamhop.lab"]
        )
    }

    private static var finding: WebsiteModel.Finding {
        .init(
            state: serious,
            kind: Text(vi: "Liên kết ẩn cờ bạc", en: "Hidden gambling links"),
            pageAddress: "https://xatamhop.lab/tin-tuc",
            since: ago(2),
            explanation: Text(
                vi: "12 liên kết nằm trong khối mà người xem không thấy nhưng máy tìm kiếm đọc được.",
                en: "12 links stand in a block that visitors do not see and search engines read."
            ),
            quotes: [
                (
                    hiddenLinks, "body > div.footer > div:nth-child(7)",
                    Text(vi: "Ẩn bằng display:none", en: "Hidden by display:none")
                )
            ],
            caseLink: ("c0412", "HS-2026-0412")
        )
    }

    private static var checks: [WebsiteModel.Check] {
        (0..<4).map { index in
            .init(
                at: ago(index * 5 + 1),
                kind: Text(
                    vi: index == 1 ? "Kiểm tra sâu" : "Kiểm tra nhanh",
                    en: index == 1 ? "Deep" : "Light"
                ),
                state: index == 1 ? broken : healthy,
                answer: Text(vi: index == 1 ? "200, 1 phát hiện" : "200, nội dung không đổi", en: "200"),
                time: .milliseconds(212 + index * 20)
            )
        }
    }
}
