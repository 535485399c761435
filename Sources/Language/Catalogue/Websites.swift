extension Text {
    package static let websiteKindStatePortal = Text(
        vi: "Cổng thông tin điện tử, trang thông tin điện tử của cơ quan nhà nước",
        en: "Portal or website of a state agency"
    )
    package static let websiteKindAggregatedNews = Text(
        vi: "Trang thông tin điện tử tổng hợp",
        en: "Aggregated-news website"
    )
    package static let websiteKindInternal = Text(
        vi: "Trang thông tin điện tử nội bộ",
        en: "Internal website"
    )
    package static let websiteKindPersonal = Text(
        vi: "Trang thông tin điện tử cá nhân",
        en: "Personal website"
    )
    package static let websiteKindSpecialisedService = Text(
        vi: "Trang thông tin điện tử cung cấp dịch vụ chuyên ngành",
        en: "Website of a specialised service"
    )
    package static let decreeOnInternetServices = Text(
        vi: "Nghị định số 147/2024/NĐ-CP ngày 09/11/2024 của Chính phủ",
        en: "Government Decree No. 147/2024/NĐ-CP of 9 November 2024"
    )
    package static let decreeOnStatePortals = Text(
        vi: "Nghị định số 42/2022/NĐ-CP của Chính phủ",
        en: "Government Decree No. 42/2022/NĐ-CP"
    )

    package static let criticalityOrdinary = Text(vi: "Thông thường", en: "Ordinary")
    package static let criticalityImportant = Text(vi: "Quan trọng", en: "Important")
    package static let criticalityCritical = Text(vi: "Đặc biệt quan trọng", en: "Critical")

    package static let websiteRetired = Text(
        vi:
            "Trang này đã được đưa ra khỏi danh sách theo dõi nên không thể thay đổi. Hãy đăng ký lại nếu trang hoạt động trở lại.",
        en:
            "This website is no longer watched, so it cannot be changed. Register it again if it is back in use."
    )
    package static func pauseOutOfRange(daysMax: Int) -> Text {
        Text(
            vi:
                "Thời điểm kết thúc tạm dừng phải ở trong tương lai và không quá \(daysMax) ngày kể từ bây giờ. Hãy chọn lại thời điểm.",
            en:
                "A pause must end in the future, at most \(daysMax) days from now. Please choose another time."
        )
    }
}

extension Text {
    /// What the registry and the watch of websites say.
    package enum Websites {}
}

extension Text.Websites {
    package static let fieldName = Text(vi: "Tên trang", en: "Name of the website")
    package static let fieldContact = Text(vi: "Liên hệ", en: "Contact")
    package static let healthUnchecked = Text(vi: "Chưa kiểm tra", en: "Not yet checked")
    package static let healthGood = Text(vi: "Bình thường", en: "Healthy")

