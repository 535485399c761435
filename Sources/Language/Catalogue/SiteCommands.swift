/// What `sen sites` says.
extension Text {
    package enum Sites {
        package static let abstract = Text(
            vi: "Danh sách trang theo dõi: xem, nhập, xuất, thêm, bỏ, kiểm tra lại.",
            en: "The websites that are watched: list, import, export, add, remove, re-check."
        )
        package static let discussion = Text(
            vi: """
                Dùng được cả khi máy chủ đang chạy trên cùng thư mục dữ liệu; máy chủ thấy thay đổi sau vài giây. Ai ghi \
                được thư mục dữ liệu thì dùng được lệnh này; nhật ký ghi mỗi thay đổi là do system:command.

                Ví dụ:
                  sen sites import trang.csv --dry-run
                  sen sites list --unit 17329 --find "do luong"
                  sen sites show xa-mau.nghean.gov.vn
                  sen sites recheck xa-mau.nghean.gov.vn

                Mã kết thúc: 0 xong, 1 bị từ chối hoặc có dòng bị từ chối, 2 không đọc được dữ liệu hay tệp, 64 gõ sai lệnh.
                """,
            en: """
                Works also while a server runs on the same data folder; the server sees a change within seconds. Whoever \
                may write the data folder may use it; the log names system:command for each change.

                Examples:
                  sen sites import websites.csv --dry-run
                  sen sites list --unit 17329 --find "do luong"
                  sen sites show xa-mau.nghean.gov.vn
                  sen sites recheck xa-mau.nghean.gov.vn

                Exit codes: 0 done, 1 refused or some rows refused, 2 the data or the file cannot be read, 64 the command \
                was not understood.
                """
        )
        package static let listAbstract = Text(
            vi: "Liệt kê các trang, theo tên.",
            en: "Lists websites, by name."
        )
        package static let listDiscussion = Text(
            vi: """
                Ví dụ:
                  sen sites list --health serious --health critical
                  sen sites list --unit so-noi-vu --state paused
                  sen sites list --find "do luong" --json | jq -r .url
                """,
            en: """
                Examples:
                  sen sites list --health serious --health critical
                  sen sites list --unit so-noi-vu --state paused
                  sen sites list --find "do luong" --json | jq -r .url
                """
        )
        package static let stateHelp = Text(
            vi: "Chỉ các trang ở trạng thái này; dùng nhiều lần được. Mặc định: watched và paused.",
            en: "Only websites in this state; may be repeated. By default: watched and paused."
        )
        package static let healthHelp = Text(
            vi: "Chỉ các trang có tình trạng này; dùng nhiều lần được.",
            en: "Only websites that stand like this; may be repeated."
        )
        package static let findHelp = Text(
            vi: "Chỉ các trang có những từ này trong tên hoặc địa chỉ; gõ không dấu cũng được.",
            en: "Only websites with these words in name or address; tones may be left out."
        )
        package static let showAbstract = Text(
            vi: "Cho biết mọi điều về một trang: đơn vị, tình trạng, phát hiện đang mở.",
            en: "Shows all about one website: its unit, how it stands, what was found."
        )
        package static let siteHelp = Text(
            vi: "Địa chỉ hoặc mã của trang, ví dụ xa-mau.nghean.gov.vn",
            en: "The website's address or id, such as xa-mau.nghean.gov.vn"
        )
        package static func noSuchSite(_ typed: String) -> Text {
            Text(
                vi: "Không có trang nào ở địa chỉ “\(typed)”. Hãy tìm: sen sites list --find TỪ",
                en: "No website has the address “\(typed)”. Find it: sen sites list --find WORDS"
            )
        }
        package static let importAbstract = Text(
            vi: "Nhập danh sách trang từ tệp CSV, báo cáo từng dòng.",
            en: "Takes in a list of websites from a CSV file, with a report for each row."
        )
        package static let importDiscussion = Text(
            vi: """
                Cần các cột url, name, unit (mã hoặc tên đầy đủ của đơn vị); có thể thêm kind, criticality, responsible, \
                contact, licence, licence_issued, licence_expires. Tiêu đề tiếng Việt cũng dùng được. Dòng có địa chỉ đã \
                biết sẽ sửa trang đó; dòng sai được báo lại, các dòng khác vẫn được ghi, nên sửa xong cứ nhập lại cả tệp.

                Ví dụ:
                  sen sites import trang.csv --dry-run --problems-only
                  sen sites import trang.csv > bao-cao.txt
                  sen sites export | sen sites import /dev/stdin --dry-run
                """,
            en: """
                Needs the columns url, name, unit (a unit's id or full name); kind, criticality, responsible, contact, \
                licence, licence_issued and licence_expires may be there. Vietnamese headers mean the same. A row whose \
                address is known changes that website; wrong rows are reported and the others written, so the corrected \
                file can be taken in again as a whole.

                Examples:
                  sen sites import websites.csv --dry-run --problems-only
                  sen sites import websites.csv > report.txt
                  sen sites export | sen sites import /dev/stdin --dry-run
                """
        )
        package static let exportAbstract = Text(
            vi: "Xuất danh sách trang ra CSV, nhập lại được.",
            en: "Writes the list of websites as CSV that can be taken in again."
        )
        package static let exportDiscussion = Text(
            vi: """
                Ví dụ:
                  sen sites export > trang.csv
                  sen sites export --unit 17329 --output xa.csv
                """,
            en: """
                Examples:
                  sen sites export > websites.csv
                  sen sites export --unit 17329 --output commune.csv
                """
        )
        package static let outputHelp = Text(
            vi: "Ghi vào tệp mới này thay vì đầu ra chuẩn; chỉ bạn đọc được tệp.",
            en: "Writes this new file, which only you can read, and not standard output."
        )
    }
}

