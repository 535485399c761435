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
    package static let databaseAway = Text(
        vi:
            "Máy chủ cơ sở dữ liệu tạm thời không trả lời nên thay đổi chưa được lưu. Hãy thử lại sau ít phút; nếu vẫn lỗi, hãy báo quản trị viên.",
        en:
            "The database server does not answer at the moment, so nothing was saved. Try again in a few minutes; if it goes on, tell the administrator."
    )
    package static let outcomeUnknown = Text(
        vi:
            "Mất kết nối với cơ sở dữ liệu đúng lúc lưu nên chưa rõ thay đổi đã được lưu hay chưa. Hãy tải lại trang để kiểm tra trước khi làm lại.",
        en:
            "The connection to the database was lost at the moment of saving, so it is not known whether the change was saved. Reload and look before doing it again."
    )
}
