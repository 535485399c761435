/// The lab's control page and command. What its websites say is their content, not ours: see Sources/Lab/Resources.
extension Text {
    // MARK: Command

    package static let labAbstract = Text(
        vi: "Chạy phòng thử nghiệm: các trang xã giả lập trên máy này, lần lượt gặp sự cố.",
        en: "Runs the lab: invented commune websites on this machine that turn bad one after another."
    )
    package static let labDiscussion = Text(
        vi: """
            Mọi trang đều ghi rõ là phòng thử nghiệm, người và sự việc là giả lập. Mở trang điều khiển bằng trình \
            duyệt để xem, làm sạch hoặc gây sự cố cho từng trang. Ví dụ:
              sen lab --port 8090
              sen lab --port 8090 --csv > trang.csv
            """,
        en: """
            Every page is labelled as a lab; people and events are invented. Open the control page in a browser to \
            look at, clean or break each site. For example:
              sen lab --port 8090
              sen lab --port 8090 --csv > sites.csv
            """
    )
    package static let labPortHelp = Text(
        vi: "Cổng trên máy này; 0 để máy tự chọn cổng trống.",
        en: "The port on this machine; 0 takes a free one."
    )
    package static let labSitesHelp = Text(
        vi: "Số trang, từ 1 đến 130.",
        en: "How many sites, from 1 to 130."
    )
    package static let labPaceHelp = Text(
        vi: "Số giây giữa hai sự cố; 0 để chỉ gây sự cố bằng tay.",
        en: "Seconds from one event to the next; 0 leaves breaking to you."
    )
    package static let labCSVHelp = Text(
        vi: "Chỉ in danh sách trang dạng CSV để nhập vào sổ đăng ký, rồi thoát.",
        en: "Only prints the sites as CSV for the import of the registry, and ends."
    )
    package static func labSitesOutOfRange(_ count: Int, max: Int) -> Text {
        Text(
            vi: "Không thể dựng \(count) trang. Hãy chọn từ 1 đến \(max).",
            en: "There cannot be \(count) sites. Choose from 1 to \(max)."
        )
    }
    package static func labPaceOutOfRange(_ pace: Int, max: Int) -> Text {
        Text(
            vi: "Không thể chờ \(pace) giây giữa hai sự cố. Hãy chọn từ 0 đến \(max).",
            en: "There cannot be \(pace) seconds between two events. Choose from 0 to \(max)."
        )
    }
    package static func labPortOutOfRange(_ port: Int) -> Text {
        Text(
            vi: "Không có cổng \(port). Hãy chọn từ 1024 đến 65535, hoặc 0 để máy tự chọn.",
            en: "There is no port \(port). Choose from 1024 to 65535, or 0 for a free one."
        )
    }
    package static let labCSVNeedsPort = Text(
        vi:
            "Địa chỉ trong CSV cần số cổng. Hãy thêm --port với cổng mà sen lab đang chạy, ví dụ --port 8090.",
        en:
            "The addresses in the CSV need a port. Add --port with the one that sen lab runs on, such as --port 8090."
    )
    package static func labPortTaken(_ port: Int) -> Text {
        Text(
            vi:
                "Không mở được cổng \(port): có lẽ chương trình khác đang dùng. Hãy chọn cổng khác hoặc --port 0.",
            en: "Port \(port) cannot be opened: another program may be using it. Choose another, or --port 0."
        )
    }
    package static func labListens(_ address: String, sites: Int) -> Text {
        Text(
            vi: "Phòng thử nghiệm (dữ liệu giả lập): \(sites) trang. Trang điều khiển: \(address)",
            en: "Lab (invented data): \(sites) sites. Control page: \(address)"
        )
    }

    // MARK: Control page

    package static let labTitle = Text(vi: "Phòng thử nghiệm", en: "Lab")
    package static let labBanner = Text(
        vi: "Phòng thử nghiệm — dữ liệu giả lập",
        en: "Lab — invented data"
    )
    package static let labIntroduction = Text(
        vi: """
            Các trang dưới đây là trang xã giả lập chạy trên máy này. Chúng lần lượt gặp sự cố; mỗi trang có thể được \
            làm sạch hoặc gây sự cố bằng một lần bấm.
            """,
        en: """
            The sites below play commune portals on this machine. They turn bad one after another; one click cleans \
            or breaks each of them.
            """
    )
    package static let labClean = Text(vi: "Làm sạch", en: "Clean")
    package static let labBreak = Text(vi: "Gây sự cố", en: "Break")
    package static let labReset = Text(vi: "Đặt lại từ đầu", en: "Reset all")
    package static let labSite = Text(vi: "Trang", en: "Site")
    package static let labStateHead = Text(vi: "Tình trạng", en: "State")
    package static let labActions = Text(vi: "Thao tác", en: "Actions")
    package static let labDownload = Text(vi: "Tải danh sách (CSV)", en: "Download the list (CSV)")
    package static let labOtherLanguage = Text(vi: "English", en: "Tiếng Việt")
    package static let labHealthy = Text(vi: "Bình thường", en: "Healthy")
    package static let labEdited = Text(vi: "Có sửa đổi vô hại", en: "Edited, harmless")
    package static let labBroken = Text(vi: "Đang có sự cố", en: "Broken")
    package static let labCleaned = Text(vi: "Đã làm sạch", en: "Cleaned")
    package static func labChooseAttack(_ site: String) -> Text {
        Text(vi: "Chọn sự cố cho \(site)", en: "Choose an attack on \(site)")
    }
    package static func labBrokenOf(_ broken: Int, _ all: Int) -> Text {
        Text(vi: "\(broken) trong \(all) trang đang có sự cố", en: "\(broken) of \(all) sites are broken")
    }
    package static let labNoSuchSite = Text(
        vi: "Không có trang này trong phòng thử nghiệm. Danh sách ở trang điều khiển.",
        en: "There is no such site in the lab. The control page lists them."
    )
    package static let labNoSuchAttack = Text(
        vi: "Không có loại sự cố này. Danh sách ở /api/attacks.",
        en: "There is no such attack. /api/attacks lists them."
    )
    package static let labNoSuchPage = Text(
        vi: "Không có địa chỉ này trong phòng thử nghiệm. Hãy mở trang điều khiển ở địa chỉ gốc.",
        en: "The lab has no such address. Open the control page at the root."
    )
    package static let labForeignOrigin = Text(
        vi: "Yêu cầu đến từ một trang khác nên bị từ chối. Hãy thao tác trên trang điều khiển.",
        en: "The request came from another page and was refused. Use the control page."
    )

