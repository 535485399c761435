/// Texts of the shared database: records and what is wrong with them.
extension Text {
    package enum Record {
        // States
        package static let submitted = Text(vi: "Chờ duyệt", en: "Awaiting approval")
        package static let returned = Text(vi: "Trả lại", en: "Returned")
        package static let accepted = Text(vi: "Có hiệu lực", en: "In force")
        package static let withdrawn = Text(vi: "Đã rút", en: "Withdrawn")

        // Failures
        package static let notFound = Text(
            vi: "Không có bản ghi này, hoặc bản ghi thuộc đơn vị mà bạn không được xem. Hãy kiểm tra khóa.",
            en: "There is no such record, or it belongs to a unit that you cannot see. Check the key."
        )
        package static let notJSON = Text(
            vi: "Bản ghi không phải là JSON đúng chuẩn. Hãy sửa chỗ được nêu.",
            en: "The record is not well-formed JSON. Mend the place that is named."
        )
        package static func lineTooLong(_ max: Int) -> Text {
            Text(
                vi: "Dòng dài quá \(max) byte. Hãy kiểm tra dấu xuống dòng giữa các bản ghi.",
                en: "The line is longer than \(max) bytes. Check the line breaks between records."
            )
        }
        package static let invalid = Text(
            vi: "Bản ghi không đúng mẫu. Hãy sửa các trường được nêu rồi gửi lại.",
            en: "The record does not fit its schema. Mend the fields that are named and send it again."
        )
        package static func keyMissing(_ field: String) -> Text {
            Text(
                vi: "Thiếu “\(field)”, là phần của khóa; giá trị phải là chữ hoặc số nguyên, không để trống.",
                en: "“\(field)” is a part of the key and missing; it must be a text or an integer, not empty."
            )
        }
        package static func keyTooLong(_ max: Int) -> Text {
            Text(
                vi: "Khóa dài quá \(max) byte. Hãy rút ngắn các trường khóa.",
                en: "The key is longer than \(max) bytes. Shorten the fields it is made of."
            )
        }
        package static let keyMismatch = Text(
            vi: "Khóa trong địa chỉ khác khóa trong bản ghi. Hãy sửa một trong hai.",
            en: "The key in the address is not the one in the record. Mend one of them."
        )
        package static let unitUnknown = Text(
            vi: "Không có đơn vị mang mã này trong kỳ của bản ghi. Hãy kiểm tra mã đơn vị và kỳ.",
            en: "No unit had this code in the record's period. Check the unit's code and the period."
        )
        package static func unitMissing(_ field: String) -> Text {
            Text(
                vi: "Thiếu mã đơn vị ở “\(field)”. Hãy điền mã đơn vị.",
                en: "The unit's code is missing at “\(field)”. Fill it in."
            )
        }
        package static let unitOutOfReach = Text(
            vi: "Bạn không được ghi dữ liệu cho đơn vị này. Hãy nhờ đơn vị đó, hoặc đơn vị cấp trên, gửi.",
            en: "You may not write data of this unit. Ask that unit, or the one above it, to send it."
        )
        package static func periodWrong(_ field: String, example: String) -> Text {
            Text(
                vi: "Kỳ ở “\(field)” không đúng dạng. Hãy viết như \(example).",
                en: "The period at “\(field)” is not in its form. Write it as \(example)."
            )
        }
        package static func indexWrong(_ field: String) -> Text {
            Text(
                vi: "Giá trị ở “\(field)” không đúng loại đã khai báo để lập chỉ mục.",
                en: "The value at “\(field)” is not of the kind that its index was declared with."
            )
        }
        package static func sumWrong(_ field: String, decimals: Int) -> Text {
            Text(
                vi:
                    "Giá trị ở “\(field)” phải là số, tối đa \(decimals) chữ số thập phân, dưới 1.000 nghìn tỷ.",
                en: "The value at “\(field)” must be a number with at most \(decimals) decimals, below 10^15."
            )
        }
        package static let changedMeanwhile = Text(
            vi: "Bản ghi đã có phiên bản mới hơn. Hãy tải lại rồi sửa tiếp.",
            en: "The record has a newer version. Load it again and repeat your change."
        )
        package static let periodLocked = Text(
            vi: "Kỳ này đã khóa. Chỉ còn có thể đính chính, kèm lý do.",
            en: "This period is locked. Only a correction with a reason is taken."
        )
        package static let reasonMissing = Text(
            vi: "Thiếu lý do. Hãy viết ngắn gọn vì sao.",
            en: "The reason is missing. Say briefly why."
        )
        package static let textTooLong = Text(
            vi: "Nội dung quá dài. Hãy rút ngắn.",
            en: "The text is too long. Shorten it."
        )
        package static let wrongState = Text(
            vi: "Bản ghi không ở trạng thái cho phép việc này. Hãy tải lại để xem trạng thái hiện tại.",
            en: "The record is not in a state that allows this. Load it again to see its state."
        )
        package static let sumTooLarge = Text(
            vi: "Tổng số liệu vượt giới hạn lưu trữ. Hãy kiểm tra đơn vị tính của các giá trị vừa gửi.",
            en: "The sums grow beyond what can be kept. Check the unit of measure of the values."
        )
        package static let tooManyRows = Text(
            vi: "Một yêu cầu chỉ nhận tối đa 4.000 dòng. Hãy chia thành nhiều yêu cầu.",
            en: "A request takes at most 4,000 rows. Send them in several requests."
        )
        package static let purposeMissing = Text(
            vi:
                "Dữ liệu này phải nêu mục đích khi đọc. Hãy gửi tiêu đề Sen-Purpose, mã hóa phần trăm theo UTF-8.",
            en: "This data is read for a stated purpose. Send the header Sen-Purpose, percent-encoded UTF-8."
        )
        package static let filterInvalid = Text(
            vi: "Điều kiện lọc không dùng được: chỉ lọc theo trường có chỉ mục, với giá trị đúng loại.",
            en: "The filter cannot be used: only indexed fields can be filtered, by a value of their kind."
        )
        package static let cursorInvalid = Text(
            vi: "Vị trí trang không đúng. Hãy bắt đầu lại từ trang đầu.",
            en: "The place in the list is not valid. Begin at the first page."
        )
    }
}
