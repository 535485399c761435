extension Text {
    package static let fetchUrlInvalid = Text(
        vi:
            "Địa chỉ không hợp lệ. Hãy nhập địa chỉ đầy đủ bắt đầu bằng http:// hoặc https://, không kèm tên đăng nhập, mật khẩu hay cổng không dùng cho trang web.",
        en:
            "The address is not valid. Enter a full address that begins with http:// or https://, without a user name, a password or a port that websites do not use."
    )
    package static let fetchDnsFailed = Text(
        vi:
            "Không tìm thấy tên miền này trong hệ thống DNS. Hãy kiểm tra chính tả của địa chỉ, thời hạn đăng ký tên miền và máy chủ DNS.",
        en:
            "The DNS does not know this name. Check the spelling of the address, whether the domain has expired, and its name servers."
    )
    package static let fetchConnectRefused = Text(
        vi:
            "Máy chủ từ chối kết nối. Hãy kiểm tra xem dịch vụ web có đang chạy và tường lửa có mở cổng không.",
        en:
            "The server refused the connection. Check that the web service runs and that the firewall lets it be reached."
    )
    package static let fetchConnectTimedOut = Text(
        vi:
            "Hết thời gian chờ mà chưa kết nối được với máy chủ. Hãy kiểm tra máy chủ, đường truyền và tường lửa.",
        en: "The server could not be reached in time. Check the server, its line and its firewall."
    )
    package static let fetchConnectFailed = Text(
        vi: "Kết nối với máy chủ bị ngắt giữa chừng. Hãy kiểm tra nhật ký của máy chủ và đường truyền.",
        en: "The connection to the server broke off. Check the server's log and its line."
    )
    package static let fetchTimedOut = Text(
        vi:
            "Máy chủ trả lời quá chậm nên lần kiểm tra đã dừng. Hãy kiểm tra tải của máy chủ và cơ sở dữ liệu của trang.",
        en:
            "The server answered too slowly, so the check stopped. Check the load of the server and of the site's database."
    )
    package static let fetchTlsFailed = Text(
        vi:
            "Không thiết lập được kết nối bảo mật (TLS). Hãy kiểm tra cấu hình HTTPS của máy chủ: cần hỗ trợ TLS 1.2 trở lên.",
        en:
            "No secure connection (TLS) came about. Check the server's HTTPS configuration: it must offer TLS 1.2 or later."
    )
    package static let fetchTooManyRedirects = Text(
        vi:
            "Trang chuyển hướng quá nhiều lần, có thể là vòng lặp. Hãy kiểm tra các quy tắc chuyển hướng trên máy chủ.",
        en: "The page redirects too many times, perhaps in a circle. Check the redirect rules of the server."
    )
    package static let fetchRedirectRefused = Text(
        vi:
            "Trang chuyển hướng đến một địa chỉ mà hệ thống không truy cập. Hãy kiểm tra xem trang có bị chèn chuyển hướng lạ không.",
        en:
            "The page redirects to an address that is never visited. Check whether a foreign redirect was planted."
    )
    package static func fetchAddressRefused(_ address: String) -> Text {
        Text(
            vi:
                "Tên miền trỏ đến địa chỉ \(address), thuộc dải địa chỉ không được truy cập. Nếu đây là trang nội bộ, hãy đề nghị quản trị viên cho phép dải địa chỉ này trong phần cài đặt; nếu không, hãy kiểm tra DNS.",
            en:
                "The name leads to \(address), in a range that is not visited. If this is an internal site, ask the administrator to allow the range in the settings; otherwise check the DNS."
        )
    }
    package static let fetchBodyTooLarge = Text(
        vi:
            "Máy chủ báo trang lớn hơn giới hạn nên hệ thống không tải về. Hãy kiểm tra xem địa chỉ có trỏ đến một tệp lớn không.",
        en:
            "The server announced a page beyond the size limit, so it was not read. Check whether the address leads to a large file."
    )
    package static let fetchDecompressionRatioExceeded = Text(
        vi:
            "Nội dung nén phình ra bất thường khi giải nén, giống một “bom nén”, nên lần kiểm tra đã dừng. Hãy kiểm tra xem máy chủ có bị xâm nhập không.",
        en:
            "The compressed content grows abnormally, as a decompression bomb does, so the check stopped. Check whether the server was broken into."
    )
    package static let fetchDecompressionFailed = Text(
        vi: "Không giải nén được nội dung máy chủ gửi. Hãy kiểm tra cấu hình nén (gzip, br) của máy chủ.",
        en: "What the server sent cannot be decompressed. Check the server's compression settings (gzip, br)."
    )
    package static let fetchHeadersTooLarge = Text(
        vi: "Phần đầu của câu trả lời vượt quá giới hạn. Hãy kiểm tra các cookie và tiêu đề mà máy chủ gửi.",
        en: "The headers of the answer exceed the limit. Check the cookies and headers that the server sends."
    )
    package static let fetchWrongLength = Text(
        vi:
            "Trang bị ngắt trước khi gửi đủ độ dài đã báo. Hãy kiểm tra máy chủ hoặc thiết bị trung gian (proxy) đứng trước nó.",
        en: "The page ended before its announced length. Check the server or the proxy in front of it."
    )
    package static let fetchProtocolError = Text(
        vi:
            "Máy chủ trả lời không đúng giao thức HTTP. Hãy kiểm tra xem địa chỉ và cổng có đúng là của một trang web không.",
        en: "The server's answer is not proper HTTP. Check that the address and the port belong to a website."
    )
    package static let fetchCancelled = Text(
        vi:
            "Lần kiểm tra đã dừng trước khi có kết quả. Điều này không nói lên tình trạng của trang; hãy kiểm tra lại.",
        en:
            "The check was stopped before there was a result. This says nothing about the website; check it again."
    )
    package static let fetchAuthoritiesUnreadable = Text(
        vi:
            "Không đọc được tệp chứng thư của cơ quan chứng thực bổ sung. Hãy kiểm tra đường dẫn, quyền đọc và định dạng PEM của tệp.",
        en:
            "The file of extra certificate authorities cannot be read. Check its path, that it may be read, and that it is PEM."
    )
}
