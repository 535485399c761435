// What the console says where websites are shown, added, changed and taken in from a file.

extension Text {
    // MARK: The board's map and title

    /// `place` is the name of a unit, such as “Tỉnh Nghệ An”.
    package static func operationsCentre(of place: String) -> Text {
        let inSentence = place.prefix(1).lowercased() + place.dropFirst()
        return Text(vi: "Trung tâm điều hành số \(inSentence)", en: "Digital operations centre · \(place)")
    }
    package static let placeWithoutWebsites = Text(vi: "Chưa có trang theo dõi", en: "No website watched")
    package static let wantsAttention = Text(vi: "Cần chú ý", en: "Wants attention")
    package static let hasIncident = Text(vi: "Có sự cố", en: "Incident")

    // MARK: States

    package static let websitePaused = Text(vi: "Tạm dừng theo dõi", en: "Paused")
    package static let websiteRetiredState = Text(vi: "Ngừng theo dõi", en: "No longer watched")
    package static let findingSuspected = Text(vi: "Nghi vấn", en: "Suspected")
    package static let findingCleared = Text(vi: "Đã khắc phục", en: "Cleared")
    package static let checkAnswered = Text(vi: "Có phản hồi", en: "Answered")
    package static let checkNotAnswered = Text(vi: "Không phản hồi", en: "Not answered")
    package static let lightCheck = Text(vi: "Kiểm tra nhanh", en: "Light check")
    package static let deepCheck = Text(vi: "Kiểm tra sâu", en: "Deep check")
    package static func httpStatus(_ status: Int) -> Text {
        Text(vi: "Mã trạng thái HTTP \(status)", en: "HTTP status \(status)")
    }
    /// `code` is the stable code of a failed fetch.
    package static func fetchFailed(code: String) -> Text {
        Text(vi: "Không lấy được trang (\(code))", en: "Not fetched (\(code))")
    }
    package static let certificateValid = Text(vi: "Hợp lệ", en: "Valid")
    package static let certificateHasExpired = Text(vi: "Đã hết hạn", en: "Expired")
    package static let certificateNotYet = Text(vi: "Chưa có hiệu lực", en: "Not yet valid")
    package static let certificateSelfMade = Text(vi: "Tự ký", en: "Self-signed")
    package static let certificateNotTrusted = Text(vi: "Không tin cậy", en: "Untrusted")
    package static let certificateOfOther = Text(vi: "Sai tên miền", en: "Wrong host")
    package static let certificateWithdrawn = Text(vi: "Đã bị thu hồi", en: "Revoked")
    package static let certificateTooWeak = Text(vi: "Bị từ chối", en: "Refused")

    // MARK: The list

    package static let exportList = Text(vi: "Xuất tệp CSV", en: "Export CSV")
    package static let sortedBy = Text(vi: "Sắp xếp", en: "Sorted by")
    package static let byName = Text(vi: "Theo tên", en: "By name")
    package static let worstFirst = Text(vi: "Nghiêm trọng nhất trước", en: "Worst first")
    package static let newestFirst = Text(vi: "Mới thêm trước", en: "Newest first")
    /// The name of a unit is the same in both languages.
    package static func nameOfUnit(_ name: String) -> Text { Text(vi: name, en: name) }

    // MARK: Baseline