    package static let notFound = Text(
        vi:
            "Không có trang này trong phạm vi được giao của bạn. Hãy kiểm tra lại đường dẫn hoặc danh sách trang.",
        en: "There is no such website among those you may see. Please check the link or the list of websites."
    )
    package static let addressInvalid = Text(
        vi:
            "Địa chỉ trang không hợp lệ. Hãy nhập địa chỉ bắt đầu bằng http:// hoặc https://, không kèm tên đăng nhập và mật khẩu, ví dụ https://doluong.nghean.gov.vn.",
        en:
            "This is not the address of a website. Enter one that begins with http:// or https://, without a user name and password, such as https://doluong.nghean.gov.vn."
    )
    package static let addressTaken = Text(
        vi: "Địa chỉ này đã có trong danh sách theo dõi. Hãy sửa trang đã có thay vì thêm mới.",
        en: "This address is already on the list. Change that website instead of adding another."
    )
    package static let unitUnknown = Text(
        vi: "Không có đơn vị này. Hãy chọn mã đơn vị trong danh sách đơn vị.",
        en: "There is no such unit. Please choose the unit's id from the list of units."
    )
    package static let notTheOwner = Text(
        vi: "Bạn không được giao quản lý trang của đơn vị này. Hãy liên hệ quản trị viên.",
        en: "You are not in charge of this unit's websites. Please ask the administrator."
    )
    package static let textMissing = Text(
        vi: "Còn một mục bắt buộc chưa điền. Hãy điền đủ rồi lưu lại.",
        en: "A required field is empty. Fill it in and save again."
    )
    package static func textMissing(_ field: Text) -> Text {
        Text(
            vi: "Mục “\(field.vi)” chưa được điền. Hãy điền rồi lưu lại.",
            en: "“\(field.en)” is empty. Fill it in and save again."
        )
    }
    package static let textTooLong = Text(
        vi: "Nội dung nhập quá dài. Hãy rút gọn rồi lưu lại.",
        en: "A text is too long. Shorten it and save again."
    )
    package static func textTooLong(_ field: Text, charactersMax: Int) -> Text {
        Text(
            vi: "Mục “\(field.vi)” dài quá \(charactersMax) ký tự. Hãy rút gọn rồi lưu lại.",
            en: "“\(field.en)” is longer than \(charactersMax) characters. Shorten it and save again."
        )
    }
    package static let licenceDatesSwapped = Text(
        vi: "Ngày hết hạn giấy phép trước ngày cấp. Hãy kiểm tra lại hai ngày này.",
        en: "The licence ends before it was issued. Please check both dates."
    )
    package static let changedMeanwhile = Text(
        vi: "Trang vừa được người khác thay đổi. Hãy tải lại để xem thông tin mới nhất rồi thực hiện lại.",
        en: "Someone else has just changed this website. Reload to see the latest state, then try again."
    )
    package static let cursorInvalid = Text(
        vi: "Không mở được trang tiếp theo của danh sách. Hãy mở lại danh sách từ đầu.",
        en: "The next page of the list cannot be opened. Please open the list from its beginning."
    )
    package static let importInvalid = Text(
        vi: "Không đọc được tệp danh sách trang. Hãy lưu lại tệp ở dạng CSV, mã UTF-8, có dòng tiêu đề.",
        en: "The file of websites cannot be read. Save it as CSV in UTF-8 with a header row."
    )
    package static let nothingToAccept = Text(
        vi:
            "Trang không có thay đổi nào cần chấp nhận kể từ bản gốc hiện tại. Hãy bấm “Kiểm tra ngay” rồi xem lại kết quả.",
        en: "Nothing has changed since the present baseline. Choose “Check now” and look at the result."
    )
}

// MARK: - Lists that are imported

extension Text.Websites {
    package static func unitUnknown(_ typed: String) -> Text {
        Text(
            vi: "Không có đơn vị “\(typed)”. Hãy ghi mã đơn vị hoặc tên đầy đủ như trong danh sách đơn vị.",
            en: "There is no unit “\(typed)”. Write the unit's id or its full name as in the list of units."
        )
    }
    package static func choiceUnknown(_ column: String, _ typed: String) -> Text {
        Text(
            vi: "Giá trị “\(typed)” không dùng được cho cột “\(column)”. Hãy chọn giá trị có trong tệp mẫu.",
            en: "“\(typed)” is no value of the column “\(column)”. Use one of those in the sample file."
        )
    }
    package static func dayInvalid(_ column: String, _ typed: String) -> Text {
        Text(
            vi:
                "Ngày “\(typed)” ở cột “\(column)” không hợp lệ. Hãy ghi theo dạng 24/11/2026 hoặc 2026-11-24.",
            en: "“\(typed)” in the column “\(column)” is not a date. Write it as 24/11/2026 or 2026-11-24."
        )
    }
    package static func twiceInFile(firstLine: Int) -> Text {
        Text(
            vi: "Địa chỉ này đã có ở dòng \(firstLine) của tệp. Hãy xóa một trong hai dòng.",
            en: "This address stands on line \(firstLine) already. Remove one of the two lines."
        )
    }
}