// MARK: - Changes

extension Text.Sites {
    package static let addAbstract = Text(
        vi: "Thêm một trang vào danh sách theo dõi.",
        en: "Adds one website to those that are watched."
    )
    package static let addDiscussion = Text(
        vi: """
            Ví dụ:
              sen sites add https://xa-mau.nghean.gov.vn --name "Trang xã Mẫu" --unit 17329
              sen sites add tin.example.vn --name "Tin tổng hợp" --unit 40 \\
                --kind aggregated-news --licence 12/GP-TTĐT --licence-expires 2030-12-31
            """,
        en: """
            Examples:
              sen sites add https://xa-mau.nghean.gov.vn --name "Trang xã Mẫu" --unit 17329
              sen sites add tin.example.vn --name "Tin tổng hợp" --unit 40 \\
                --kind aggregated-news --licence 12/GP-TTĐT --licence-expires 2030-12-31
            """
    )
    package static let addressHelp = Text(
        vi: "Địa chỉ của trang; không ghi http:// hay https:// thì hiểu là https://.",
        en: "The website's address; https:// is meant when no scheme is given."
    )
    package static let nameHelp = Text(vi: "Tên trang.", en: "What people call the website.")
    package static let unitHelp = Text(
        vi: "Mã đơn vị chủ quản; tìm mã: sen units find TÊN",
        en: "The id of the unit that owns it; find ids by: sen units find NAME"
    )
    package static let kindHelp = Text(vi: "Loại hình theo luật.", en: "What it is by law.")
    package static let criticalityHelp = Text(
        vi: "Mức quan trọng, quyết định nhịp kiểm tra.",
        en: "How much depends on it, which sets how often it is looked at."
    )
    package static let responsibleHelp = Text(
        vi: "Người chịu trách nhiệm.",
        en: "The person responsible."
    )
    package static let contactHelp = Text(
        vi: "Điện thoại hoặc thư điện tử của người chịu trách nhiệm.",
        en: "That person's telephone number or e-mail address."
    )
    package static let licenceHelp = Text(vi: "Số giấy phép.", en: "The licence's number.")
    package static let licenceIssuedHelp = Text(
        vi: "Ngày cấp giấy phép, dạng 2026-11-24.",
        en: "When the licence was issued, such as 2026-11-24."
    )
    package static let licenceExpiresHelp = Text(
        vi: "Ngày hết hạn giấy phép, dạng 2030-12-31.",
        en: "The licence's last day, such as 2030-12-31."
    )
    package static let detailsWithoutWhole = Text(
        vi:
            "--contact cần đi cùng --responsible; --licence-issued và --licence-expires cần đi cùng --licence.",
        en: "--contact needs --responsible; --licence-issued and --licence-expires need --licence."
    )
    package static let removeAbstract = Text(
        vi: "Ngừng theo dõi một trang; phát hiện và hồ sơ đã có vẫn được lưu.",
        en: "Ends the watch of a website; its findings and cases stay on record."
    )
    package static let removeDiscussion = Text(
        vi: """
            Không hoàn tác được; nếu trang hoạt động trở lại, hãy thêm lại.

            Ví dụ:
              sen sites remove xa-cu.nghean.gov.vn
            """,
        en: """
            It cannot be undone; add the website again if it comes back.

            Example:
              sen sites remove xa-cu.nghean.gov.vn
            """
    )
    package static let acceptAbstract = Text(
        vi: "Chấp nhận trạng thái hiện tại của trang là đúng (bản gốc mới).",
        en: "Says that a website is right as it is now (its new baseline)."
    )
    package static let acceptDiscussion = Text(
        vi: """
            Chỉ dùng sau khi đã xem trang và biết thay đổi là do đơn vị làm. Trang được kiểm tra lại ngay; những phát hiện \
            do thay đổi này gây ra sẽ hết.

            Ví dụ:
              sen sites show xa-mau.nghean.gov.vn
              sen sites accept-baseline xa-mau.nghean.gov.vn
            """,
        en: """
            Only after you have looked at the website and know that its unit made the change. The website is checked \
            again at once, and what the change explains is cleared.

            Examples:
              sen sites show xa-mau.nghean.gov.vn
              sen sites accept-baseline xa-mau.nghean.gov.vn
            """
    )
    package static let recheckAbstract = Text(
        vi: "Yêu cầu kiểm tra lại một trang ngay khi có thể.",
        en: "Asks for a check of a website as soon as possible."
    )
    package static let recheckDiscussion = Text(
        vi: """
            Máy chủ đang chạy sẽ kiểm tra trong vài giây; nếu chưa chạy, sẽ kiểm tra khi khởi động.

            Ví dụ:
              sen sites recheck xa-mau.nghean.gov.vn
            """,
        en: """
            A running server looks within seconds; without one, the next to start does.

            Example:
              sen sites recheck xa-mau.nghean.gov.vn
            """
    )
    package static func added(_ url: String, id: String) -> Text {
        Text(vi: "Đã thêm \(url) (mã \(id)).", en: "Added \(url) (id \(id)).")
    }
    package static func removed(_ url: String) -> Text {
        Text(vi: "Đã ngừng theo dõi \(url).", en: "\(url) is no longer watched.")
    }
    package static func accepted(_ url: String) -> Text {
        Text(
            vi: "Đã lấy trạng thái hiện tại của \(url) làm bản gốc. Trang sẽ được kiểm tra lại.",
            en: "\(url) as it is now is its baseline. It will be checked again."
        )
    }
    package static func recheckAsked(_ url: String) -> Text {
        Text(vi: "Đã yêu cầu kiểm tra lại \(url).", en: "A check of \(url) is asked for.")
    }
}

