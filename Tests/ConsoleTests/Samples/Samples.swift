import Console
import Foundation
import Language
import Timekeeping

/// Invented things for the pages: no real person, no real incident.
enum Samples {
    static let now = Instant(secondsSince1970: 1_795_429_200)  // Monday 2026-11-23 17:20 in Vietnam
    static func ago(_ minutes: Int) -> Instant { now - .seconds(60 * minutes) }

    private static let vietnam = CivilCalendar(timeZone: TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt)
    static let today = vietnam.day(of: now)

    static func format(_ language: Language) -> Formatting {
        Formatting(language: language, calendar: vietnam)
    }

    static func frame(
        _ language: Language = .vietnamese,
        path: String = "/",
        isSignedIn: Bool = true,
        events: String? = nil
    ) -> Frame {
        Frame(
            format: format(language),
            now: now,
            path: path,
            reader: isSignedIn ? .init(name: "Trần Thị Mẫu", role: "Chuyên viên · Tỉnh Nghệ An") : nil,
            rooms: isSignedIn
                ? [
                    (.board, nil), (.cases, 23), (.websites, 7982), (.units, nil), (.accounts, nil),
                    (.audit, nil),
                ]
                : [],
            formToken: "token-of-the-form",
            isLab: true,
            events: events
        )
    }

    static let serious = Chip(.incident, Text(vi: "Nghiêm trọng", en: "Serious"))
    static let attention = Chip(.attention, Text(vi: "Chú ý", en: "Attention"))
    static let done = Chip(.ok, Text(vi: "Đã xong", en: "Done"))
    static let healthy = Chip(.ok, Text(vi: "Bình thường", en: "Healthy"))
    static let broken = Chip(.incident, Text(vi: "Có sự cố", en: "Incident"))
    static let wants = Chip(.attention, Text(vi: "Cần chú ý", en: "Wants attention"))
    static let unknown = Chip(.none, Text(vi: "Chưa có dữ liệu", en: "No data"))
    static let inProgress = Chip(.neutral, Text(vi: "Đang xử lý", en: "In progress"))
    static let verifying = Chip(.highlight, Text(vi: "Đang kiểm tra lại", en: "Verifying"))

    /// Where the 130 hexagons of a province might lie, row by row: first column and count of each.
    static let rows = [
        (2, 7), (0, 11), (1, 11), (1, 14), (1, 14), (1, 14), (4, 11), (3, 12), (4, 11), (5, 10), (6, 8),
        (6, 8), (9, 5),
    ]

    static var map: CommuneMap {
        let places = rows.enumerated().flatMap { row, span in
            (span.0..<span.0 + span.1).map { (column: $0, row: row) }
        }
        let cells = places.prefix(130).enumerated().map { index, place in
            let state =
                index % 19 == 3 ? broken : index % 11 == 2 ? wants : index % 43 == 20 ? unknown : healthy
            return HexagonMap.Cell(
                name: "Xã Mẫu \(index + 1)",
                column: place.column,
                row: place.row,
                state: state,
                href: ConsolePath.unit("xa-\(index)")
            )
        }
        return .hexagons(HexagonMap(cells: cells))
    }

    static let hiddenLinks = Quote(
        before: "<div style=\"display:none\">",
        offending: "<a href=\"https://nha-cai.example/\">nhà cái uy tín</a>",
        after: "<a href=\"https://bet.example/\">khuyến mãi</a></div>"
    )

    static let caseLines = [
        line("0412", "Liên kết ẩn cờ bạc · quyhop.lab", "UBND xã Quỳ Hợp", opened: 1620, left: -185),
        line("0415", "Trang bị thay nội dung · conquang.lab", "UBND xã Con Cuông", opened: 1310, left: 130),
        line(
            "0417",
            "Thiếu thông tin người chịu trách nhiệm · mauson.lab",
            "UBND xã Nghĩa Đàn",
            opened: 300,
            left: 2900
        ),
        BoardModel.CaseLine(
            id: "c4",
            number: "HS-2026-0409",
            title: "Tái phát: liên kết ẩn · hungnguyen.lab",
            unit: "UBND xã Hưng Nguyên",
            standing: .verifying
        ),
    ]

    private static func line(_ number: String, _ title: String, _ unit: String, opened: Int, left: Int)
        -> BoardModel.CaseLine
    {
        BoardModel.CaseLine(
            id: "c\(number)",
            number: "HS-2026-\(number)",
            title: title,
            unit: unit,
            standing: .running(openedAt: ago(opened), deadline: ago(-left))
        )
    }

    static func list(_ path: String, total: Int, count: Int) -> (query: ListQuery, page: ListPage) {
        (
            ListQuery(path: path, filters: [("state", "")], sort: "state", isDescending: true),
            ListPage(first: 1, count: count, total: total, next: total > count ? "abc" : nil)
        )
    }
}
