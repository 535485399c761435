extension Text {
    package static let severityInformation = Text(vi: "Thông tin", en: "Information")
    package static let severityAttention = Text(vi: "Cần chú ý", en: "Attention")
    package static let severitySerious = Text(vi: "Nghiêm trọng", en: "Serious")
    package static let severityCritical = Text(vi: "Đặc biệt nghiêm trọng", en: "Critical")
}

/// As whom the watch asked for a page, in the middle of a sentence.
extension Text {
    package static let asVisitor = Text(vi: "người truy cập thông thường", en: "plain visitors")
    package static let asSearchEngine = Text(vi: "máy tìm kiếm", en: "search engines")
    package static let asFromSearch = Text(
        vi: "người đến từ kết quả tìm kiếm",
        en: "visitors who come from a search result"
    )
    package static let asMobile = Text(vi: "người dùng điện thoại", en: "telephones")
}

/// Limits that a page may be beyond, in the middle of a sentence.
extension Text {
    package static let pageTooLarge = Text(vi: "dung lượng trang quá lớn", en: "the page is too large")
    package static let pageTooDeep = Text(
        vi: "các thẻ lồng nhau quá sâu",
        en: "its elements are nested too deeply"
    )
    package static let pageTooManyNodes = Text(vi: "quá nhiều phần tử", en: "it has too many elements")
    package static let pageTooMuchMemory = Text(vi: "tốn quá nhiều bộ nhớ", en: "it takes too much memory")
    package static let pageParserFailed = Text(vi: "bộ phân tích không đọc được", en: "the parser gave up")
}
