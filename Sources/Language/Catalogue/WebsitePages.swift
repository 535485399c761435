extension Text {
    // MARK: Websites

    package static let searchWebsites = Text(
        vi: "Tìm theo tên, địa chỉ, đơn vị",
        en: "Search by name, address, unit"
    )
    package static let importList = Text(vi: "Nhập danh sách", en: "Import a list")
    package static let website = Text(vi: "Trang", en: "Website")
    package static let findings = Text(vi: "Phát hiện", en: "Findings")
    package static let responseTime = Text(vi: "Thời gian phản hồi", en: "Response time")
    package static let lastDay = Text(vi: "24\u{A0}giờ qua", en: "Last 24\u{A0}h")
    package static let responseLastDay = Text(
        vi: "Thời gian phản hồi trong 24\u{A0}giờ qua",
        en: "Response time over the last 24\u{A0}hours"
    )
    package static let checked = Text(vi: "Kiểm tra", en: "Checked")
    package static let notCheckedYet = Text(vi: "chưa kiểm tra", en: "not yet")
    package static let noWebsites = Text(
        vi: "Chưa có trang nào được theo dõi",
        en: "No websites are watched yet"
    )
    package static let noWebsitesWhy = Text(
        vi: "Nhập tệp CSV danh sách trang của các cơ quan; Sen kiểm tra từng dòng và báo dòng nào cần sửa.",
        en: "Import a CSV list of the agencies' websites; Sen checks each row and says which need correcting."
    )
    package static let checkNow = Text(vi: "Kiểm tra ngay", en: "Check now")
    package static let noFindingsHere = Text(vi: "Không có phát hiện nào", en: "No findings")
    package static let noFindingsHereWhy = Text(
        vi: "Lần kiểm tra gần nhất không thấy dấu hiệu bất thường trên trang này.",
        en: "The latest check saw nothing unusual on this website."
    )
    package static let responseTimeLastDay = Text(
        vi: "Thời gian phản hồi, 24\u{A0}giờ qua",
        en: "Response time, last 24\u{A0}hours"
    )
    package static let noChecksYetWhy = Text(
        vi: "Lượt kiểm tra đầu tiên chạy trong vòng vài phút sau khi trang được thêm.",
        en: "The first check runs within minutes after the website was added."
    )
    package static func answeredInMonth(_ share: String) -> Text {
        Text(
            vi: "phản hồi \(share) số lượt trong 30\u{A0}ngày",
            en: "answered \(share) of checks in 30\u{A0}days"
        )
    }
    package static let noAnswerYet = Text(
        vi: "Chưa có lượt kiểm tra nào được phản hồi",
        en: "No check was answered yet"
    )
    package static func responseSummary(median: String, slowest: String, failed: String) -> Text {
        Text(
            vi: "Trung vị \(median), chậm nhất \(slowest), \(failed) lượt không phản hồi",
            en: "Median \(median), slowest \(slowest), \(failed) checks failed"
        )
    }
    package static let latestChecks = Text(vi: "Các lượt kiểm tra gần nhất", en: "Latest checks")
    package static let answer = Text(vi: "Kết quả", en: "Result")
    package static let kindByLaw = Text(vi: "Loại hình theo luật", en: "Kind by law")
    package static let responsible = Text(vi: "Người chịu trách nhiệm", en: "Responsible person")
    package static let licence = Text(vi: "Giấy phép", en: "Licence")
    package static let criticality = Text(vi: "Mức quan trọng", en: "Criticality")
    package static let nextCheck = Text(vi: "Lượt kiểm tra tới", en: "Next check")
    package static let certificate = Text(vi: "Chứng thư số", en: "Certificate")
    package static let noCertificate = Text(vi: "Không có chứng thư số", en: "No certificate")
    package static let noCertificateWhy = Text(
        vi: "Trang dùng http hoặc chưa được kiểm tra lần nào.",
        en: "The website uses http, or has not been checked yet."
    )
    package static let validTo = Text(vi: "Có giá trị đến", en: "Valid to")
    package static let issuedTo = Text(vi: "Cấp cho", en: "Issued to")
    package static let issuer = Text(vi: "Bên cấp", en: "Issuer")
    package static let dnsNames = Text(vi: "Tên miền", en: "Names")
    package static let baseline = Text(vi: "Bản gốc", en: "Baseline")
    package static let noBaseline = Text(vi: "Chưa có bản gốc", en: "No baseline yet")
    package static let noBaselineWhy = Text(
        vi: "Bản gốc là trạng thái lành mạnh đã được chấp nhận; mọi thay đổi được so với nó.",
        en: "The baseline is an accepted healthy state; every change is compared with it."
    )
    package static let asBaseline = Text(
        vi: "Trang hiện giống bản gốc.",
        en: "The website is as its baseline."
    )
    package static func baselineAccepted(by name: String) -> Text {
        Text(
            vi: "\(name) chấp nhận lúc",
            en: "Accepted by \(name) on"
        )
    }
    package static let acceptBaseline = Text(vi: "Lấy hiện trạng làm bản gốc…", en: "Accept as new baseline…")
    package static let acceptBaselineMeans = Text(
        vi:
            "Trang như hiện nay sẽ được coi là lành mạnh. Chỉ làm khi đơn vị xác nhận các thay đổi là của mình.",
        en:
            "The website as it is now will count as healthy. Do this only when its owner confirms the changes."
    )
    package static let acceptBaselineConfirm = Text(vi: "Đúng, lấy làm bản gốc", en: "Yes, accept it")
}
