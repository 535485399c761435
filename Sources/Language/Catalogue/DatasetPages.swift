package import Timekeeping

/// Texts of the console's room of shared data.
extension Text {
    package enum DataPages {
        /// A name as the author of a dataset gave it.
        package static func given(vi: String, en: String) -> Text { Text(vi: vi, en: en) }

        // Catalogue
        package static let dataset = Text(vi: "Bộ dữ liệu", en: "Dataset")
        package static let search = Text(vi: "Tìm bộ dữ liệu", en: "Search datasets")
        package static let owner = Text(vi: "Đơn vị chủ quản", en: "Owner")
        package static let classification = Text(vi: "Phân loại", en: "Classification")
        package static let update = Text(vi: "Cập nhật", en: "Updates")
        package static let recordCount = Text(vi: "Số bản ghi", en: "Records")
        package static let newestChange = Text(vi: "Thay đổi gần nhất", en: "Newest change")
        package static let none = Text(vi: "Chưa có bộ dữ liệu nào", en: "No dataset yet")
        package static let noneWhy = Text(
            vi:
                "Danh mục liệt kê mọi bộ dữ liệu dùng chung của tỉnh. Bộ dữ liệu được khai báo bằng gói (sen pack apply).",
            en:
                "The catalogue lists every shared dataset of the province. Datasets are declared by packs (sen pack apply)."
        )
        package static let neverChanged = Text(vi: "Chưa có dữ liệu", en: "No data yet")
        package static let noRule = Text(vi: "Không định kỳ", en: "Not periodic")
        package static func every(_ type: PeriodType) -> Text {
            switch type {
            case .day: Text(vi: "Hằng ngày", en: "Daily")
            case .month: Text(vi: "Hằng tháng", en: "Monthly")
            case .quarter: Text(vi: "Hằng quý", en: "Quarterly")
            case .year: Text(vi: "Hằng năm", en: "Yearly")
            }
        }
        package static func due(_ rule: Text, days: Int) -> Text {
            Text(
                vi: "\(rule.vi), hạn \(days) ngày sau khi hết kỳ",
                en: "\(rule.en), due \(days) \(days == 1 ? "day" : "days") after the period"
            )
        }
        package static func locked(days: Int) -> Text {
            Text(
                vi: "Khóa kỳ sau \(days) ngày; sau đó chỉ đính chính kèm lý do",
                en: "Locked after \(days) days; then only corrections with a reason"
            )
        }

        // One dataset
        package static let about = Text(vi: "Giới thiệu", en: "About")
        package static let legalBasis = Text(vi: "Căn cứ pháp lý", en: "Legal basis")
        package static let key = Text(vi: "Khóa", en: "Key")
        package static let period = Text(vi: "Kỳ", en: "Period")
        package static let approvals = Text(vi: "Phê duyệt", en: "Approval")
        package static let noApproval = Text(vi: "Có hiệu lực ngay", en: "In force at once")
        package static let levelUnit = Text(vi: "Đơn vị báo cáo", en: "Reporting unit")
        package static let levelAbove = Text(vi: "Đơn vị cấp trên", en: "Unit above")
        package static let levelOwner = Text(vi: "Đơn vị chủ quản", en: "Owner")
        package static let retention = Text(vi: "Thời hạn lưu giữ", en: "Retention")
        package static let keptForEver = Text(vi: "Không thời hạn", en: "For ever")
        package static func years(_ count: Int) -> Text {
            Text(vi: "\(count) năm", en: "\(count) \(count == 1 ? "year" : "years")")
        }
        package static let lock = Text(vi: "Khóa kỳ", en: "Lock")
        package static let dictionary = Text(vi: "Từ điển dữ liệu", en: "Data dictionary")
        package static let field = Text(vi: "Trường", en: "Field")
        package static let kind = Text(vi: "Kiểu", en: "Type")
        package static let measure = Text(vi: "Đơn vị tính", en: "Unit of measure")
        package static let use = Text(vi: "Sử dụng", en: "Use")
        package static let isRequired = Text(vi: "Bắt buộc", en: "Required")
        package static let isIndexed = Text(vi: "Có chỉ mục", en: "Indexed")
        package static let isSummed = Text(vi: "Cộng tổng", en: "Summed")
        package static let isKey = Text(vi: "Khóa", en: "Key")
        package static let anyKind = Text(vi: "Tùy ý", en: "Any")
        package static let kindChoice = Text(vi: "Danh mục", en: "Choice")
        package static let kindDate = Text(vi: "Ngày", en: "Date")
        package static let seeRecords = Text(vi: "Xem bản ghi", en: "See the records")
        package static let newRecord = Text(vi: "Thêm bản ghi", en: "Add a record")

        // Freshness and figures
        package static let fresh = Text(vi: "Đã có dữ liệu kỳ gần nhất", en: "The latest period has come in")
        package static func lateSince(_ period: String, _ day: String) -> Text {
            Text(
                vi: "Quá hạn: kỳ \(period) phải có trước \(day)",
                en: "Late: period \(period) was due by \(day)"
            )
        }
        package static func waiting(_ period: String, _ day: String) -> Text {
            Text(vi: "Đang chờ kỳ \(period), hạn \(day)", en: "Waiting for \(period), due \(day)")
        }
        package static func figures(_ period: String) -> Text {
            Text(vi: "Số liệu kỳ \(period)", en: "Figures of \(period)")
        }
        package static func reported(_ count: String, of all: String) -> Text {
            Text(vi: "\(count)/\(all) đơn vị đã báo cáo", en: "\(count) of \(all) units reported")
        }
        package static let expectedWhy = Text(
            vi: "Đơn vị phải báo cáo được hiểu là đơn vị đã báo cáo trong 12 kỳ trước đó.",
            en: "Units that reported in one of the 12 periods before are expected to report."
        )
        package static let report = Text(vi: "Báo cáo", en: "Report")
        package static let inTime = Text(vi: "Đúng hạn", en: "In time")
        package static func late(_ days: Int) -> Text {
            Text(vi: "Trễ \(days) ngày", en: "\(days) \(days == 1 ? "day" : "days") late")
        }
        package static let awaiting = Text(vi: "Chờ duyệt", en: "Awaiting approval")
        package static let missing = Text(vi: "Chưa báo cáo", en: "Not reported")
        package static let notDue = Text(vi: "Chưa đến hạn", en: "Not due yet")
        package static let noValue = Text(vi: "không có số liệu", en: "no figure")
        package static let noPeriod = Text(vi: "Chưa có kỳ nào có số liệu", en: "No period has figures yet")
        package static let noPeriodWhy = Text(
            vi: "Khi có bản ghi đầu tiên, số liệu theo đơn vị của kỳ mới nhất hiện ở đây.",
            en: "Once there is a record, the newest period's figures by unit are shown here."
        )
        package static let suppressed = Text(
            vi: "Quá ít bản ghi để công bố",
            en: "Too few records to be shown"
        )
        package static let withheld = Text(
            vi: "Bản ghi chỉ hiển thị với người có phạm vi bao gồm đơn vị của bản ghi.",
            en: "Records are shown only to those whose scope covers the record's unit."
        )

        // Form
        package static let fillIn = Text(vi: "Hãy điền ô này.", en: "Fill this in.")
        package static let chooseOne = Text(vi: "Hãy chọn một giá trị.", en: "Choose one of the values.")
        package static let noNumber = Text(
            vi: "Không đọc được số. Hãy viết như 1.234,5.",
            en: "This is not a number. Write it as 1,234.5."
        )
        package static let noDay = Text(
            vi: "Không đọc được ngày. Hãy viết như 24/11/2026.",
            en: "This is not a day. Write it as 24/11/2026."
        )
        package static let dayHelp = Text(
            vi: "Ngày/tháng/năm, như 24/11/2026",
            en: "Day/month/year, as 24/11/2026"
        )
        package static let jsonHelp = Text(
            vi: "Trường này được viết bằng JSON.",
            en: "This field is written as JSON."
        )
        package static func range(from min: String?, to max: String?) -> Text? {
            switch (min, max) {
            case (let min?, let max?): Text(vi: "Từ \(min) đến \(max)", en: "From \(min) to \(max)")
            case (let min?, nil): Text(vi: "Từ \(min) trở lên", en: "\(min) or more")
            case (nil, let max?): Text(vi: "Tối đa \(max)", en: "At most \(max)")
            case (nil, nil): nil
            }
        }
        package static func lengthMax(_ max: String) -> Text {
            Text(vi: "Tối đa \(max) ký tự", en: "At most \(max) characters")
        }
        package static func example(_ text: String) -> Text {
            Text(vi: "Ví dụ: \(text)", en: "Example: \(text)")
        }
        package static func item(_ number: Int) -> Text { Text(vi: "Mục \(number)", en: "Item \(number)") }
        package static let addItem = Text(vi: "Thêm mục", en: "Add an item")
        package static let removeItem = Text(vi: "Bỏ mục này", en: "Remove this item")
        package static let yes = Text(vi: "Có", en: "Yes")
        package static let no = Text(vi: "Không", en: "No")
        package static let choose = Text(vi: "– Chọn –", en: "– Choose –")
        package static let wholeRecord = Text(vi: "Bản ghi", en: "Record")
        package static let correct = Text(vi: "Đính chính", en: "Correct")
        package static func correcting(_ key: String) -> Text {
            Text(vi: "Đính chính bản ghi \(key)", en: "Correct the record \(key)")
        }
        package static let why = Text(vi: "Lý do", en: "Reason")
        package static let whyHelp = Text(
            vi: "Được lưu cùng phiên bản này. Bắt buộc khi kỳ đã khóa.",
            en: "Kept with this version. Needed once the period is locked."
        )
        package static let saveRecord = Text(vi: "Lưu bản ghi", en: "Save the record")
        package static let sendRecord = Text(vi: "Gửi duyệt", en: "Send for approval")
        package static let mendBelow = Text(
            vi: "Chưa lưu được. Hãy sửa các ô được đánh dấu.",
            en: "Not saved yet. Mend the fields that are marked."
        )
        package static let exists = Text(
            vi: "Đã có bản ghi với khóa này. Hãy mở bản ghi đó để đính chính.",
            en: "There is a record with this key. Open it and correct it."
        )
        package static let tooLongForForm = Text(
            vi: "Bản ghi này quá dài hoặc không đúng mẫu hiện tại nên được sửa bằng JSON.",
            en:
                "This record is too long for a form, or does not fit the present schema: it is corrected as JSON."
        )

        // Records
        package static func recordsOf(_ title: Text) -> Text {
            Text(vi: "Bản ghi: \(title.vi)", en: "Records: \(title.en)")
        }
        package static let backToDataset = Text(vi: "Về bộ dữ liệu", en: "To the dataset")
        package static let noRecords = Text(vi: "Chưa có bản ghi nào", en: "No record yet")
        package static let noRecordsWhy = Text(
            vi: "Bản ghi được nhập ở đây, nạp từ tệp hoặc gửi qua API; mọi phiên bản đều được giữ lại.",
            en: "Records are entered here, loaded from files or sent by the API; every version is kept."
        )
        package static let content = Text(vi: "Nội dung", en: "Content")
        package static let versions = Text(vi: "Các phiên bản", en: "Versions")
        package static func version(_ number: Int) -> Text {
            Text(vi: "Phiên bản \(number)", en: "Version \(number)")
        }
        package static func through(_ way: String) -> Text {
            switch way {
            case "console": Text(vi: "qua bảng điều khiển", en: "through the console")
            case "api": Text(vi: "qua API", en: "through the API")
            case "import": Text(vi: "nạp từ tệp", en: "loaded from a file")
            default: Text(vi: "qua \(way)", en: "through \(way)")
            }
        }
        package static let whatChanged = Text(vi: "Xem thay đổi", en: "What changed")
        package static func compare(_ from: Int, _ to: Int) -> Text {
            Text(vi: "Phiên bản \(from) so với \(to)", en: "Version \(from) beside \(to)")
        }
        package static let fromVersion = Text(vi: "Từ phiên bản", en: "From version")
        package static let toVersion = Text(vi: "Đến phiên bản", en: "To version")
        package static let compareButton = Text(vi: "So sánh", en: "Compare")
        package static let sameContent = Text(
            vi: "Nội dung hai phiên bản giống nhau; chỉ trạng thái thay đổi.",
            en: "Both versions have the same content; only the state differs."
        )
        package static let before = Text(vi: "Trước", en: "Before")
        package static let after = Text(vi: "Sau", en: "After")
        package static func waitsFor(_ unit: String) -> Text {
            Text(vi: "Chờ lãnh đạo \(unit) phê duyệt.", en: "Waits for the leader of \(unit) to approve.")
        }
        package static let approve = Text(vi: "Phê duyệt", en: "Approve")
        package static let sendBack = Text(vi: "Trả lại", en: "Return")
        package static let sendBackMeans = Text(
            vi: "Đơn vị báo cáo sửa rồi gửi lại; lý do được lưu cùng phiên bản.",
            en: "The reporting unit mends it and sends it again; the reason is kept with the version."
        )
        package static let withdraw = Text(vi: "Rút bản ghi", en: "Withdraw")
        package static let withdrawMeans = Text(
            vi: "Bản ghi không còn được tính vào số liệu; mọi phiên bản vẫn được giữ.",
            en: "The record counts no more; all its versions stay."
        )
        package static func hints(_ hints: [Text]) -> Text {
            Text(
                vi: hints.map(\.vi).joined(separator: ". "),
                en: hints.map(\.en).joined(separator: ". ")
            )
        }
    }
}
