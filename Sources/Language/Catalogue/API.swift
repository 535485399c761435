extension Text {
    /// Why the API refuses, and the words around its operations.
    package enum API {
        package static let titleBadRequest = Text(vi: "Yêu cầu chưa đúng", en: "The request is not right")
        package static let titleUnauthorized = Text(vi: "Chưa có khóa hợp lệ", en: "No valid key")
        package static let titleForbidden = Text(vi: "Không được phép", en: "Not allowed")
        package static let titleNotFound = Text(vi: "Không tìm thấy", en: "Not found")
        package static let titleMethodNotAllowed = Text(
            vi: "Phương thức không dùng được ở đây",
            en: "The method cannot be used here"
        )
        package static let titleNotAcceptable = Text(
            vi: "Không có định dạng phù hợp",
            en: "No suitable format"
        )
        package static let titleConflict = Text(
            vi: "Xung đột với trạng thái hiện tại",
            en: "In conflict with the present state"
        )
        package static let titlePrecondition = Text(
            vi: "Phiên bản chưa khớp",
            en: "The version does not match"
        )
        package static let titleTooLarge = Text(vi: "Nội dung quá lớn", en: "Too large")
        package static let titleTypeUnsupported = Text(
            vi: "Kiểu nội dung không được hỗ trợ",
            en: "Unsupported kind of content"
        )
        package static let titleInvalid = Text(vi: "Dữ liệu chưa hợp lệ", en: "The data are not valid")
        package static let titleUnavailable = Text(
            vi: "Hệ thống tạm thời chưa đáp ứng được",
            en: "The system cannot do this now"
        )
        package static let keyMissing = Text(
            vi:
                "Yêu cầu chưa kèm khóa API. Hãy gửi tiêu đề Authorization: Bearer với khóa bắt đầu bằng sen_.",
            en:
                "The request carries no API key. Send the header Authorization: Bearer with a key that begins with sen_."
        )
        package static let notFound = Text(
            vi: "Không có địa chỉ này. Hãy xem danh sách các địa chỉ tại /api.",
            en: "There is no such address. See the list of addresses at /api."
        )
        package static let methodNotAllowed = Text(
            vi:
                "Địa chỉ này không nhận phương thức đã dùng. Hãy xem các phương thức được nhận trong tiêu đề Allow.",
            en: "This address does not take the method. The header Allow lists those that it takes."
        )
        package static let notAcceptable = Text(
            vi: "Máy chủ không có câu trả lời ở định dạng được yêu cầu. Hãy gửi Accept: application/json.",
            en: "The server has no answer in the format that was asked for. Send Accept: application/json."
        )
        package static let typeUnsupported = Text(
            vi: "Kiểu nội dung của yêu cầu không được nhận ở đây. Hãy kiểm tra tiêu đề Content-Type.",
            en: "This kind of content is not taken here. Check the header Content-Type."
        )
        package static let bodyUnreadable = Text(
            vi: "Máy chủ không đọc được nội dung của yêu cầu. Hãy gửi lại.",
            en: "The server could not read the body of the request. Send it again."
        )
        package static let jsonMalformed = Text(
            vi: "Nội dung không phải là JSON đúng chuẩn. Hãy kiểm tra lại trước khi gửi.",
            en: "The body is not well-formed JSON. Check it before sending it again."
        )
        package static let jsonNameTwice = Text(
            vi: "Một tên xuất hiện hai lần trong cùng một đối tượng JSON. Hãy bỏ bớt một chỗ.",
            en: "A name stands twice in one JSON object. Remove one of them."
        )
        package static let jsonTooDeep = Text(
            vi: "JSON lồng quá sâu hoặc có quá nhiều giá trị. Hãy chia thành nhiều yêu cầu nhỏ hơn.",
            en: "The JSON is nested too deep or holds too many values. Send it in smaller requests."
        )
        package static let logBehind = Text(
            vi: "Nhật ký kiểm toán đang ngừng ghi nhận mục mới. Hãy xem nhật ký vận hành của máy chủ.",
            en: "The audit log has stopped taking entries in. See the log of the server."
        )
        package static let fieldInvalid = Text(
            vi: "Một trường có giá trị chưa hợp lệ. Hãy xem mô tả của trường tại /api.",
            en: "A field has a value that is not valid. See the description of the field at /api."
        )
        package static let fieldMissing = Text(
            vi: "Thiếu một trường bắt buộc. Hãy bổ sung rồi gửi lại.",
            en: "A required field is missing. Add it and send again."
        )
        package static let fieldUnknown = Text(
            vi: "Có một trường không được biết đến. Hãy xem các trường được nhận tại /api.",
            en: "There is a field that is not known. See the fields that are taken at /api."
        )
        package static let parameterInvalid = Text(
            vi: "Một tham số có giá trị chưa hợp lệ. Hãy xem mô tả của tham số tại /api.",
            en: "A parameter has a value that is not valid. See the description of the parameter at /api."
        )
        package static let parameterTwice = Text(
            vi: "Một tham số được ghi hai lần. Hãy chỉ ghi một lần.",
            en: "A parameter stands twice. Name it once."
        )
        package static let parameterUnknown = Text(
            vi: "Có một tham số không được biết đến. Hãy xem các tham số được nhận tại /api.",
            en: "There is a parameter that is not known. See the parameters that are taken at /api."
        )
        package static let versionInvalid = Text(
            vi: "Tiêu đề If-Match phải là phiên bản trong tiêu đề ETag đã nhận, ví dụ \"3\", hoặc dấu *.",
            en: "The header If-Match must be the version of the ETag that was received, such as \"3\", or *."
        )
        package static let versionMissing = Text(
            vi:
                "Thay đổi này cần tiêu đề If-Match với phiên bản trong tiêu đề ETag, để không ghi đè điều chưa xem.",
            en:
                "This change needs the header If-Match with the version of the ETag, so that nothing unseen is overwritten."
        )
        package static let idempotencyKeyInvalid = Text(
            vi: "Tiêu đề Idempotency-Key phải có từ 1 đến 200 ký tự ASCII nhìn thấy được.",
            en: "The header Idempotency-Key must have 1 to 200 visible ASCII characters."
        )
        package static let idempotencyKeyReused = Text(
            vi: "Khóa Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy dùng khóa mới cho yêu cầu mới.",
            en: "This Idempotency-Key was used for another request. Use a new key for a new request."
        )
        package static let idempotencyKeyInUse = Text(
            vi:
                "Yêu cầu đầu tiên với khóa Idempotency-Key này chưa có câu trả lời: còn đang xử lý hoặc đã bị ngắt. Hãy chờ một lát; nếu vẫn vậy, hãy kiểm tra việc đã được thực hiện chưa rồi gửi lại với khóa mới.",
            en:
                "The first request with this Idempotency-Key has no answer yet: it is still worked on, or was cut off. Wait a moment; if it stays so, look whether it was done, then send it again with a new key."
        )
        package static let cursorInvalid = Text(
            vi:
                "Con trỏ trang không đọc được. Hãy dùng đúng giá trị next của trang trước, với cùng bộ lọc và thứ tự.",
            en:
                "The cursor cannot be read. Use the value next of the page before, with the same filter and order."
        )
        package static let rootCauseWords = Text(
            vi:
                "Nguyên nhân “other” cần phần mô tả trong rootCauseWords; các nguyên nhân có sẵn thì không kèm mô tả.",
            en: "The cause “other” needs words in rootCauseWords; the listed causes have none."
        )
        package static let problems = Text(vi: "Mã lỗi", en: "Problem codes")
        package static let problemDescription = Text(
            vi: "Lỗi theo RFC 9457, bằng ngôn ngữ trong tiêu đề Accept-Language.",
            en: "A problem as in RFC 9457, in the language of the header Accept-Language."
        )
        package static let documentTitle = Text(vi: "Giao diện lập trình của Sen", en: "Sen’s API")
        package static let documentIntroduction = Text(
            vi:
                "Mọi yêu cầu gửi kèm khóa API trong tiêu đề Authorization: Bearer sen_…; câu trả lời bằng tiếng Việt hoặc tiếng Anh theo Accept-Language. Danh sách chia trang bằng con trỏ next. Yêu cầu POST có Idempotency-Key có thể gửi lại trong 24 giờ mà không làm hai lần. Thay đổi nêu phiên bản đã xem trong If-Match. Đơn vị ngoài phạm vi của khóa trả lời như không tồn tại.",
            en:
                "Every request carries an API key in the header Authorization: Bearer sen_…; answers are in Vietnamese or English by Accept-Language. Lists are paged by the cursor next. A POST with an Idempotency-Key can be sent again within 24 hours and is done once. A change names the version that was seen in If-Match. What belongs to units out of the key’s reach answers as if it did not exist."
        )

        package static func typeWanted(_ types: String) -> Text {
            Text(
                vi: "Kiểu nội dung của yêu cầu không được nhận ở đây. Hãy gửi Content-Type: \(types).",
                en: "This kind of content is not taken here. Send Content-Type: \(types)."
            )
        }
        package static func jsonMalformed(byte: Int) -> Text {
            Text(
                vi:
                    "Nội dung không phải là JSON đúng chuẩn: lỗi ở byte thứ \(byte). Hãy kiểm tra lại trước khi gửi.",
                en:
                    "The body is not well-formed JSON: it goes wrong at byte \(byte). Check it before sending it again."
            )
        }
        package static func fieldMissing(_ name: String) -> Text {
            Text(
                vi: "Thiếu trường bắt buộc “\(name)”. Hãy bổ sung rồi gửi lại.",
                en: "The required field “\(name)” is missing. Add it and send again."
            )
        }
        package static func fieldUnknown(_ name: String, nearest: String) -> Text {
            Text(
                vi: "Không có trường “\(name)”. Có phải ý bạn là “\(nearest)”?",
                en: "There is no field “\(name)”. Did you mean “\(nearest)”?"
            )
        }
        package static func fieldWrongType(_ name: String) -> Text {
            Text(
                vi: "“\(name)” không đúng kiểu dữ liệu. Hãy xem mô tả tại /api.",
                en: "“\(name)” is of the wrong type. See the description at /api."
            )
        }
        package static func fieldTooShort(_ name: String) -> Text {
            Text(vi: "“\(name)” quá ngắn. Hãy viết thêm.", en: "“\(name)” is too short. Write more.")
        }
        package static func fieldTooLong(_ name: String, max: Int) -> Text {
            Text(
                vi: "“\(name)” quá dài: tối đa \(max). Hãy rút ngắn.",
                en: "“\(name)” is too long: at most \(max). Shorten it."
            )
        }
        package static func fieldOutOfRange(_ name: String) -> Text {
            Text(
                vi: "“\(name)” nằm ngoài khoảng cho phép. Hãy xem khoảng cho phép tại /api.",
                en: "“\(name)” is out of range. See the range at /api."
            )
        }
        package static func fieldNotOneOf(_ name: String, _ names: String) -> Text {
            Text(
                vi: "“\(name)” phải là một trong các giá trị: \(names).",
                en: "“\(name)” must be one of: \(names)."
            )
        }
        package static func fieldNotA(_ name: String, _ format: String) -> Text {
            Text(
                vi: "“\(name)” không đúng dạng \(format). Hãy xem mô tả tại /api.",
                en: "“\(name)” does not have the form \(format). See the description at /api."
            )
        }
        package static func parameterUnknown(_ name: String, nearest: String) -> Text {
            Text(
                vi: "Không có tham số “\(name)” ở địa chỉ này. Có phải ý bạn là “\(nearest)”?",
                en: "This address has no parameter “\(name)”. Did you mean “\(nearest)”?"
            )
        }
        package static func parameterNone(_ name: String) -> Text {
            Text(
                vi: "Địa chỉ này không nhận tham số nào, kể cả “\(name)”. Hãy bỏ tham số đi.",
                en: "This address takes no parameters, and no “\(name)”. Leave it out."
            )
        }
        package static func parameterTwice(_ name: String) -> Text {
            Text(
                vi: "Tham số “\(name)” được ghi hai lần. Hãy chỉ ghi một lần.",
                en: "The parameter “\(name)” stands twice. Name it once."
            )
        }
    }
}
