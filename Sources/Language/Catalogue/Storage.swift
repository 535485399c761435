extension Text {
    package static let storeFailed = Text(
        vi: "Hệ thống chưa lưu được thay đổi. Hãy thử lại sau ít phút.",
        en: "The change could not be saved. Please try again in a few minutes."
    )
    package static let diskFull = Text(
        vi:
            "Ổ đĩa của máy chủ đã đầy nên thay đổi chưa được lưu. Hãy báo quản trị viên giải phóng chỗ trống rồi thử lại.",
        en:
            "The server's disk is full, so nothing was saved. Ask the administrator to free some space, then try again."
    )
}
