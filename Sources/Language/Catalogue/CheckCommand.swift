/// Texts of `sen check`: its help.
extension Text {
    package static let checkAbstract = Text(
        vi: "Kiểm tra một trang web và cho biết có gì bất thường.",
        en: "Checks one website and says what is wrong with it."
    )
    package static let checkDiscussion = Text(
        vi: """
            Xem tên miền, kết nối, chứng thư số và tốc độ; sau đó tải trang như bốn loại người xem (người truy cập \
            thông thường, máy tìm kiếm, người đến từ máy tìm kiếm, điện thoại), so sánh chúng với nhau và tìm liên kết \
            ẩn, từ ngữ cờ bạc, mã lệnh lạ, khung nhúng, chuyển hướng và sơ đồ trang. Không cần máy chủ Sen.

            Ví dụ:
              Kiểm tra một trang:
                sen check https://xa-mau.example.vn
              Chỉ kiểm tra nhanh, không đọc nội dung:
                sen check xa-mau.example.vn --quick
              Ghi lại trạng thái đúng của trang, hôm khác so lại:
                sen check URL --save-baseline xa-mau.json
                sen check URL --baseline xa-mau.json
              Trang trong mạng nội bộ:
                sen check http://10.1.2.3/ --allow-range 10.1.0.0/16
              Cho chương trình khác đọc:
                sen check URL --json | jq .verdict

            Mã kết thúc:
              0   không thấy gì bất thường
              1   có điều cần chú ý
              2   có sự cố nghiêm trọng, kể cả khi không truy cập được
              3   không kiểm tra được: địa chỉ sai hoặc không được phép,
                  tường lửa chặn, tệp mốc so sánh không dùng được
              64  lệnh gõ sai

            Kết quả ra đầu ra chuẩn; tiến độ và thông báo ra đầu ra lỗi. Màu chỉ dùng trên màn hình dòng lệnh; đặt \
            NO_COLOR=1 để tắt.
            """,
        en: """
            Looks at name, connection, certificate and speed; then fetches the page as four visitors (a plain one, a \
            search engine, one who comes from a search engine, a telephone), compares them and looks for hidden \
            links, gambling terms, injected scripts, frames, redirects and the sitemap. Needs no Sen server.

            Examples:
              One website:
                sen check https://xa-mau.example.vn
              The light check alone, content not read:
                sen check xa-mau.example.vn --quick
              Record how it looks when it is right, compare another day:
                sen check URL --save-baseline xa-mau.json
                sen check URL --baseline xa-mau.json
              A website of the inner network:
                sen check http://10.1.2.3/ --allow-range 10.1.0.0/16
              For another program to read:
                sen check URL --json | jq .verdict

            Exit codes:
              0   nothing wrong was seen
              1   something needs attention
              2   something serious, also when it cannot be reached
              3   not checked: the address is wrong or not allowed,
                  a firewall refuses, a baseline file cannot be used
              64  the command was mistyped

            The report goes to standard output; progress and messages go to standard error. Colour is used only on a \
            terminal; NO_COLOR=1 turns it off.
            """
    )
    package static let checkURLHelp = Text(
        vi: "Địa chỉ của trang; thiếu http:// hay https:// thì dùng https://.",
        en: "The website's address; https:// is put before it when it has neither http:// nor https://."
    )
    package static let checkJSONHelp = Text(
        vi: "In báo cáo dạng JSON.",
        en: "Prints the report as JSON."
    )
    package static let checkQuickHelp = Text(
        vi: "Chỉ kiểm tra nhanh: tên miền, kết nối, chứng thư số, mã trả lời, tốc độ.",
        en: "The light check alone: name, connection, certificate, status, speed."
    )
    package static let checkBaselineHelp = Text(
        vi: "So với trạng thái trước đây, ghi trong tệp này.",
        en: "Compares with the earlier state in this file."
    )
    package static let checkSaveBaselineHelp = Text(
        vi: "Ghi trạng thái hiện tại vào tệp này để lần sau so sánh; tệp cũ bị thay.",
        en: "Writes the present state to this file for later comparison; replaces an older file."
    )
    package static let checkAllowRangeHelp = Text(
        vi: "Cho phép truy cập dải địa chỉ nội bộ này, ví dụ 10.1.0.0/16; có thể lặp lại.",
        en: "Allows addresses of this private range, such as 10.1.0.0/16; may be repeated."
    )
    package static func checkNoRange(_ typed: String) -> Text {
        Text(
            vi:
                "“\(typed)” không phải là dải địa chỉ. Hãy viết địa chỉ đầu và số bit, ví dụ 10.1.0.0/16 hoặc fd00::/8.",
            en:
                "“\(typed)” is no range of addresses. Write its first address and its bits, such as 10.1.0.0/16 or fd00::/8."
        )
    }
    package static let checkQuickHasNoBaseline = Text(
        vi: "Kiểm tra nhanh không đọc nội dung nên không dùng được mốc so sánh. Hãy bỏ --quick.",
        en: "The light check reads no content, so it has no baseline. Leave out --quick."
    )
}

