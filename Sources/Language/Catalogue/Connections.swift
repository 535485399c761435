extension Text {
    /// Texts of the page “Kết nối” of a dataset.
    package enum Connections {
        package static let title = Text(vi: "Kết nối", en: "Connections")
        package static let explained = Text(
            vi: "Hệ thống khác nhận thay đổi của bộ dữ liệu này",
            en: "Other systems that get the changes of this dataset"
        )
        package static let receiver = Text(vi: "Nơi nhận", en: "Receiver")
        package static let target = Text(vi: "Địa chỉ nhận", en: "Address of the receiver")
        package static let targetHelp = Text(
            vi: "Bắt đầu bằng https://, do hệ thống nhận cung cấp.",
            en: "Begins with https://; the receiving system tells it."
        )
        package static let make = Text(vi: "Thêm nơi nhận", en: "Add a receiver")
        package static let makeMeans = Text(
            vi:
                "Từ nay, mỗi thay đổi được ký và gửi đến địa chỉ này. Với dữ liệu dùng chung có điều kiện và dữ liệu cá nhân, chỉ gửi thông báo có thay đổi, không gửi nội dung.",
            en:
                "From now on each change is signed and sent to this address. Of restricted and personal data only the fact of a change is sent, not its content."
        )
        package static let none = Text(vi: "Chưa có nơi nhận nào", en: "No receiver yet")
        package static let noneWhy = Text(
            vi: "Thêm nơi nhận để hệ thống khác được báo ngay khi dữ liệu thay đổi.",
            en: "Add a receiver to have another system told as soon as data change."
        )
        package static let active = Text(vi: "Đang gửi", en: "Sending")
        package static let trying = Text(vi: "Đang thử lại", en: "Trying again")
        package static let paused = Text(vi: "Tạm dừng", en: "Paused")
        package static let gone = Text(vi: "Đã dừng: nơi nhận không còn", en: "Ended: the receiver is gone")
        package static let unreachable = Text(
            vi: "Đã dừng: nơi nhận không nhận được",
            en: "Ended: the receiver takes nothing"
        )
        package static let ownerGone = Text(
            vi: "Đã dừng: người đăng ký không còn quyền",
            en: "Ended: whoever made it may not read"
        )
        package static let behind = Text(vi: "Độ trễ", en: "Behind")
        package static let upToDate = Text(vi: "Đã gửi hết", en: "Up to date")
        package static func places(_ count: Int) -> Text {
            Text(
                vi: "Còn \(count) mục nhật ký chưa xét",
                en: "\(count) log \(count == 1 ? "entry" : "entries") to look at"
            )
        }
        package static let delivered = Text(vi: "Lần gửi gần nhất", en: "Last delivery")
        package static func answered(_ status: Int) -> Text {
            Text(vi: "Trả lời \(status)", en: "Answered \(status)")
        }
        package static let noAnswer = Text(vi: "Không trả lời", en: "No answer")
        package static func tries(_ count: Int) -> Text {
            Text(vi: "\(count) lần không được", en: "\(count) failed \(count == 1 ? "try" : "tries")")
        }
        package static let pause = Text(vi: "Tạm dừng", en: "Pause")
        package static let resume = Text(vi: "Gửi tiếp", en: "Resume")
        package static let replayAll = Text(vi: "Gửi lại từ đầu", en: "Send all again")
        package static let newSecret = Text(vi: "Đổi khóa ký", en: "New secret")
        package static let sendAgain = Text(vi: "Gửi lại", en: "Send again")
        package static func named(_ act: Text, _ target: String) -> Text {
            Text(vi: "\(act.vi): \(target)", en: "\(act.en): \(target)")
        }
        package static let deadLetters = Text(vi: "Gói không gửi được", en: "Dead letters")
        package static let deadLettersWhy = Text(
            vi: "Mỗi gói được thử nhiều lần trong khoảng ba giờ. Gói gửi lại được lập mới từ nhật ký.",
            en: "Each was tried many times within some three hours. Sent again, it is made anew from the log."
        )
        package static let givenUp = Text(vi: "Thời điểm bỏ", en: "Given up")
        package static let lastAnswer = Text(vi: "Trả lời cuối", en: "Last answer")
        package static let sentAgain = Text(vi: "Đã gửi lại", en: "Sent again")
        package static let letterTaken = Text(vi: "Nơi nhận đã nhận gói.", en: "The receiver took it.")
        package static func letterRefused(_ status: Int?) -> Text {
            guard let status else {
                return Text(
                    vi: "Nơi nhận không trả lời. Hãy kiểm tra hệ thống nhận rồi gửi lại.",
                    en: "The receiver did not answer. Check the receiving system, then send again."
                )
            }
            return Text(
                vi: "Nơi nhận trả lời \(status), chưa nhận gói. Hãy kiểm tra hệ thống nhận rồi gửi lại.",
                en: "The receiver answered \(status) and did not take it. Check it, then send again."
            )
        }
        package static let ready = Text(vi: "Đã thêm nơi nhận", en: "The receiver is added")
        package static let secretReady = Text(vi: "Khóa ký mới", en: "The new secret")
        package static let secretFor = Text(
            vi:
                "Khóa này dùng để kiểm tra chữ ký của mỗi thông điệp. Hãy giao cho người vận hành hệ thống nhận.",
            en:
                "With it the receiver checks the signature of each message. Give it to whoever runs that system."
        )
        package static let back = Text(vi: "Về danh sách kết nối", en: "Back to the connections")
        package static let feed = Text(
            vi: "Tự lấy thay đổi qua API",
            en: "Reading the changes through the API"
        )
        package static let feedWhy = Text(
            vi:
                "Hệ thống có khóa API có thể tự đọc các thay đổi theo thứ tự, không sót thay đổi nào. Xem hướng dẫn tại /api.",
            en: "A system with an API key can read the changes in order and misses none. See /api."
        )
    }
}
