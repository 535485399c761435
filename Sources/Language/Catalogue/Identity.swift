extension Text {
    package static let roleAdministrator = Text(vi: "Quản trị viên", en: "Administrator")
    package static let roleLeader = Text(vi: "Lãnh đạo", en: "Leader")
    package static let roleOfficer = Text(vi: "Cán bộ xử lý", en: "Officer")
    package static let roleInspector = Text(vi: "Thanh tra, kiểm tra", en: "Inspector")
    package static let roleAuditor = Text(vi: "Kiểm toán", en: "Auditor")
    package static let roleViewer = Text(vi: "Người xem", en: "Viewer")

    package static let passwordTooShort = Text(
        vi: "Mật khẩu phải có ít nhất 12 ký tự. Hãy chọn mật khẩu dài hơn, ví dụ ghép nhiều từ dễ nhớ.",
        en:
            "A password needs at least 12 characters. Choose a longer one, such as several words you remember."
    )
    package static let passwordTooLong = Text(
        vi: "Mật khẩu dài quá 128 byte. Hãy chọn mật khẩu ngắn hơn.",
        en: "The password is longer than 128 bytes. Choose a shorter one."
    )
    package static let passwordIsSignInName = Text(
        vi: "Mật khẩu không được trùng với tên đăng nhập. Hãy chọn mật khẩu khác.",
        en: "The password must not be the sign-in name. Choose another one."
    )
    package static let passwordCommon = Text(
        vi: "Mật khẩu này quá phổ biến, dễ bị đoán ra. Hãy chọn mật khẩu khác.",
        en: "This password is too common and easily guessed. Choose another one."
    )
    package static let tooManySignIns = Text(
        vi: "Hiện có quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau ít giây.",
        en: "Too many people are signing in at once. Please try again in a few seconds."
    )
}