/// Texts of `sen check`: its report.
extension Text {
    package static func checkHeading(_ url: String, _ time: String) -> Text {
        Text(vi: "Kiểm tra \(url) lúc \(time)", en: "Checked \(url) on \(time)")
    }
    package static let checkFine = Text(vi: "BÌNH THƯỜNG", en: "FINE")
    package static let checkNeedsAttention = Text(vi: "CẦN CHÚ Ý", en: "NEEDS ATTENTION")
    package static let checkSerious = Text(vi: "CÓ SỰ CỐ", en: "SERIOUS")
    package static let checkNotChecked = Text(vi: "KHÔNG KIỂM TRA ĐƯỢC", en: "NOT CHECKED")
    package static let checkNothingFound = Text(vi: "không có phát hiện nào", en: "no findings")
    package static let checkAnswer = Text(vi: "Trả lời", en: "Answer")
    package static func checkNoAnswer(_ code: String, attempts: Int) -> Text {
        Text(
            vi: "không có (\(code)), sau \(attempts) lần thử",
            en: "none (\(code)) after \(attempts == 1 ? "1 attempt" : "\(attempts) attempts")"
        )
    }
    package static func checkFromAddress(_ address: String) -> Text {
        Text(vi: "từ \(address)", en: "from \(address)")
    }
    package static func checkAllowRange(_ address: String) -> Text {
        Text(
            vi: "Nếu đây đúng là trang cần kiểm tra, hãy thêm: --allow-range \(address)",
            en: "If this is the website that you mean, add: --allow-range \(address)"
        )
    }
    package static let checkRefusedByFirewall = Text(
        vi:
            "Máy chủ từ chối lần kiểm tra này nên không đọc được nội dung; người dân có thể vẫn vào được. Hãy đề nghị cho phép địa chỉ của máy này.",
        en:
            "The server refused this check, so its content was not read; people may still get in. Ask for this machine's address to be allowed."
    )
    package static let checkTiming = Text(vi: "Thời gian", en: "Time")
    package static let checkStageDNS = Text(vi: "tên miền", en: "name")
    package static let checkStageConnect = Text(vi: "kết nối", en: "connection")
    package static let checkStageTLS = Text(vi: "bảo mật", en: "TLS")
    package static let checkStageFirstByte = Text(vi: "byte đầu tiên", en: "first byte")
    package static let checkCertificate = Text(vi: "Chứng thư số", en: "Certificate")
    package static func checkCertificateDays(_ days: String, issuer: String) -> Text {
        Text(vi: "còn \(days) ngày, do \(issuer) cấp", en: "\(days) days left, issued by \(issuer)")
    }
    package static let checkVisitors = Text(vi: "Người xem", en: "Visitors")
    package static let checkSitemap = Text(vi: "Sơ đồ trang", en: "Sitemap")
    package static func checkSitemapPages(_ count: String) -> Text {
        Text(vi: "\(count) địa chỉ", en: "\(count) addresses")
    }
    package static let checkNoSitemap = Text(vi: "không có", en: "none")
    package static let checkBaseline = Text(vi: "Mốc so sánh", en: "Baseline")
    package static let checkPage = Text(vi: "Trang", en: "Page")
    package static let checkDo = Text(vi: "Việc cần làm", en: "What to do")

