extension Text.Case {
    // Why a case could not be changed or shown
    package static let notFound = Text(
        vi: "Không tìm thấy hồ sơ này. Hãy kiểm tra lại số hồ sơ.",
        en: "There is no such case. Please check the number."
    )
    package static let changedMeanwhile = Text(
        vi: "Người khác vừa thay đổi hồ sơ này. Hãy tải lại trang, xem thay đổi rồi thực hiện lại.",
        en: "Someone else has just changed this case. Reload the page, look at the change, then try again."
    )
    package static let wrongState = Text(
        vi:
            "Hồ sơ đang ở trạng thái không cho phép thao tác này. Hãy tải lại trang để xem trạng thái hiện tại.",
        en: "The case is in a state that does not allow this. Reload the page to see its present state."
    )
    package static func wrongState(_ number: String, state: Text) -> Text {
        Text(
            vi:
                "Hồ sơ \(number) đang ở trạng thái “\(state.vi)” nên không thực hiện được thao tác này. Hãy tải lại trang để xem các thao tác có thể làm.",
            en:
                "Case \(number) is “\(state.en)”, which does not allow this. Reload the page to see what can be done now."
        )
    }
    package static let rootCauseMissing = Text(
        vi:
            "Chưa có nguyên nhân gốc. Hãy chọn nguyên nhân và mô tả biện pháp đã thực hiện trước khi báo cáo kết quả.",
        en: "The root cause is missing. Choose the cause and say what was done before answering."
    )
    package static let recheckMissing = Text(
        vi:
            "Hồ sơ về trang thông tin điện tử chỉ đóng khi hệ thống kiểm tra lại đạt yêu cầu. Hãy chờ kết quả kiểm tra lại.",
        en: "A website case closes only after a passed automatic re-check. Please wait for its result."
    )
    package static let recheckTooOld = Text(
        vi:
            "Lần kiểm tra này diễn ra trước khi đơn vị báo cáo kết quả nên không được tính. Hãy kiểm tra lại.",
        en: "This check was made before the answer, so it does not count. Please check again."
    )
    package static let recheckNotPossible = Text(
        vi: "Loại hồ sơ này không kiểm tra lại tự động được. Lãnh đạo xem kết quả và đóng hồ sơ.",
        en:
            "This kind of case cannot be re-checked automatically. A leader looks at the answer and closes it."
    )
    package static let notTheOwner = Text(
        vi: "Chỉ đơn vị chủ trì hoặc cơ quan cấp trên trực tiếp được thực hiện thao tác này.",
        en: "Only the owning unit, or the unit directly above it, may do this."
    )
    package static let assigneeNotAccount = Text(
        vi: "Chỉ giao hồ sơ cho người dùng có tài khoản. Hãy chọn một người trong danh sách.",
        en: "A case is assigned to a person with an account. Choose one from the list."
    )
    package static let textMissing = Text(
        vi: "Còn mục bắt buộc chưa điền. Hãy điền rồi gửi lại.",
        en: "A required field is empty. Fill it in and send again."
    )
    package static func textMissing(_ field: Text) -> Text {
        Text(
            vi: "Chưa điền mục “\(field.vi)”. Hãy điền rồi gửi lại.",
            en: "The field “\(field.en)” is empty. Fill it in and send again."
        )
    }
    package static let textTooLong = Text(
        vi: "Nội dung quá dài. Hãy rút gọn, hoặc đính kèm thành tệp.",
        en: "The text is too long. Shorten it, or attach it as a file."
    )
    package static func textTooLong(_ field: Text, charactersMax: Int) -> Text {
        Text(
            vi:
                "Mục “\(field.vi)” dài quá \(charactersMax) ký tự. Hãy rút gọn, hoặc đính kèm thành tệp.",
            en:
                "The field “\(field.en)” exceeds \(charactersMax) characters. Shorten it, or attach it as a file."
        )
    }
    package static let evidenceInvalid = Text(
        vi: "Chứng cứ không hợp lệ. Hãy kiểm tra địa chỉ trang, mã băm SHA-256 và dữ liệu kèm theo.",
        en: "The evidence is not valid. Check its address, its SHA-256 and its detail."
    )
    package static let evidenceFull = Text(
        vi: "Hồ sơ đã đủ số chứng cứ tối đa. Hãy đính kèm phần còn lại thành tệp.",
        en: "The case holds as much evidence as it can. Attach the rest as a file."
    )
    package static let attachmentEmpty = Text(
        vi: "Tệp không có nội dung. Hãy chọn tệp khác.",
        en: "The file is empty. Choose another one."
    )
    package static let attachmentTooLarge = Text(
        vi: "Tệp vượt quá 10 MB. Hãy nén hoặc chia nhỏ tệp rồi tải lên lại.",
        en: "The file exceeds 10 MB. Compress or divide it, then upload it again."
    )
    package static let attachmentTypeRefused = Text(
        vi: "Loại tệp này không được nhận. Hãy dùng ảnh, PDF, văn bản, bảng tính hoặc tệp ZIP.",
        en: "This type of file is not accepted. Use an image, PDF, document, spreadsheet or ZIP file."
    )
    package static let attachmentsFull = Text(
        vi:
            "Hồ sơ đã có 50 tệp đính kèm, là mức tối đa. Hãy gộp các tệp còn lại thành một tệp ZIP trong hồ sơ liên quan.",
        en:
            "The case has 50 attachments, the most it can hold. Put the rest into one ZIP file in a related case."
    )
    package static let relatedToItself = Text(
        vi: "Không thể liên kết hồ sơ với chính nó. Hãy chọn hồ sơ khác.",
        en: "A case cannot be related to itself. Choose another one."
    )
    package static let relationsFull = Text(
        vi:
            "Một trong hai hồ sơ đã có 50 hồ sơ liên quan, là mức tối đa. Hãy bỏ bớt liên kết không còn cần thiết.",
        en:
            "One of the two cases has 50 related cases, the most it can have. Undo a relation that is not needed."
    )
    package static let numberInvalid = Text(
        vi: "Số hồ sơ không đúng dạng. Hãy nhập đầy đủ, ví dụ HS-2026-0412.",
        en: "This is no case number. Type it in full, such as HS-2026-0412."
    )
    package static let relatedElsewhere = Text(
        vi: "Chỉ người có quyền xử lý cả hai hồ sơ mới được liên kết hoặc bỏ liên kết.",
        en: "Only somebody who may work on both cases can relate them or undo it."
    )
    package static let cursorInvalid = Text(
        vi: "Vị trí trang không còn dùng được. Hãy mở lại danh sách từ trang đầu.",
        en: "This position in the list is no longer valid. Open the list again from its first page."
    )
}