// MARK: - What show says

extension Text.Sites {
    package static let unit = Text(vi: "Đơn vị", en: "Unit")
    package static let kind = Text(vi: "Loại hình", en: "Kind")
    package static let criticality = Text(vi: "Mức quan trọng", en: "Criticality")
    package static let state = Text(vi: "Theo dõi", en: "Watch")
    package static let health = Text(vi: "Tình trạng", en: "Health")
    package static let lastCheck = Text(vi: "Kiểm tra gần nhất", en: "Last check")
    package static let notChecked = Text(vi: "chưa kiểm tra", en: "not checked yet")
    package static let baseline = Text(vi: "Bản gốc", en: "Baseline")
    package static let findings = Text(vi: "Phát hiện đang mở", en: "Open findings")
    package static let none = Text(vi: "không có", en: "none")
    package static let id = Text(vi: "Mã", en: "Id")
    package static let watched = Text(vi: "đang theo dõi", en: "watched")
    package static func paused(until end: String) -> Text {
        Text(vi: "tạm dừng đến \(end)", en: "paused until \(end)")
    }
    package static func retired(at end: String) -> Text {
        Text(vi: "ngừng theo dõi từ \(end)", en: "no longer watched since \(end)")
    }
    package static let baselineMissing = Text(vi: "chưa có", en: "none yet")
    package static let baselineLearned = Text(
        vi: "tự ghi nhận từ lần kiểm tra tốt",
        en: "learned from a good check"
    )
    package static func baselineAccepted(by actor: String) -> Text {
        Text(vi: "do \(actor) chấp nhận", en: "accepted by \(actor)")
    }
    package static let baselineWaits = Text(
        vi: "trang nay đã khác, có thể chấp nhận bằng sen sites accept-baseline",
        en: "the page differs now; sen sites accept-baseline would accept it"
    )
    package static let suspected = Text(vi: "nghi vấn", en: "suspected")
    package static let confirmed = Text(vi: "đã xác nhận", en: "confirmed")
}
