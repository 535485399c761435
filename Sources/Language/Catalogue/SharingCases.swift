/// What a case about sharing says, and its legal ground.
extension Text.Reaction {
    package static func sharingAsked(_ dataset: String, by unit: String) -> Text {
        Text(
            vi: "Đề nghị chia sẻ dữ liệu: \(dataset) (đơn vị đề nghị: \(unit))",
            en: "Request to share data: \(dataset) (asked by \(unit))"
        )
    }
    package static func sharingTerms(
        fields: String,
        unit: String,
        purpose: String,
        legalBasis: String,
        from: String,
        until: String
    ) -> Text {
        Text(
            vi: """
                Trường: \(fields). Phạm vi: đơn vị \(unit) và cấp dưới. Mục đích: \(purpose). Căn cứ: \(legalBasis). \
                Thời hạn: \(from) đến \(until).
                """,
            en: """
                Fields: \(fields). Records: unit \(unit) and below. Purpose: \(purpose). Legal basis: \(legalBasis). \
                Period: \(from) to \(until).
                """
        )
    }
    package static func sharingGranted(_ terms: Text) -> Text {
        Text(vi: "Đồng ý chia sẻ. \(terms.vi)", en: "Granted. \(terms.en)")
    }
    package static func sharingRefused(reason: String, legalBasis: String) -> Text {
        Text(
            vi: "Từ chối chia sẻ. Lý do: \(reason). Căn cứ pháp lý: \(legalBasis).",
            en: "Refused. Reason: \(reason). Legal basis: \(legalBasis)."
        )
    }
    package static let sharingEnded = Text(vi: "Đề nghị đã kết thúc.", en: "The request has ended.")
}

extension Text.Case {
    package static let groundDecree194 = Text(
        vi: "Điều 16 và Điều 40 Nghị định số 194/2025/NĐ-CP ngày 03/7/2025 của Chính phủ",
        en: "Articles 16 and 40 of Decree 194/2025/NĐ-CP of 3 July 2025"
    )
    package static let provisionDecree194 = Text(
        vi: """
            Dữ liệu được chia sẻ mặc định; từ chối phải bằng văn bản, nêu lý do và căn cứ pháp lý (Điều 16). Tài khoản kết nối \
            dữ liệu được tạo trong 02 ngày làm việc (Điều 40); Sen lấy cùng thời hạn cho việc trả lời đề nghị chia sẻ, đơn vị \
            cần xác nhận trong phần thiết lập.
            """,
        en: """
            Data is shared by default; a refusal is in writing with reason and legal basis (article 16). The account of a data \
            connection is made within 2 working days (article 40); Sen takes the same time for the answer to a request, to be \
            confirmed in the settings.
            """
    )
}