    package static let visitorPlain = Text(vi: "người truy cập thông thường", en: "a plain visitor")
    package static let visitorSearchEngine = Text(vi: "máy tìm kiếm", en: "a search engine")
    package static let visitorFromSearch = Text(
        vi: "người đến từ máy tìm kiếm",
        en: "a visitor from a search engine"
    )
    package static let visitorMobile = Text(vi: "điện thoại", en: "a telephone")
    /// A code that has no name, such as one that a newer program wrote.
    package static func word(_ code: String) -> Text { Text(vi: code, en: code) }
}

/// Texts of `sen check`: progress and baseline files.
extension Text {
    package static func checkStepAttempt(_ number: Int) -> Text {
        Text(
            vi: number == 1 ? "Đang tải trang…" : "Không có trả lời; đang thử lần \(number)…",
            en: number == 1 ? "Fetching the page…" : "No answer; attempt \(number)…"
        )
    }
    package static let checkStepOtherVisitors = Text(
        vi: "Đang tải trang như máy tìm kiếm và điện thoại…",
        en: "Fetching it as a search engine and as a telephone…"
    )
    package static let checkStepSitemap = Text(vi: "Đang đọc sơ đồ trang…", en: "Reading the sitemap…")
    package static let checkStepResources = Text(
        vi: "Đang tải mã lệnh và hình ảnh của trang…",
        en: "Fetching the website's scripts and images…"
    )
    package static func checkBaselineMissing(_ path: String) -> Text {
        Text(
            vi: "Không đọc được tệp mốc so sánh \(path). Hãy tạo bằng: sen check URL --save-baseline \(path)",
            en:
                "The baseline file \(path) cannot be read. Make one with: sen check URL --save-baseline \(path)"
        )
    }
    package static func checkBaselineUnreadable(_ path: String) -> Text {
        Text(
            vi:
                "Tệp \(path) không phải là mốc so sánh của Sen, hoặc bị hỏng. Hãy tạo lại bằng --save-baseline.",
            en: "The file \(path) is no baseline of Sen's, or is damaged. Make it again with --save-baseline."
        )
    }
    package static func checkBaselineTooLarge(_ path: String) -> Text {
        Text(
            vi: "Tệp \(path) lớn quá 16 MB nên không phải là mốc so sánh của Sen.",
            en: "The file \(path) is larger than 16 MB, so it is no baseline of Sen's."
        )
    }
    package static func checkBaselineOfOther(_ path: String, _ url: String) -> Text {
        Text(
            vi: "Tệp \(path) là mốc so sánh của trang khác: \(url). Hãy chọn đúng tệp.",
            en: "The file \(path) is the baseline of another website: \(url). Choose the right file."
        )
    }
    package static func checkBaselineNotWritten(_ path: String) -> Text {
        Text(
            vi: "Không ghi được tệp \(path). Hãy kiểm tra thư mục, quyền ghi và dung lượng đĩa.",
            en:
                "The file \(path) cannot be written. Check the folder, its permissions and the space on the disk."
        )
    }
    package static let checkNothingToSave = Text(
        vi: "Không đọc được trang nên không ghi mốc so sánh. Hãy thử lại khi trang hoạt động bình thường.",
        en: "The page could not be read, so no baseline was saved. Try again when the website is in order."
    )
    package static func checkBaselineSaved(_ path: String, isClean: Bool) -> Text {
        let warning = Text(
            vi: " Lưu ý: trang đang có sự cố; chỉ dùng mốc này nếu chắc chắn trang đúng như vậy.",
            en: " Note that the website has serious findings; use this baseline only if it is meant to be so."
        )
        return Text(
            vi: "Đã ghi mốc so sánh vào \(path)." + (isClean ? "" : warning.vi),
            en: "The baseline was saved to \(path)." + (isClean ? "" : warning.en)
        )
    }
}
