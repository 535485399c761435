/// Texts of sharing between agencies.
extension Text {
    package enum Sharing {
        // Stating a purpose
        package static let purposeTitle = Text(vi: "Mục đích đọc dữ liệu", en: "Purpose of reading")
        package static let purposeWanted = Text(
            vi: "Cần nêu mục đích trước khi xem số liệu",
            en: "State a purpose before you see the data"
        )
        package static let purposeWhy = Text(
            vi: """
                Dữ liệu này có điều kiện. Mỗi lần xem được ghi vào nhật ký cùng mục đích; đơn vị chủ quản và người có dữ \
                liệu có thể biết ai đã xem gì.
                """,
            en: """
                This data is restricted. Each reading is kept in the log with its purpose; the owner and the persons that \
                it is about can be told who read what.
                """
        )
        package static let statePurpose = Text(vi: "Nêu mục đích", en: "State a purpose")
        package static let purpose = Text(vi: "Mục đích", en: "Purpose")
        package static let purposeHelp = Text(
            vi: "Ví dụ: đối chiếu báo cáo tháng theo công văn số 12. Nêu một lần cho mỗi phiên đăng nhập.",
            en: "For instance: checking the monthly report against letter 12. Stated once in a session."
        )
        package static let ground = Text(vi: "Xem theo", en: "Read by right of")
        package static let groundHelp = Text(
            vi: "Theo quyết định chia sẻ thì mục đích là mục đích đã được duyệt, không cần nhập lại.",
            en: "Under a grant the purpose is the one that was granted, and need not be typed."
        )
        package static let ownUnits = Text(vi: "Quyền của đơn vị mình", en: "One's own units")
        package static func underGrant(_ purpose: String) -> Text {
            Text(vi: "Quyết định chia sẻ: \(purpose)", en: "The grant: \(purpose)")
        }
        package static let goOn = Text(vi: "Tiếp tục", en: "Go on")

        // Failures
        package static let notFound = Text(
            vi: "Không có yêu cầu chia sẻ này, hoặc yêu cầu không thuộc đơn vị của bạn. Hãy kiểm tra mã.",
            en: "There is no such sharing request, or it does not concern your unit. Check the id."
        )
        package static let invalid = Text(
            vi: "Yêu cầu chia sẻ chưa đúng. Hãy sửa chỗ được nêu.",
            en: "The sharing request is not right. Mend what is named."
        )
        package static let fields = Text(
            vi: "Hãy chọn ít nhất một trường có trong khai báo của bộ dữ liệu.",
            en: "Choose at least one field that the dataset declares."
        )
        package static let conditions = Text(
            vi: "Điều kiện chỉ được đặt trên trường có chỉ mục, với giá trị đúng kiểu, tối đa 8 điều kiện.",
            en: "Conditions are on indexed fields, with a value of their kind, at most 8 of them."
        )
        package static let period = Text(
            vi: "Ngày kết thúc đứng trước ngày bắt đầu. Hãy sửa thời hạn.",
            en: "The period ends before it begins. Correct the days."
        )
        package static let more = Text(
            vi:
                "Chỉ có thể chia sẻ đúng hoặc ít hơn những gì được yêu cầu: trường, đơn vị, điều kiện và thời hạn.",
            en: "What is granted must lie within what was asked for: fields, unit, conditions and period."
        )
        package static let decided = Text(
            vi: "Yêu cầu đã được quyết định hoặc đã thu hồi. Hãy tải lại trang để xem kết quả.",
            en: "The request is decided or revoked already. Load it again to see the decision."
        )
        package static let notInForce = Text(
            vi: "Quyết định chia sẻ chưa có hiệu lực, đã hết hạn hoặc đã bị thu hồi. Hãy gửi yêu cầu mới.",
            en: "The grant is not yet in force, has expired or was revoked. Send a new request."
        )
        package static let legalBasisMissing = Text(
            vi: "Thiếu căn cứ pháp lý. Hãy nêu văn bản và điều khoản.",
            en: "The legal basis is missing. Name the document and its article."
        )
        package static let fieldMasked = Text(
            vi: "Trường này được che đối với bạn nên không lọc theo được. Hãy bỏ điều kiện hoặc xin chia sẻ.",
            en:
                "This field is masked for you, so it cannot be filtered by. Leave the condition out or ask for access."
        )
        package static let noFigures = Text(
            vi: "Quyết định chia sẻ chỉ gồm một phần bản ghi nên không xem được số tổng hợp của cả đơn vị.",
            en: "The grant is of some records only, so the figures of whole units are not shown under it."
        )
    }
}
