extension Text {
    // MARK: Cases

    package static let searchCases = Text(
        vi: "Tìm theo số, nội dung, đơn vị",
        en: "Search by number, title, unit"
    )
    package static let openCase = Text(vi: "Mở hồ sơ", en: "Open a case")
    package static let caseViews = Text(vi: "Nhóm hồ sơ", en: "Views of the cases")
    package static let noCases = Text(vi: "Không có hồ sơ ở mục này", en: "No cases here")
    package static let noCasesWhy = Text(
        vi: "Hồ sơ được mở tự động khi một phát hiện được xác nhận, hoặc do cán bộ mở.",
        en: "A case opens by itself when a finding is confirmed, or is opened by an officer."
    )
    package static let caseNumber = Text(vi: "Số hồ sơ", en: "Number")
    package static let severity = Text(vi: "Mức độ", en: "Severity")
    package static let assignee = Text(vi: "Người xử lý", en: "Assignee")
    package static let opened = Text(vi: "Mở lúc", en: "Opened")
    package static let deadline = Text(vi: "Hạn xử lý", en: "Deadline")
    package static func recurred(_ count: Int) -> Text {
        Text(
            vi: "tái phát \(count) lần",
            en: "\(count == 1 ? "came back once" : "came back \(count) times")"
        )
    }
    package static let nobodyYet = Text(vi: "chưa phân công", en: "nobody yet")
    package static let receipt = Text(vi: "Biên nhận kiểm chứng", en: "Verifiable receipt")
    package static let caseStages = Text(vi: "Tiến trình hồ sơ", en: "Stages of the case")
    package static let stageNew = Text(vi: "Mới", en: "New")
    package static let stageAccepted = Text(vi: "Đã tiếp nhận", en: "Accepted")
    package static let stageInProgress = Text(vi: "Đang xử lý", en: "In progress")
    package static let stageVerifying = Text(vi: "Đang kiểm tra lại", en: "Verifying")
    package static let stageClosed = Text(vi: "Đã đóng", en: "Closed")
    package static let stageRefused = Text(vi: "Từ chối", en: "Refused")
    package static let whatNow = Text(vi: "Việc cần làm", en: "What to do now")
    package static let evidence = Text(vi: "Chứng cứ", en: "Evidence")
    package static let noEvidence = Text(vi: "Chưa có chứng cứ", en: "No evidence yet")
    package static let noEvidenceWhy = Text(
        vi: "Nội dung vi phạm do Sen ghi lại và tệp đính kèm sẽ hiện ở đây.",
        en: "What Sen recorded and files that were attached appear here."
    )
    package static let timeline = Text(vi: "Diễn biến", en: "Timeline")
    package static let owner = Text(vi: "Đơn vị chủ trì", en: "Owner")
    package static let legalGround = Text(vi: "Căn cứ pháp lý", en: "Legal ground")
    package static let recurrences = Text(vi: "Tái phát", en: "Recurrences")
    package static let rootCause = Text(vi: "Nguyên nhân gốc", en: "Root cause")
    package static let relatedCases = Text(vi: "Hồ sơ liên quan", en: "Related cases")
    package static let noRelatedCases = Text(vi: "Chưa có hồ sơ liên quan.", en: "No related cases yet.")
    package static let relateCase = Text(vi: "Liên kết hồ sơ", en: "Relate a case")
    package static let relateCaseMeans = Text(
        vi: "Hai hồ sơ sẽ dẫn tới nhau; việc liên kết được ghi vào diễn biến của cả hai.",
        en: "The two cases will lead to each other; both timelines tell of it."
    )
    package static let relateCaseHelp = Text(vi: "Ví dụ HS-2026-0412.", en: "Such as HS-2026-0412.")
    package static let unrelateCase = Text(vi: "Bỏ liên kết", en: "Undo")
    package static func unrelateCase(_ number: String) -> Text {
        Text(vi: "Bỏ liên kết với hồ sơ \(number)", en: "Undo the relation to case \(number)")
    }
    package static let acceptCase = Text(vi: "Tiếp nhận hồ sơ", en: "Accept the case")
    package static let acceptCaseMeans = Text(
        vi: "Đơn vị nhận trách nhiệm xử lý; thời hạn vẫn tính từ lúc mở hồ sơ.",
        en: "The unit takes responsibility; the deadline still counts from the opening."
    )
    package static let startCase = Text(vi: "Bắt đầu xử lý", en: "Start work")
    package static let startCaseMeans = Text(
        vi: "Ghi nhận thời điểm bắt đầu xử lý.",
        en: "Records when work began."
    )
    package static let closeCase = Text(vi: "Đóng hồ sơ", en: "Close the case")
    package static let closeCaseMeans = Text(
        vi: "Đồng ý với kết quả xử lý; hồ sơ kết thúc.",
        en: "You agree with the answer; the case ends."
    )
    package static let assignCase = Text(vi: "Phân công", en: "Assign")
    package static let answerCase = Text(vi: "Báo cáo kết quả xử lý", en: "Report the result")
    package static let refuseCase = Text(vi: "Từ chối hồ sơ", en: "Refuse the case")
    package static let comment = Text(vi: "Ý kiến", en: "Comment")
    package static let attachFile = Text(vi: "Đính kèm tệp", en: "Attach a file")
    package static let file = Text(vi: "Tệp", en: "File")
    package static let attachHelp = Text(
        vi: "Ảnh, PDF hoặc văn bản liên quan đến hồ sơ.",
        en: "A picture, PDF or document that belongs to the case."
    )
    package static let rootCauseHelp = Text(
        vi: "Chỉ xoá trang bị chèn thì sẽ bị tấn công lại; hãy chọn lỗ hổng đã được khắc phục.",
        en: "Deleting the page alone invites the next attack; choose the hole that was closed."
    )
    package static let whatWasDone = Text(vi: "Đã làm gì", en: "What was done")
    package static let whatWasDoneHelp = Text(
        vi: "Nêu việc đã làm để khắc phục và để không tái phát.",
        en: "Say what was done to repair it and to keep it from coming back."
    )
    package static let reason = Text(vi: "Lý do", en: "Reason")
    package static let sendBackCase = Text(vi: "Trả lại để xử lý tiếp", en: "Send back to work")
    package static let sendBackHelp = Text(
        vi: "Nêu rõ điều còn thiếu; đơn vị xử lý sẽ đọc.",
        en: "Say what is missing; the owner will read this."
    )
    package static let confirmRefusal = Text(vi: "Đồng ý với việc từ chối", en: "Agree with the refusal")
    package static let confirmRefusalMeans = Text(
        vi: "Hồ sơ không thuộc trách nhiệm của đơn vị; hồ sơ kết thúc.",
        en: "The case is not the unit's; it ends."
    )
    package static let overruleRefusal = Text(vi: "Giao lại cho đơn vị", en: "Give it back to the unit")
    package static let overruleHelp = Text(
        vi: "Nêu rõ vì sao đơn vị phải xử lý; đơn vị sẽ tiếp nhận lại hồ sơ.",
        en: "Say why the unit has to do it; it accepts the case anew."
    )
    package static let otherCause = Text(vi: "Nguyên nhân khác", en: "Another cause")
    package static let otherCauseWords = Text(vi: "Nguyên nhân khác là", en: "The other cause")
    package static let otherCauseHelp = Text(
        vi: "Chỉ ghi khi chọn “Nguyên nhân khác”.",
        en: "Only with “Another cause”."
    )
    package static let caseTitle = Text(vi: "Nội dung", en: "What it is")
    package static let caseTitleHelp = Text(
        vi: "Một câu nói rõ việc cần xử lý.",
        en: "One sentence that says what has to be dealt with."
    )
    package static let caseSubjectHelp = Text(
        vi: "Hệ thống, trang hay văn bản mà hồ sơ nói tới.",
        en: "The system, website or document that it is about."
    )
    package static let caseSeverityHelp = Text(
        vi: "Hạn xử lý được tính theo mức độ và loại hồ sơ.",
        en: "The deadline follows from severity and kind."
    )
    package static let refuseHelp = Text(
        vi: "Nêu rõ vì sao hồ sơ không thuộc trách nhiệm hoặc không đúng; người mở hồ sơ sẽ đọc.",
        en: "Say why it is not yours or not right; whoever opened it will read this."
    )
}

extension Text {
    package static let overdueCases = Text(vi: "Quá hạn", en: "Overdue")
    package static let caseKind = Text(vi: "Loại", en: "Kind")
    package static let attachedFile = Text(vi: "Tệp đính kèm", en: "Attached file")
    /// `kind` is the name of what was seen.
    package static func evidenceOf(_ kind: Text) -> Text {
        Text(vi: "Chứng cứ: \(kind.vi)", en: "Evidence: \(kind.en)")
    }
    /// For evidence that a person or another program took, under a code of its own.
    package static func evidenceOfUnknownKind(_ code: String) -> Text {
        Text(vi: "Chứng cứ: \(code)", en: "Evidence: \(code)")
    }
}