    // MARK: Attacks

    package static let labHiddenByDisplay = Text(
        vi: "Liên kết ẩn (display:none)",
        en: "Hidden links (display:none)"
    )
    package static let labHiddenOffScreen = Text(vi: "Liên kết ẩn ngoài màn hình", en: "Links off screen")
    package static let labHiddenByFontSize = Text(vi: "Liên kết ẩn bằng cỡ chữ 0", en: "Links in size zero")
    package static let labHiddenByMarquee = Text(
        vi: "Liên kết ẩn trong dải chạy 1 điểm ảnh",
        en: "Links in a 1-pixel marquee"
    )
    package static let labHiddenByClass = Text(
        vi: "Liên kết ẩn bằng lớp CSS",
        en: "Links hidden by a CSS class"
    )
    package static let labHiddenByColour = Text(
        vi: "Liên kết trắng trên nền trắng",
        en: "Links white on white"
    )
    package static let labVisibleSpam = Text(
        vi: "Liên kết quảng cáo cờ bạc lộ rõ",
        en: "Visible gambling links"
    )
    package static let labCommentLinks = Text(
        vi: "Liên kết trong chú thích HTML",
        en: "Links in an HTML comment"
    )
    package static let labObfuscatedWords = Text(
        vi: "Từ cấm viết tách để né",
        en: "Forbidden words, obfuscated"
    )
    package static let labExternalScript = Text(vi: "Mã lạ từ máy chủ ngoài", en: "Foreign script")
    package static let labRefererScript = Text(
        vi: "Mã chuyển hướng người đến từ máy tìm kiếm",
        en: "Script that redirects visitors from search engines"
    )
    package static let labHiddenFrame = Text(vi: "Khung ẩn (iframe 0×0)", en: "Hidden iframe (0×0)")
    package static let labCanonical = Text(
        vi: "Thẻ canonical trỏ sang trang lạ",
        en: "Canonical to another host"
    )
    package static let labRefresh = Text(vi: "Tự chuyển trang (meta refresh)", en: "Meta refresh")
    package static let labTitleSpam = Text(
        vi: "Tiêu đề, mô tả quảng cáo cờ bạc",
        en: "Spam in title and description"
    )
    package static let labDefacement = Text(vi: "Thay giao diện (deface)", en: "Defacement")
    package static let labLicenceRemoved = Text(vi: "Mất dòng giấy phép", en: "Licence line removed")
    package static let labCloakedForSearchEngines = Text(
        vi: "Chỉ hiện cho máy tìm kiếm",
        en: "Shown to search engines only"
    )
    package static let labCloakedFromSearch = Text(
        vi: "Chỉ hiện cho người đến từ máy tìm kiếm",
        en: "Shown to visitors from search engines only"
    )
    package static let labCloakedForMobile = Text(
        vi: "Chỉ hiện cho điện thoại",
        en: "Shown to telephones only"
    )
    package static let labCloakedRedirect = Text(
        vi: "Chỉ chuyển hướng người đến từ máy tìm kiếm",
        en: "Redirects only visitors from search engines"
    )
    package static let labRedirect = Text(
        vi: "Chuyển hướng sang tên miền lạ",
        en: "Redirect to another domain"
    )
    package static let labParasitePages = Text(
        vi: "Trang ký sinh trong sơ đồ trang",
        en: "Parasite pages in the sitemap"
    )
    package static let labScriptTampered = Text(vi: "Mã của trang bị sửa", en: "Own script tampered with")
    package static let labImageReplaced = Text(vi: "Ảnh của trang bị thay", en: "Own images replaced")
    package static let labServerError = Text(vi: "Lỗi máy chủ (503)", en: "Server error (503)")
    package static let labSlow = Text(vi: "Trả lời quá chậm", en: "Far too slow")
}
