/// Texts of `sen config`.
extension Text {
    package static let configAbstract = Text(
        vi: "Kiểm tra và xem cài đặt của Sen.",
        en: "Checks and shows Sen's settings."
    )
    package static let configDiscussion = Text(
        vi: """
            Cài đặt nằm trong một tệp YAML (mặc định: sen.yaml trong thư mục hiện tại, hoặc tệp nêu trong biến \
            SEN_SETTINGS). Mỗi cài đặt còn có một biến môi trường; biến môi trường được ưu tiên hơn tệp.

            Ví dụ:
              sen config check /etc/sen/sen.yaml
              SEN_SERVER_PORT=9000 sen config print
              sen config manual
            """,
        en: """
            Settings lie in one YAML file (sen.yaml in the present folder, or the file that SEN_SETTINGS names). Each \
            setting has a variable of the environment as well, which goes before the file.

            Examples:
              sen config check /etc/sen/sen.yaml
              SEN_SERVER_PORT=9000 sen config print
              sen config manual
            """
    )
    package static let configCheckAbstract = Text(
        vi: "Kiểm tra tệp cài đặt và biến môi trường, nêu mọi chỗ sai.",
        en: "Checks the file and the environment, and names everything that is wrong."
    )
    package static let configPrintAbstract = Text(
        vi: "In các cài đặt đang có hiệu lực; bí mật được che.",
        en: "Prints the settings in force; secrets are masked."
    )
    package static let configManualAbstract = Text(
        vi: "In hướng dẫn về mọi cài đặt.",
        en: "Prints the manual of all settings."
    )
    package static let configFileHelp = Text(vi: "Tệp cài đặt.", en: "The settings file.")
    package static func configIsRight(_ file: String?) -> Text {
        Text(
            vi: "Cài đặt hợp lệ (\(file ?? "không có tệp, dùng mặc định và biến môi trường")).",
            en: "The settings are right (\(file ?? "no file; defaults and environment"))."
        )
    }

    package static let settingsUnreadable = Text(
        vi: "Không đọc được tệp cài đặt. Hãy kiểm tra tên tệp và quyền đọc.",
        en: "The settings file cannot be read. Check its name and its permissions."
    )
    package static func settingsTooLarge(_ kilobytes: Int) -> Text {
        Text(
            vi: "Tệp cài đặt lớn quá \(kilobytes) KB. Hãy kiểm tra xem có chọn nhầm tệp không.",
            en: "The settings file is larger than \(kilobytes) KB. Check that it is the right file."
        )
    }
    package static let settingsNotUTF8 = Text(
        vi: "Tệp cài đặt không phải là văn bản UTF-8. Hãy lưu lại tệp ở dạng UTF-8.",
        en: "The settings file is not UTF-8 text. Save it as UTF-8."
    )
    package static let settingsAlias = Text(
        vi:
            "Tệp cài đặt không dùng bí danh YAML: không từ nào được bắt đầu bằng & hoặc *, kể cả trong chú thích. Hãy viết lại giá trị đầy đủ.",
        en:
            "The settings file has no YAML aliases: no word may begin with & or *, also in a comment. Write the value out."
    )
    package static func settingsNotYAML(_ complaint: String) -> Text {
        Text(
            vi:
                "Chỗ này không đúng cú pháp YAML (\(complaint)). Hãy xem dấu hai chấm, thụt dòng và dấu ngoặc kép.",
            en: "This is not YAML (\(complaint)). Look at colons, indents and quotes."
        )
    }
    package static let settingsNoMapping = Text(
        vi: "Tệp cài đặt phải gồm các dòng “tên: giá trị”, ví dụ language: vi",
        en: "The settings file must hold lines “name: value”, such as language: vi"
    )
    package static let settingsKeyNoText = Text(
        vi: "Tên của cài đặt phải là một từ, ví dụ port",
        en: "The name of a setting must be a word, such as port"
    )
    package static func settingUnknown(_ typed: String, nearest: String) -> Text {
        Text(
            vi: "Không có cài đặt “\(typed)”. Có phải ý bạn là “\(nearest)”? Xem tất cả: sen config manual",
            en: "There is no setting “\(typed)”. Did you mean “\(nearest)”? See all: sen config manual"
        )
    }
    package static func settingIsWrong(_ path: String, shown: String?, expected: Text) -> Text {
        Text(
            vi: "\(path) phải là \(expected.vi)" + (shown.map { ", không phải “\($0)”." } ?? "."),
            en: "\(path) must be \(expected.en)" + (shown.map { ", not “\($0)”." } ?? ".")
        )
    }
}

