extension Text {
    /// Texts of the room Cases.
    package enum Case {
        // Kinds
        package static let kindWebsite = Text(vi: "Trang thông tin điện tử", en: "Website")
        package static let kindAudit = Text(vi: "Kết luận thanh tra, kiểm tra", en: "Audit finding")
        package static let kindTask = Text(vi: "Nhiệm vụ được giao", en: "Assigned task")
        package static let kindOther = Text(vi: "Vụ việc khác", en: "Other matter")

        // Severities
        package static let severityInformation = Text(vi: "Thông tin", en: "Information")
        package static let severityAttention = Text(vi: "Cần chú ý", en: "Needs attention")
        package static let severitySerious = Text(vi: "Nghiêm trọng", en: "Serious")
        package static let severityCritical = Text(vi: "Đặc biệt nghiêm trọng", en: "Critical")

        // States
        package static let stateNew = Text(vi: "Mới", en: "New")
        package static let stateAccepted = Text(vi: "Đã tiếp nhận", en: "Accepted")
        package static let stateInProgress = Text(vi: "Đang xử lý", en: "In progress")
        package static let stateAnswered = Text(vi: "Đã báo cáo kết quả", en: "Answered")
        package static let stateVerifying = Text(vi: "Đang kiểm tra lại", en: "Being verified")
        package static let stateClosed = Text(vi: "Đã đóng", en: "Closed")
        package static let stateRefused = Text(vi: "Từ chối tiếp nhận", en: "Refused")

        // Root causes
        package static let causeVulnerableSoftware = Text(
            vi: "Phần mềm có lỗ hổng chưa được vá",
            en: "Vulnerable software"
        )
        package static let causeStolenCredentials = Text(
            vi: "Lộ tài khoản, mật khẩu quản trị",
            en: "Stolen credentials"
        )
        package static let causeUploadForm = Text(
            vi: "Chức năng tải tệp lên bị lợi dụng",
            en: "Abused upload form"
        )
        package static let causeVendorsSharedCode = Text(
            vi: "Lỗi trong mã nguồn dùng chung của nhà cung cấp",
            en: "The vendor's shared code"
        )
        package static let causeForgottenService = Text(
            vi: "Dịch vụ, tên miền hết hạn hoặc bị bỏ quên",
            en: "Expired or forgotten service"
        )
        package static let causeMisconfiguration = Text(vi: "Cấu hình sai", en: "Misconfiguration")
        package static let causeContentMistake = Text(
            vi: "Sai sót khi biên tập nội dung",
            en: "Content mistake"
        )
        package static let causeOther = Text(vi: "Nguyên nhân khác", en: "Other cause")
        package static func causeInWords(_ words: String) -> Text {
            Text(vi: "nguyên nhân khác: \(words)", en: "other cause: \(words)")
        }

        // Legal grounds
        package static let groundDecree147 = Text(
            vi: "Điều 23 Nghị định số 147/2024/NĐ-CP ngày 09/11/2024 của Chính phủ",
            en: "Article 23 of Decree 147/2024/NĐ-CP of 9 November 2024"
        )
        package static let provisionDecree147 = Text(
            vi:
                "Thông tin vi phạm phải được gỡ bỏ trong 24 giờ kể từ khi có yêu cầu. Quy định này áp dụng cho bên cung cấp thông tin xuyên biên giới; đối với trang của cơ quan nhà nước, Sen lấy cùng mức làm mặc định và đơn vị cần xác nhận trong phần thiết lập.",
            en:
                "Unlawful content must be removed within 24 hours of a request. The article binds cross-border providers; for state websites Sen takes the same time as a default, to be confirmed in the settings."
        )
        package static let groundDecree42 = Text(
            vi: "Điều 4 Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ",
            en: "Article 4 of Decree 42/2022/NĐ-CP of 24 June 2022"
        )
        package static let provisionDecree42 = Text(
            vi:
                "Cổng, trang thông tin điện tử của cơ quan nhà nước phải cung cấp đầy đủ, chính xác và kịp thời các thông tin theo danh mục. Văn bản không ấn định số ngày; thời hạn đang dùng là mặc định cần xác nhận.",
            en:
                "State portals must publish the listed information completely, correctly and promptly. The decree gives no number of days; the time in use is a default to be confirmed."
        )
        package static let groundDecision05 = Text(
            vi: "Điểm a khoản 1 Điều 11 Quyết định số 05/2017/QĐ-TTg ngày 16/3/2017 của Thủ tướng Chính phủ",
            en: "Article 11(1)(a) of Decision 05/2017/QĐ-TTg of 16 March 2017"
        )
        package static let provisionDecision05 = Text(
            vi:
                "Đơn vị vận hành hệ thống thông tin phải báo cáo sự cố an toàn thông tin mạng chậm nhất 05 ngày kể từ khi phát hiện; sự cố vượt khả năng xử lý phải báo cáo khẩn cấp ngay.",
            en:
                "The operator of an information system must report a security incident within 5 days of its detection, and at once when it cannot handle it alone."
        )
        package static let groundProvince = Text(
            vi: "Quy định của tỉnh (chưa khai báo văn bản)",
            en: "The province's own rule (no document named yet)"
        )
        package static let provisionProvince = Text(
            vi:
                "Không có văn bản nào ấn định thời hạn này; đây là giá trị mặc định. Hãy khai báo văn bản và thời hạn của tỉnh trong phần thiết lập.",
            en:
                "No legal text gives this time; it is a default. Name the province's document and its time in the settings."
        )
        package static let basisLaw = Text(vi: "Theo văn bản pháp luật", en: "Given by law")
        package static let basisSetting = Text(vi: "Mặc định, cần xác nhận", en: "Default, to be confirmed")

        // Escalation
        package static let escalationNobody = Text(vi: "Chưa báo quá hạn", en: "Nobody told")
        package static let escalationOwner = Text(vi: "Đơn vị chủ trì", en: "Owning unit")
        package static let escalationParent = Text(vi: "Cơ quan cấp trên", en: "Unit above")
        package static let escalationBoard = Text(vi: "Ban điều hành", en: "Board")

        // Deadlines
        package static func holidaysUnknown(year: Int) -> Text {
            Text(
                vi:
                    "Chưa có lịch nghỉ lễ, tết năm \(year) nên hạn xử lý mới chỉ trừ thứ Bảy, Chủ nhật. Hãy khai báo lịch nghỉ năm \(year) trong phần thiết lập.",
                en:
                    "The holidays of \(year) are not known, so the deadline skips weekends only. Give the holidays of \(year) in the settings."
            )
        }
        package static let holidayNewYear = Text(vi: "Tết Dương lịch", en: "New Year's Day")
        package static let holidayTet = Text(vi: "Tết Âm lịch", en: "Tết (Lunar New Year)")
        package static let holidayHungKings = Text(
            vi: "Ngày Giỗ Tổ Hùng Vương",
            en: "Hùng Kings' Commemoration Day"
        )
        package static let holidayReunification = Text(vi: "Ngày Chiến thắng 30/4", en: "Victory Day")
        package static let holidayLabour = Text(vi: "Ngày Quốc tế lao động", en: "International Labour Day")
        package static let holidayNational = Text(vi: "Quốc khánh", en: "National Day")
        package static let holidayCulture = Text(vi: "Ngày Văn hóa Việt Nam", en: "Vietnam Culture Day")
        package static let holidaySwapped = Text(vi: "Nghỉ hoán đổi", en: "Swapped day off")
    }
}

