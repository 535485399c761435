extension Text {
    package static let weekdays = [
        Text(vi: "Thứ Hai", en: "Monday"), Text(vi: "Thứ Ba", en: "Tuesday"),
        Text(vi: "Thứ Tư", en: "Wednesday"), Text(vi: "Thứ Năm", en: "Thursday"),
        Text(vi: "Thứ Sáu", en: "Friday"), Text(vi: "Thứ Bảy", en: "Saturday"),
        Text(vi: "Chủ Nhật", en: "Sunday"),
    ]
    package static func minutes(_ count: Int) -> Text {
        Text(vi: "phút", en: count == 1 ? "minute" : "minutes")
    }
    package static func hours(_ count: Int) -> Text { Text(vi: "giờ", en: count == 1 ? "hour" : "hours") }
    package static func days(_ count: Int) -> Text { Text(vi: "ngày", en: count == 1 ? "day" : "days") }
    package static let secondsUnit = Text(vi: "giây", en: "s")
    package static let underOneMinute = Text(vi: "dưới 1\u{A0}phút", en: "under 1\u{A0}minute")
    package static let justNow = Text(vi: "vừa xong", en: "just now")
    package static let soon = Text(vi: "trong chốc lát", en: "in a moment")
    package static func ago(_ length: String) -> Text { Text(vi: "\(length) trước", en: "\(length) ago") }
    package static func ahead(_ length: String) -> Text { Text(vi: "\(length) nữa", en: "in \(length)") }
}