/// What a setting may be, after “must be”.
extension Text {
    package static func settingExpectsInteger(_ least: Int, _ most: Int) -> Text {
        Text(vi: "số nguyên từ \(least) đến \(most)", en: "a whole number from \(least) to \(most)")
    }
    package static let settingExpectsLanguage = Text(vi: "vi hoặc en", en: "vi or en")
    package static let settingExpectsTimeZone = Text(
        vi: "tên múi giờ của IANA, ví dụ Asia/Ho_Chi_Minh",
        en: "a time zone's IANA name, such as Asia/Ho_Chi_Minh"
    )
    package static let settingExpectsFolder = Text(
        vi: "đường dẫn tới một thư mục, ví dụ /var/lib/sen",
        en: "the path of a folder, such as /var/lib/sen"
    )
    package static let settingExpectsFile = Text(
        vi: "đường dẫn tới một tệp, ví dụ /etc/sen/ca.pem",
        en: "the path of a file, such as /etc/sen/ca.pem"
    )
    package static let settingExpectsAddress = Text(
        vi: "địa chỉ IP, ví dụ 127.0.0.1 hoặc ::",
        en: "an IP address, such as 127.0.0.1 or ::"
    )
    package static let settingExpectsURL = Text(
        vi: "địa chỉ web đầy đủ, ví dụ https://sen.example.vn/",
        en: "a whole web address, such as https://sen.example.vn/"
    )
    package static let settingExpectsRanges = Text(
        vi: "danh sách dải địa chỉ, ví dụ [\"10.1.0.0/16\", \"fd00::/8\"]",
        en: "a list of address ranges, such as [\"10.1.0.0/16\", \"fd00::/8\"]"
    )
    package static let settingExpectsOrigin = Text(
        vi: "tên không có khoảng trắng và dấu cộng, ví dụ sen.example.vn/audit",
        en: "a name without spaces and plus signs, such as sen.example.vn/audit"
    )
    package static let settingExpectsConnection = Text(
        vi: "chuỗi kết nối PostgreSQL, ví dụ postgresql://sen:mật-khẩu@db1,db2/sen",
        en: "a connection string of PostgreSQL, such as postgresql://sen:password@db1,db2/sen"
    )
    package static let settingExpectsKey = Text(
        vi: "32 byte viết ở dạng base64, ví dụ do lệnh openssl rand -base64 32 tạo ra",
        en: "32 bytes in base64, as openssl rand -base64 32 makes them"
    )
}

