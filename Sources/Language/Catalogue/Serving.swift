extension Text {
    package static let signInNeeded = Text(
        vi: "Bạn chưa đăng nhập hoặc phiên đã hết hạn. Hãy đăng nhập rồi làm lại.",
        en: "You are not signed in, or your session has ended. Sign in and try again."
    )
    package static let enrolmentNeeded = Text(
        vi:
            "Tài khoản này phải bật mã xác thực một lần trước. Hãy mở trang bật mã xác thực và làm theo hướng dẫn.",
        en: "This account needs one-time codes first. Open the page that sets them up and follow it."
    )
    package static let formForged = Text(
        vi: "Biểu mẫu này không phải của phiên làm việc hiện tại. Hãy tải lại trang rồi gửi lại.",
        en: "This form does not belong to your present session. Reload the page and send it again."
    )
    package static let formUnreadable = Text(
        vi: "Máy chủ không đọc được nội dung gửi lên. Hãy tải lại trang rồi gửi lại.",
        en: "The server could not read what was sent. Reload the page and send it again."
    )
    package static let fieldMissing = Text(
        vi: "Còn một ô bắt buộc chưa điền. Hãy điền đủ rồi gửi lại.",
        en: "A required field is empty. Fill it in and send again."
    )
    package static let fileMissing = Text(
        vi: "Chưa chọn tệp. Hãy chọn một tệp rồi gửi lại.",
        en: "No file was chosen. Choose one and send again."
    )
    package static let streamsFull = Text(
        vi: "Đang mở quá nhiều trang cập nhật trực tiếp. Hãy đóng bớt thẻ trình duyệt rồi tải lại trang.",
        en: "Too many live pages are open. Close some tabs, then reload the page."
    )
    package static let bodyTooLarge = Text(
        vi: "Nội dung gửi lên quá lớn. Hãy gửi tệp nhỏ hơn hoặc chia thành nhiều lần.",
        en: "What was sent is too large. Send a smaller file, or send it in parts."
    )
    package static let pageNotFound = Text(
        vi: "Không có trang này. Hãy kiểm tra lại địa chỉ hoặc quay về bảng điều hành.",
        en: "There is no such page. Check the address or go back to the board."
    )
    package static let bodyCutOff = Text(
        vi:
            "Nội dung gửi lên bị ngắt giữa chừng nên không có gì được lưu. Hãy kiểm tra đường truyền rồi gửi lại.",
        en: "What was sent broke off, so nothing was saved. Check the connection and send it again."
    )
    package static let requestTooSlow = Text(
        vi:
            "Yêu cầu gửi quá chậm nên máy chủ đã ngắt kết nối, không có gì được lưu. Hãy kiểm tra đường truyền rồi gửi lại.",
        en:
            "The request came too slowly, so the server has closed the connection and saved nothing. Check the connection and send it again."
    )
    package static let requestUnreadable = Text(
        vi:
            "Máy chủ không đọc được yêu cầu này: không đúng HTTP/1.1, hoặc phần đầu quá dài. Hãy xóa cookie của trang này rồi tải lại; nếu là chương trình, hãy sửa yêu cầu.",
        en:
            "The server could not read this request: it is not HTTP/1.1, or its headers are too long. Delete this site's cookies and reload; if it is a program, correct its request."
    )
    package static let connectionsFull = Text(
        vi: "Máy chủ đang có quá nhiều kết nối. Hãy thử lại sau ít phút.",
        en: "The server has too many connections just now. Please try again in a few minutes."
    )
}
