extension Text {
    // MARK: Board

    package static let wallDisplay = Text(vi: "Màn hình lớn", en: "Wall display")
    package static let leaveWall = Text(vi: "Thoát màn hình lớn", en: "Leave the wall display")
    package static let addWebsite = Text(vi: "Thêm trang cần theo dõi", en: "Add a website")
    package static let keyNumbers = Text(vi: "Số liệu chính", en: "Key numbers")
    package static let watchedWebsites = Text(vi: "Trang đang theo dõi", en: "Websites watched")
    package static func checksOnTime(_ share: String) -> Text {
        Text(
            vi: "\(share) lượt kiểm tra đúng giờ",
            en: "\(share) of checks on time"
        )
    }
    package static let noChecksYet = Text(vi: "Chưa có lượt kiểm tra nào", en: "No checks yet")
    package static let incidentsNow = Text(vi: "Đang có sự cố", en: "Incidents now")
    package static func newInDay(_ count: String) -> Text {
        Text(
            vi: "\(count) mới trong 24\u{A0}giờ",
            en: "\(count) new in 24\u{A0}hours"
        )
    }
    package static let openCases = Text(vi: "Hồ sơ đang mở", en: "Open cases")
    package static func notAcceptedYet(_ count: String) -> Text {
        Text(
            vi: "\(count) chờ đơn vị tiếp nhận",
            en: "\(count) wait to be accepted"
        )
    }
    package static let overdue = Text(vi: "Quá hạn", en: "Overdue")
    package static func longestOverdue(_ length: String) -> Text {
        Text(
            vi: "lâu nhất \(length)",
            en: "longest \(length)"
        )
    }
    package static let nothingOverdue = Text(vi: "không có hồ sơ quá hạn", en: "no case is overdue")
    package static let medianToClose = Text(
        vi: "Thời gian xử lý (trung vị)",
        en: "Time to close (median)"
    )
    package static func lastMonth(_ length: String) -> Text {
        Text(
            vi: "tháng trước \(length)",
            en: "last month \(length)"
        )
    }
    package static let noComparison = Text(
        vi: "chưa có tháng trước để so sánh",
        en: "no earlier month to compare"
    )
    package static let websitesByCommune = Text(
        vi: "Trang thông tin theo xã, phường",
        en: "Websites by commune"
    )
    package static func mapHint(_ count: Int) -> Text {
        Text(
            vi: "\(count) ô bằng nhau; chọn một ô để mở",
            en: "\(count) equal cells; choose one to open it"
        )
    }
    package static func boundaryHint(_ count: Int) -> Text {
        Text(
            vi: "\(count) xã, phường; chọn một nơi để mở",
            en: "\(count) communes; choose one to open it"
        )
    }
    package static func mapOfBoundaries(_ count: Int) -> Text {
        Text(
            vi: "Bản đồ ranh giới \(count) xã, phường",
            en: "Map of the boundaries of \(count) communes"
        )
    }
    package static func mapOfUnits(_ count: Int) -> Text {
        Text(
            vi: "Bản đồ ô lục giác \(count) xã, phường",
            en: "Hexagon map of \(count) communes"
        )
    }
    package static let noUnitsYet = Text(vi: "Chưa có bản đồ", en: "No map yet")
    package static let noUnitsYetWhy = Text(
        vi: "Bản đồ hiện ra khi danh mục xã, phường đã được nhập.",
        en: "The map appears once communes are imported."
    )
    package static let newestFindings = Text(vi: "Mới phát hiện", en: "Newest findings")
    package static let allIncidents = Text(vi: "Tất cả sự cố", en: "All incidents")
    package static let noFindings = Text(vi: "Chưa phát hiện điều gì bất thường", en: "Nothing unusual found")
    package static let noFindingsWhy = Text(
        vi: "Khi một trang có dấu hiệu bị tấn công hoặc ngừng hoạt động, phát hiện sẽ hiện ở đây.",
        en: "When a website looks attacked or stops answering, the finding appears here."
    )
    package static let casesByDeadline = Text(vi: "Hồ sơ theo hạn", en: "Cases by deadline")
    package static let allCases = Text(vi: "Tất cả hồ sơ", en: "All cases")
    package static let noOpenCases = Text(vi: "Không có hồ sơ đang mở", en: "No open cases")
    package static let noOpenCasesWhy = Text(
        vi: "Hồ sơ được mở tự động khi một phát hiện được xác nhận.",
        en: "A case opens by itself when a finding is confirmed."
    )

    // MARK: Deadlines

    package static let waitsForRecheck = Text(vi: "chờ kiểm tra lại", en: "waits for the re-check")
    package static let caseClosed = Text(vi: "đã đóng", en: "closed")
    package static let noDeadline = Text(vi: "không có hạn", en: "no deadline")
    package static func overdueBy(_ length: String) -> Text {
        Text(
            vi: "quá hạn \(length)",
            en: "overdue by \(length)"
        )
    }
    package static func timeLeft(_ length: String) -> Text { Text(vi: "còn \(length)", en: "\(length) left") }
}