    package static let baselineLearned = Text(
        vi: "Hệ thống ghi nhận từ lần kiểm tra đầu tiên không có phát hiện, lúc",
        en: "Learned from the first clean check, on"
    )
    package static func titleIsNow(_ title: String) -> Text {
        Text(vi: "Tiêu đề nay là “\(title)”", en: "The title is now “\(title)”")
    }
    package static let descriptionChangedSince = Text(
        vi: "Phần mô tả trang đã thay đổi",
        en: "The description has changed"
    )
    package static func newLinkHosts(_ count: Int) -> Text {
        Text(vi: "Liên kết ra \(count) tên miền chưa từng có", en: "New hosts linked to: \(count)")
    }
    package static func newScripts(_ count: Int) -> Text {
        Text(vi: "Tải thêm \(count) tệp mã lệnh mới", en: "New script files: \(count)")
    }
    package static func newInlineScripts(_ count: Int) -> Text {
        Text(vi: "Có thêm \(count) đoạn mã lệnh trong trang", en: "New scripts within the page: \(count)")
    }
    package static func newFrames(_ count: Int) -> Text {
        Text(vi: "Có thêm \(count) khung nhúng mới", en: "New frames: \(count)")
    }
    package static func newCanonicalHosts(_ count: Int) -> Text {
        Text(vi: "Địa chỉ chính tắc trỏ tới \(count) tên miền mới", en: "New canonical hosts: \(count)")
    }
    package static func newRefreshHosts(_ count: Int) -> Text {
        Text(vi: "Tự chuyển tới \(count) tên miền mới", en: "New hosts that the page refreshes to: \(count)")
    }
    package static func newCommentHosts(_ count: Int) -> Text {
        Text(
            vi: "Chú thích trong mã nguồn nhắc tới \(count) tên miền mới",
            en: "New hosts named in comments: \(count)"
        )
    }
    package static let mandatoryLinesGone = Text(
        vi: "Thiếu dòng thông tin bắt buộc trước đây đã có",
        en: "A line that the law asks for is gone"
    )
    package static let wordsChangedSince = Text(
        vi: "Nội dung chữ của trang đã thay đổi",
        en: "The words of the page have changed"
    )

    // MARK: Managing one website

    package static let manageWebsite = Text(vi: "Quản lý trang", en: "Manage")
    package static let editWebsite = Text(vi: "Sửa thông tin", en: "Edit")
    package static func editWebsiteNamed(_ name: String) -> Text {
        Text(vi: "Sửa thông tin: \(name)", en: "Edit: \(name)")
    }
    package static let pauseWatch = Text(vi: "Tạm dừng theo dõi…", en: "Pause…")
    package static let pauseWatchMeans = Text(
        vi:
            "Dùng khi đơn vị bảo trì có báo trước. Trong thời gian này Sen không kiểm tra trang; hết hạn, việc theo dõi tự tiếp tục.",
        en: "For announced maintenance. Sen leaves the website alone; watching goes on by itself afterwards."
    )
    package static let pauseFor = Text(vi: "Thời gian tạm dừng", en: "For how long")
    package static let pauseWatchConfirm = Text(vi: "Tạm dừng", en: "Pause")
    package static let resumeWatch = Text(vi: "Theo dõi tiếp ngay", en: "Resume now")
    package static let retireWebsite = Text(vi: "Ngừng theo dõi…", en: "Stop watching…")
    package static let retireWebsiteMeans = Text(
        vi:
            "Chỉ làm khi trang không còn hoạt động. Mọi phát hiện và hồ sơ đã có vẫn được lưu; việc này không thể hoàn tác.",
        en:
            "Only when the website is no longer in use. Findings and cases stay on record. This cannot be undone."
    )
    package static let retireWebsiteConfirm = Text(vi: "Đúng, ngừng theo dõi", en: "Yes, stop watching")

    // MARK: The form

    package static let websiteAddress = Text(vi: "Địa chỉ trang", en: "Address")
    package static let websiteAddressHelp = Text(
        vi: "Bắt đầu bằng https:// hoặc http://, ví dụ https://doluong.nghean.gov.vn",
        en: "Begins with https:// or http://, such as https://doluong.nghean.gov.vn"
    )
    package static let owningUnit = Text(vi: "Đơn vị chủ quản", en: "Owning unit")
    package static let criticalityHelp = Text(
        vi: "Trang càng quan trọng càng được kiểm tra thường xuyên: mỗi 5, 2 hoặc 1 phút.",
        en: "The more critical, the more often it is checked: each 5, 2 or 1 minutes."
    )
    package static let contactHelp = Text(
        vi: "Điện thoại hoặc thư điện tử của người chịu trách nhiệm.",
        en: "Telephone or e-mail of the responsible person."
    )
    package static let licenceHelp = Text(
        vi: "Số giấy phép, bắt buộc với trang thông tin điện tử tổng hợp.",
        en: "The licence number; aggregated-news websites need one."
    )
    package static let licenceIssued = Text(vi: "Ngày cấp giấy phép", en: "Licence issued")
    package static let licenceExpires = Text(vi: "Ngày hết hạn giấy phép", en: "Licence expires")
    package static func dayUnreadable(_ field: Text) -> Text {
        Text(
            vi: "Mục “\(field.vi)” không phải là ngày hợp lệ. Hãy chọn lại ngày.",
            en: "“\(field.en)” is not a date. Please choose it again."
        )
    }
    package static let saveWebsite = Text(vi: "Lưu", en: "Save")
    package static let cancel = Text(vi: "Hủy", en: "Cancel")

