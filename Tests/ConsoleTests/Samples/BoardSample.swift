import Console
import Language

extension Samples {
    static func board(isKiosk: Bool = false) -> BoardModel {
        BoardModel(
            title: "Trung tâm điều hành số tỉnh Nghệ An",
            websites: 7982,
            incidents: 14,
            incidentsToday: 3,
            checksOnTime: 0.992,
            openCases: 23,
            casesNotAccepted: 9,
            overdueCases: 3,
            longestOverdue: .seconds(185 * 60),
            medianToClose: .seconds(372 * 60),
            medianToCloseBefore: .seconds(1180 * 60),
            map: map,
            findings: findings,
            cases: caseLines,
            isKiosk: isKiosk,
            mayAddWebsite: true
        )
    }

    static func emptyBoard() -> BoardModel {
        BoardModel(
            title: "Trung tâm điều hành số tỉnh Nghệ An",
            websites: 0,
            incidents: 0,
            incidentsToday: 0,
            checksOnTime: nil,
            openCases: 0,
            casesNotAccepted: 0,
            overdueCases: 0,
            longestOverdue: nil,
            medianToClose: nil,
            medianToCloseBefore: nil,
            map: .hexagons(HexagonMap(cells: [])),
            findings: [],
            cases: [],
            isKiosk: false,
            mayAddWebsite: true
        )
    }

    private static let findings = [
        finding(
            serious,
            "Liên kết ẩn cờ bạc",
            "Hidden gambling links",
            "xatamhop.lab",
            "UBND xã Tam Hợp",
            Text(
                vi: "12 liên kết trong khối bị ẩn, 8 tên miền lạ",
                en: "12 links in a hidden block, 8 unknown domains"
            ),
            2
        ),
        finding(
            serious,
            "Trang ký sinh",
            "Parasite pages",
            "quyhop.lab",
            "UBND xã Quỳ Hợp",
            Text(
                vi: "/khuyen-mai/nha-cai/ chỉ máy tìm kiếm thấy",
                en: "/khuyen-mai/nha-cai/ only search engines see"
            ),
            6
        ),
        finding(
            attention,
            "Chứng thư số sắp hết hạn",
            "Certificate expires soon",
            "vinhhung.lab",
            "UBND phường Vinh Hưng",
            Text(vi: "còn 6 ngày", en: "6 days left"),
            14
        ),
        finding(
            serious,
            "Trang bị thay nội dung",
            "Defaced page",
            "conquang.lab",
            "UBND xã Con Cuông",
            Text(vi: "giống bản gốc 4 %", en: "4 % like the baseline"),
            21
        ),
        finding(
            done,
            "Kiểm tra lại đạt",
            "Re-check passed",
            "dienchau.lab",
            "UBND xã Diễn Châu",
            Text(vi: "đã gỡ mã lạ, có nguyên nhân gốc", en: "script removed, root cause stated"),
            34
        ),
        finding(
            attention,
            "Không phản hồi",
            "Does not answer",
            "mynuong.lab",
            "UBND xã Mường Quàng",
            Text(vi: "3 lần liên tiếp, 2 tuyến mạng", en: "3 times in a row, 2 networks"),
            41
        ),
    ]

    private static func finding(
        _ state: Chip,
        _ vi: String,
        _ en: String,
        _ site: String,
        _ unit: String,
        _ detail: Text,
        _ minutes: Int
    ) -> BoardModel.Finding {
        BoardModel.Finding(
            state: state,
            kind: Text(vi: vi, en: en),
            website: site,
            href: ConsolePath.website(site),
            unit: unit,
            detail: detail,
            at: ago(minutes)
        )
    }
}
