extension Text {
    /// Texts of the room Reactions, most of which stand in a case that the program has opened or changed by itself.
    package enum Reaction {
        // What is wrong with a website, as the title of its case says it after the website's name.
        package static let intrusion = Text(
            vi: "nghi bị xâm nhập, chèn nội dung trái phép",
            en: "suspected intrusion, injected content"
        )
        package static let outage = Text(vi: "không truy cập được", en: "cannot be reached")
        package static let certificate = Text(
            vi: "chứng thư số không hợp lệ hoặc sắp hết hạn",
            en: "certificate not valid or about to expire"
        )
        package static let mandatoryLines = Text(
            vi: "thiếu thông tin bắt buộc trên trang",
            en: "mandatory information missing"
        )
        package static func title(_ website: String, _ trouble: Text) -> Text {
            Text(vi: "\(website): \(trouble.vi)", en: "\(website): \(trouble.en)")
        }

        package static func cleared(_ kind: Text, url: String) -> Text {
            Text(
                vi:
                    "Không còn thấy: \(kind.vi) (\(url)). Hồ sơ vẫn mở cho đến khi đơn vị báo cáo nguyên nhân gốc và lần kiểm tra lại đạt yêu cầu.",
                en:
                    "No longer seen: \(kind.en) (\(url)). The case stays open until its owner names the root cause and a re-check passes."
            )
        }
        package static let recheckImpossible = Text(
            vi:
                "Trang này không còn được theo dõi nên không thể kiểm tra lại tự động. Lãnh đạo đơn vị hãy trả lại hồ sơ rồi từ chối kèm lý do để cơ quan cấp trên xác nhận, hoặc đăng ký lại trang.",
            en:
                "This website is not watched any more, so it cannot be re-checked. The unit's leader can send the case back and refuse it with a reason, which the unit above confirms; or register the website again."
        )

        // Why a re-check did not pass.
        package static func stillThere(_ findings: String, others: Int) -> Text {
            let (more, andMore) =
                others > 0 ? (" và \(others) dấu hiệu khác", " and \(others) more") : ("", "")
            return Text(
                vi:
                    "Vẫn còn thấy: \(findings)\(more). Hãy xử lý từ nguyên nhân gốc rồi báo cáo lại kết quả.",
                en: "Still there: \(findings)\(andMore). Remove the cause, then answer again."
            )
        }
        package static let unreadable = Text(
            vi:
                "Không mở được hoặc không đọc được trang nên chưa thể kiểm tra lại. Hãy kiểm tra máy chủ, đường truyền, tường lửa rồi báo cáo lại kết quả.",
            en:
                "The page could not be opened or read, so it could not be re-checked. Check the server, the line and the firewall, then answer again."
        )

        // What went wrong with a message.
        package static let neverEnded = Text(
            vi:
                "Một thông báo nội bộ không lần nào được xử lý xong vì chương trình dừng giữa chừng. Hãy xem nhật ký của máy chủ, khắc phục nguyên nhân rồi cho xử lý lại.",
            en:
                "An internal message was never dealt with to the end, since the program ended each time. Read the server's log, remove the cause, then have it tried again."
        )
        package static let messageUnreadable = Text(
            vi:
                "Không đọc được một thông báo nội bộ, có thể do phiên bản Sen khác ghi ra. Hãy dùng đúng phiên bản rồi cho xử lý lại.",
            en:
                "An internal message cannot be read; another version of Sen may have written it. Run that version, then have it tried again."
        )
    }
}