    // MARK: Taking a list in

    package static let importWebsites = Text(vi: "Nhập danh sách trang", en: "Import websites")
    package static let importExplained = Text(
        vi:
            "Sen đọc thử toàn bộ tệp và báo kết quả từng dòng; chỉ khi xác nhận, các dòng đúng mới được ghi vào danh sách.",
        en:
            "Sen first reads the whole file and reports on each row; only when you confirm are the good rows taken in."
    )
    package static let importFileHelp = Text(
        vi:
            "Tệp CSV mã UTF-8, tối đa 4 MB. Cột bắt buộc: url, name, unit (mã hoặc tên đơn vị). Cột tùy chọn: kind, criticality, responsible, contact, licence, licence_issued, licence_expires. Có thể dùng tên cột tiếng Việt.",
        en:
            "A CSV file in UTF-8 of at most 4 MB. Needed columns: url, name, unit (id or full name). Optional: kind, criticality, responsible, contact, licence, licence_issued, licence_expires."
    )
    package static let checkFile = Text(vi: "Đọc thử tệp", en: "Check the file")
    package static func importWouldDo(_ name: String) -> Text {
        Text(vi: "Kết quả đọc thử tệp \(name)", en: "What \(name) would do")
    }
    package static let importDone = Text(vi: "Đã nhập danh sách", en: "The list has been taken in")
    package static let rowsAdded = Text(vi: "Trang thêm mới", en: "Added")
    package static let rowsChanged = Text(vi: "Trang thay đổi", en: "Changed")
    package static let rowsUnchanged = Text(vi: "Không thay đổi", en: "Unchanged")
    package static let rowsRefused = Text(vi: "Dòng cần sửa", en: "To be corrected")
    package static let rowAdded = Text(vi: "Thêm mới", en: "New")
    package static let rowChanged = Text(vi: "Thay đổi", en: "Changed")
    package static let rowUnchanged = Text(vi: "Giữ nguyên", en: "Unchanged")
    package static let rowRefused = Text(vi: "Cần sửa", en: "Refused")
    package static func takeRowsIn(_ count: String) -> Text {
        Text(vi: "Nhập \(count) dòng", en: "Take \(count) rows in")
    }
    package static let importConfirmMeans = Text(
        vi:
            "Chưa có gì được ghi. Các dòng cần sửa sẽ được bỏ qua; sửa xong có thể nhập lại cả tệp mà không tạo dòng trùng.",
        en:
            "Nothing has been written yet. Rows to be corrected are left out; the corrected file can be imported again as a whole."
    )
    package static let importNothingToDo = Text(
        vi: "Tệp không có dòng nào để nhập. Hãy sửa các dòng báo lỗi rồi chọn lại tệp.",
        en: "There is no row to take in. Correct the rows below and choose the file again."
    )
    package static let chooseAnotherFile = Text(vi: "Chọn tệp khác", en: "Choose another file")
    package static let toWebsites = Text(vi: "Về danh sách trang", en: "To the websites")
    package static let importRows = Text(vi: "Kết quả từng dòng", en: "Row by row")
    package static let lineOfFile = Text(vi: "Dòng", en: "Line")
    package static let whatToCorrect = Text(vi: "Nội dung cần sửa", en: "What to correct")
    package static func rowsNotShown(_ count: String) -> Text {
        Text(vi: "còn \(count) dòng khác không hiển thị", en: "\(count) more rows are not shown")
    }
}
