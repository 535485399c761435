extension Text {
    package static let serveAbstract = Text(
        vi: "Chạy Sen: bảng điều hành, theo dõi trang thông tin, hồ sơ, sổ cái.",
        en: "Runs Sen: the board, the website watch, the cases, the audit log."
    )
    package static let serveDiscussion = Text(
        vi: """
            Đọc cài đặt từ sen.yaml và các biến SEN_*; xem: sen config print. Lần chạy đầu tiên in ra một liên kết dùng \
            một lần để tạo quản trị viên. Dừng bằng Ctrl+C: việc đang làm được ghi xong rồi mới dừng.
            """,
        en: """
            Reads the settings from sen.yaml and the SEN_* variables; see: sen config print. The first start prints a \
            link, good for one use, that makes the administrator. Stop it with Ctrl+C: what is under way is finished.
            """
    )
    package static let serveSettingsHelp = Text(
        vi: "Tệp cài đặt; mặc định là sen.yaml trong thư mục hiện tại.",
        en: "The settings file; sen.yaml in the present folder by default."
    )
    package static let serveLabHelp = Text(
        vi: "Chạy cùng phòng thử nghiệm: các trang giả lập lần lượt gặp sự cố, dữ liệu để riêng.",
        en:
            "Runs with the lab: invented websites that turn bad one after another, in a data folder of their own."
    )
    package static func serveListens(_ address: String) -> Text {
        Text(vi: "Sen đang chạy: \(address)", en: "Sen is running: \(address)")
    }
    package static func serveFirstAdministrator(_ link: String) -> Text {
        Text(
            vi: "Chưa có quản trị viên. Mở liên kết này (dùng một lần, trong 24 giờ) để tạo: \(link)",
            en:
                "There is no administrator yet. Open this link (one use, within 24 hours) to make one: \(link)"
        )
    }
    package static func serveLabAccount(_ name: String, _ password: String) -> Text {
        Text(
            vi: "Tài khoản phòng thử nghiệm: \(name)   mật khẩu: \(password)",
            en: "Lab account: \(name)   password: \(password)"
        )
    }
    package static func serveLabControl(_ address: String) -> Text {
        Text(
            vi: "Bảng điều khiển phòng thử nghiệm (dữ liệu giả lập): \(address)",
            en: "The lab's control page (invented data): \(address)"
        )
    }
    package static func servePortTaken(_ address: String, _ port: Int) -> Text {
        Text(
            vi:
                "Không mở được cổng \(port) tại \(address). Hãy dừng chương trình đang dùng cổng này, hoặc đặt server.port khác.",
            en:
                "Cannot open port \(port) at \(address). Stop the program that uses it, or set another server.port."
        )
    }
    package static let serveLabPortHelp = Text(
        vi: "Cổng của phòng thử nghiệm; 0 để máy tự chọn.",
        en: "The lab's port; 0 lets the machine choose."
    )
    package static func serveLabRowRefused(_ line: Int) -> Text {
        Text(
            vi: "Dòng \(line) của danh sách trang thử nghiệm không đăng ký được.",
            en: "Line \(line) of the lab's list of websites could not be registered."
        )
    }
}
