extension Text {
    package static let websiteKindStatePortal = Text(
        vi: "Cổng thông tin điện tử, trang thông tin điện tử của cơ quan nhà nước",
        en: "Portal or website of a state agency"
    )
    package static let websiteKindAggregatedNews = Text(
        vi: "Trang thông tin điện tử tổng hợp",
        en: "Aggregated-news website"
    )
    package static let websiteKindInternal = Text(
        vi: "Trang thông tin điện tử nội bộ",
        en: "Internal website"
    )
    package static let websiteKindPersonal = Text(
        vi: "Trang thông tin điện tử cá nhân",
        en: "Personal website"
    )
    package static let websiteKindSpecialisedService = Text(
        vi: "Trang thông tin điện tử cung cấp dịch vụ chuyên ngành",
        en: "Website of a specialised service"
    )
    package static let decreeOnInternetServices = Text(
        vi: "Nghị định số 147/2024/NĐ-CP ngày 09/11/2024 của Chính phủ",
        en: "Government Decree No. 147/2024/NĐ-CP of 9 November 2024"
    )
    package static let decreeOnStatePortals = Text(
        vi: "Nghị định số 42/2022/NĐ-CP của Chính phủ",
        en: "Government Decree No. 42/2022/NĐ-CP"
    )

    package static let criticalityOrdinary = Text(vi: "Thông thường", en: "Ordinary")
    package static let criticalityImportant = Text(vi: "Quan trọng", en: "Important")
    package static let criticalityCritical = Text(vi: "Đặc biệt quan trọng", en: "Critical")

    package static let websiteRetired = Text(
        vi:
            "Trang này đã được đưa ra khỏi danh sách theo dõi nên không thể thay đổi. Hãy đăng ký lại nếu trang hoạt động trở lại.",
        en:
            "This website is no longer watched, so it cannot be changed. Register it again if it is back in use."
    )
    package static func pauseOutOfRange(daysMax: Int) -> Text {
        Text(
            vi:
                "Thời điểm kết thúc tạm dừng phải ở trong tương lai và không quá \(daysMax) ngày kể từ bây giờ. Hãy chọn lại thời điểm.",
            en:
                "A pause must end in the future, at most \(daysMax) days from now. Please choose another time."
        )
    }
}