/// What each setting means.
extension Text {
    package static let settingLanguage = Text(
        vi: "Ngôn ngữ của những gì chưa biết người đọc là ai: dòng lệnh, nhật ký, trang đăng nhập.",
        en: "The language of what has no known reader yet: the shell, the log, the first page."
    )
    package static let settingTimeZone = Text(
        vi: "Múi giờ để tính ngày của thời hạn và hiển thị giờ.",
        en: "The time zone in which the days of deadlines are counted and times are shown."
    )
    package static let settingDataFolder = Text(
        vi: "Thư mục chứa cơ sở dữ liệu, tệp đính kèm và khóa của nhật ký. Hãy sao lưu thư mục này.",
        en: "The folder of the database, attachments and the log's key. Back it up."
    )
    package static let settingDatabaseURL = Text(
        vi:
            "Cơ sở dữ liệu PostgreSQL lưu dữ liệu của Sen, khi một máy chủ không còn đủ. Nếu không đặt, dữ liệu nằm trong thư mục dữ liệu (SQLite). Nên đặt bằng biến môi trường vì chuỗi này có thể chứa mật khẩu.",
        en:
            "The PostgreSQL database that keeps Sen's data, when one machine is no longer enough. Without it the data lies in the data folder (SQLite). Better given by the environment, since it may hold a password."
    )
    package static let settingServerAddress = Text(
        vi:
            "Địa chỉ mà máy chủ lắng nghe. Mặc định chỉ máy này truy cập được; khi mở ra mạng, hãy đặt sau một proxy có TLS.",
        en:
            "The address that the server listens on. By default only this machine reaches it; put a proxy with TLS before it when you open it to a network."
    )
    package static let settingServerPort = Text(
        vi: "Cổng mà máy chủ lắng nghe.",
        en: "The port that the server listens on."
    )
    package static let settingPublicURL = Text(
        vi: "Địa chỉ mà mọi người gõ để vào Sen; dùng trong liên kết và biên nhận.",
        en: "The address that people type to reach Sen; part of links and receipts."
    )
    package static let settingDeepSeconds = Text(
        vi:
            "Số giây giữa hai lần kiểm tra sâu một trang. Ngắn hơn thì phát hiện sớm hơn và tải nặng hơn cho máy chủ của xã.",
        en:
            "Seconds between two deep checks of a website. Shorter finds sooner and burdens the communes' servers more."
    )
    package static let settingConfirmSeconds = Text(
        vi: "Số giây trước khi thử lại một trang vừa không trả lời, cho đến khi xác nhận sự cố.",
        en: "Seconds before a website that has just failed is tried again, until the outage is confirmed."
    )
    package static let settingBackOff = Text(
        vi: "Trang ngừng hoạt động được kiểm tra thưa dần, nhưng không thưa quá số giây này.",
        en:
            "A website that stays down is looked at less and less, though never later than after these seconds."
    )
    package static let settingChecksPerHost = Text(
        vi: "Số lần kiểm tra cùng lúc trên một máy chủ: nhiều trang thường chung một máy chủ nhỏ.",
        en: "Checks of one host at once: many websites share one small server."
    )
    package static let settingHostGap = Text(
        vi: "Số mili giây giữa hai lần bắt đầu kiểm tra trên cùng một máy chủ.",
        en: "Milliseconds between two starts at one host."
    )
    package static let settingAllowedRanges = Text(
        vi:
            "Các dải địa chỉ nội bộ được phép truy cập. Ngoài các dải này, Sen không bao giờ truy cập địa chỉ nội bộ, để không ai dùng tên miền mà sai khiến Sen vào mạng trong.",
        en:
            "Private ranges that may be visited. Outside of them Sen never visits a private address, so that nobody can use a name to send it into the inner network."
    )
    package static let settingTrustedProxies = Text(
        vi:
            "Các máy chủ ủy quyền (proxy) đứng trước Sen. Chỉ khi yêu cầu đến từ các địa chỉ này, Sen mới tin tiêu đề X-Forwarded-For để biết địa chỉ thật của người dùng, dùng khi giới hạn số lần đăng nhập sai.",
        en:
            "Proxies that stand before Sen. Only from them does Sen believe the header X-Forwarded-For, which tells the real address of who asks; it is what wrong sign-ins are counted by."
    )
    package static let settingContactURL = Text(
        vi: "Trang cho biết ai đang giám sát và liên hệ thế nào; được gửi kèm mỗi lần truy cập.",
        en: "A page that says who watches and how to reach them; sent with each visit."
    )
    package static let settingFetchesAtOnce = Text(
        vi: "Số lần tải cùng lúc trên mọi trang: 64 đủ cho 8.000 trang mỗi phút.",
        en: "Fetches at once over all websites: 64 keep 8,000 websites within a minute."
    )
    package static let settingFetchesPerHost = Text(
        vi: "Số lần tải cùng lúc trên một máy chủ.",
        en: "Fetches at once from one host."
    )
    package static let settingExtraAuthorities = Text(
        vi: "Tệp PEM gồm các tổ chức chứng thực được tin cậy thêm, ví dụ của riêng tỉnh.",
        en: "A PEM file of authorities trusted in addition, such as the province's own."
    )
    package static let settingAuditOrigin = Text(
        vi: "Tên của nhật ký trong mỗi điểm kiểm chứng có chữ ký: không trùng với ai và không đổi về sau.",
        en: "The log's name in each signed checkpoint: nobody else's, and never changed afterwards."
    )
    package static let settingSealingKey = Text(
        vi:
            "Khóa niêm phong các bí mật của mã dùng một lần trong cơ sở dữ liệu. Nên đặt bằng biến môi trường; mất khóa thì mọi người phải đăng ký lại mã.",
        en:
            "The key that seals the secrets of one-time codes in the database. Better given by the environment; when it is lost, everybody has to enrol again."
    )
}

/// The manual of the settings.
extension Text {
    package static let settingsManual = Text(
        vi: """
            # Cài đặt

            Sen đọc một tệp YAML (`sen.yaml` trong thư mục hiện tại, hoặc tệp nêu trong `SEN_SETTINGS`), sau đó đọc biến
            môi trường; biến môi trường được ưu tiên. Tên lạ làm Sen dừng lại và nêu tên gần nhất. Danh sách trong biến môi
            trường được viết cách nhau bằng dấu phẩy. Tệp không dùng bí danh YAML: không từ nào bắt đầu bằng `&` hoặc `*`.
            `sen config check` kiểm tra mọi thứ, `sen config print` in những gì đang có hiệu lực.

            """,
        en: """
            # Settings

            Sen reads one YAML file (`sen.yaml` in the present folder, or the file that `SEN_SETTINGS` names), then the
            environment, which has the last word. An unknown name stops Sen and names the nearest known one. Lists in the
            environment are written with commas. The file has no YAML aliases: no word begins with `&` or `*`.
            `sen config check` checks everything, `sen config print` prints what is in force.

            Made by `sen config manual` from the definitions in `Sources/sen/Settings/`; a test keeps it current. After a
            change: `SEN_WRITE_DOCS=1 swift test --filter ConfigCommandTests`.

            """
    )
    package static let settingMayBe = Text(vi: "Giá trị", en: "May be")
    package static let settingDefault = Text(vi: "Mặc định", en: "Default")
    package static let settingNone = Text(vi: "không có", en: "none")
    package static let settingVariable = Text(vi: "Biến môi trường", en: "Variable")
    package static let settingSecret = Text(
        vi: "Bí mật: không bao giờ được in ra.",
        en: "Secret: never printed."
    )
}
