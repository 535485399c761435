extension Text {
    /// The pages of units.
    package enum Units {
        package static let exists = Text(vi: "Hoạt động từ", en: "Exists since")
        package static let ended = Text(vi: "Kết thúc ngày", en: "Ended on")
        package static let electronicIdentifier = Text(
            vi: "Mã định danh điện tử",
            en: "Electronic identifier"
        )
        package static let area = Text(vi: "Diện tích", en: "Area")
        package static let worst = Text(vi: "Mức cao nhất", en: "Worst")
        package static let became = Text(vi: "Đã sắp xếp thành", en: "Became")
        package static let part = Text(vi: "một phần", en: "a part")
        package static let dayFormat = Text(vi: "ngày/tháng/năm", en: "dd/mm/yyyy")
        package static let dayUnreadable = Text(
            vi: "Không đọc được ngày này. Hãy ghi theo mẫu ngày/tháng/năm, ví dụ 30/06/2025.",
            en: "This day cannot be read. Write it as dd/mm/yyyy, such as 30/06/2025."
        )
        package static func decision(_ number: String) -> Text {
            Text(vi: "theo văn bản \(number)", en: "by document \(number)")
        }
        package static let decisionUnknown = Text(vi: "chưa rõ văn bản", en: "document not known")
    }
}