extension Text.Case {
    // Timeline
    package static let eventOpened = Text(vi: "Mở hồ sơ", en: "Opened the case")
    package static func eventObserved(times: Int) -> Text {
        Text(vi: "Ghi nhận thêm, tổng cộng \(times) lần", en: "Observed again, \(times) times in all")
    }
    package static func eventSeverityRaised(from: Text, to: Text) -> Text {
        Text(
            vi: "Nâng mức độ từ “\(from.vi)” lên “\(to.vi)”",
            en: "Raised the severity from “\(from.en)” to “\(to.en)”"
        )
    }
    package static let eventDeadlineMoved = Text(
        vi: "Rút ngắn hạn xử lý theo mức độ mới",
        en: "Brought the deadline forward with the severity"
    )
    package static func eventReopened(times: Int) -> Text {
        Text(
            vi: "Mở lại hồ sơ do tái diễn lần thứ \(times)",
            en: "Re-opened; the cause came back, number \(times)"
        )
    }
    package static let eventAccepted = Text(vi: "Tiếp nhận hồ sơ", en: "Accepted the case")
    package static let eventStarted = Text(vi: "Bắt đầu xử lý", en: "Began the work")
    package static let eventVerifying = Text(vi: "Bắt đầu kiểm tra lại", en: "Began to verify")
    package static let eventApproved = Text(
        vi: "Lãnh đạo chấp thuận kết quả và đóng hồ sơ",
        en: "A leader approved the answer and closed the case"
    )
    package static let eventRefusalConfirmed = Text(
        vi: "Cơ quan cấp trên đồng ý việc từ chối",
        en: "The unit above confirmed the refusal"
    )
    package static let eventAssigned = Text(vi: "Giao người xử lý", en: "Assigned the case")
    package static let eventUnassigned = Text(vi: "Bỏ phân công người xử lý", en: "Removed the assignee")
    package static func eventAnswered(cause: Text?, whatWasDone: String) -> Text {
        guard let cause else {
            return Text(vi: "Báo cáo kết quả: \(whatWasDone)", en: "Answered: \(whatWasDone)")
        }
        return Text(
            vi: "Báo cáo kết quả. Nguyên nhân: \(cause.vi). Đã làm: \(whatWasDone)",
            en: "Answered. Cause: \(cause.en). Done: \(whatWasDone)"
        )
    }
    package static let eventRecheckPassed = Text(
        vi: "Kiểm tra lại đạt yêu cầu, đóng hồ sơ",
        en: "The re-check passed; the case is closed"
    )
    package static func eventRecheckFailed(_ reason: String) -> Text {
        Text(
            vi: "Kiểm tra lại chưa đạt, trả lại để xử lý tiếp: \(reason)",
            en: "The re-check failed and the case went back to work: \(reason)"
        )
    }
    package static func eventSentBack(_ reason: String) -> Text {
        Text(
            vi: "Lãnh đạo chưa chấp thuận, yêu cầu xử lý tiếp: \(reason)",
            en: "A leader sent the answer back: \(reason)"
        )
    }
    package static func eventRefused(_ reason: String) -> Text {
        Text(vi: "Từ chối tiếp nhận: \(reason)", en: "Refused: \(reason)")
    }
    package static func eventRefusalOverruled(_ reason: String) -> Text {
        Text(
            vi: "Cơ quan cấp trên không đồng ý việc từ chối: \(reason)",
            en: "The unit above overruled the refusal: \(reason)"
        )
    }
    package static func eventCommented(_ text: String) -> Text {
        Text(vi: "Ý kiến: \(text)", en: "Comment: \(text)")
    }
    package static let eventEvidenceAdded = Text(vi: "Bổ sung chứng cứ", en: "Added evidence")
    package static func eventAttached(_ name: String) -> Text {
        Text(vi: "Đính kèm tệp \(name)", en: "Attached \(name)")
    }
    package static func eventRelated(_ number: String) -> Text {
        Text(vi: "Liên kết với hồ sơ \(number)", en: "Related to case \(number)")
    }
    package static func eventUnrelated(_ number: String) -> Text {
        Text(vi: "Bỏ liên kết với hồ sơ \(number)", en: "No longer related to case \(number)")
    }
    package static func eventEscalated(_ level: Text) -> Text {
        Text(vi: "Quá hạn, đã báo: \(level.vi)", en: "Overdue; told: \(level.en)")
    }
}

extension Text.Case {
    // Fields
    package static let fieldTitle = Text(vi: "Tiêu đề", en: "Title")
    package static let fieldSubject = Text(vi: "Đối tượng", en: "Subject")
    package static let fieldWhatWasDone = Text(vi: "Biện pháp đã thực hiện", en: "What was done")
    package static let fieldRootCause = Text(vi: "Nguyên nhân", en: "Root cause")
    package static let fieldReason = Text(vi: "Lý do", en: "Reason")
    package static let fieldComment = Text(vi: "Ý kiến", en: "Comment")
    package static let fieldQuote = Text(vi: "Trích dẫn", en: "Quote")
    package static let fieldURL = Text(vi: "Địa chỉ trang", en: "Address")
    package static let fieldTechnical = Text(vi: "Thông tin kỹ thuật", en: "Technical detail")
}
