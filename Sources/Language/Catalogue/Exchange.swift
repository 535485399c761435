extension Text {
    /// Why a subscription could not be made or changed, or why a message is refused.
    package enum Subscription {
        package static let notFound = Text(
            vi: "Không có đăng ký nhận dữ liệu này. Hãy kiểm tra lại mã đăng ký.",
            en: "There is no such subscription. Check its id."
        )
        package static let targetInvalid = Text(
            vi: "Địa chỉ nhận phải bắt đầu bằng https:// và không chứa tên đăng nhập. Hãy sửa địa chỉ.",
            en: "The address must begin with https:// and hold no user name. Correct the address."
        )
        package static let tooMany = Text(
            vi: "Bộ dữ liệu này đã có đủ số đăng ký nhận. Hãy bỏ bớt đăng ký cũ.",
            en: "The dataset has as many subscriptions as it may. Remove old ones first."
        )
        package static let wrongState = Text(
            vi: "Trạng thái hiện tại của đăng ký không cho phép việc này. Hãy tải lại để xem trạng thái mới.",
            en: "The subscription's present state does not allow this. Load it again to see the state."
        )
        package static let cursorInvalid = Text(
            vi:
                "Nhật ký chưa có vị trí này. Hãy dùng số thứ tự của một thay đổi đã nhận, hoặc -1 để lấy từ đầu.",
            en: "The log has no such place. Use the number of a change that you have, or -1 for all."
        )
        package static let deadLetterNotFound = Text(
            vi: "Không có gói tin bị trả lại này.",
            en: "There is no such dead letter."
        )
        package static let headerMissing = Text(
            vi:
                "Thông điệp thiếu hoặc lặp tiêu đề webhook-id, webhook-timestamp hay webhook-signature. Không nhận.",
            en:
                "A header webhook-id, webhook-timestamp or webhook-signature is missing or stands twice. Refuse it."
        )
        package static let signatureWrong = Text(
            vi: "Chữ ký không khớp: thông điệp đã bị sửa hoặc không do bên gửi ký. Không nhận.",
            en: "The signature does not fit: the message was altered or is not from the sender. Refuse it."
        )
        package static let messageOld = Text(
            vi: "Thời điểm gửi lệch quá 5 phút: thông điệp bị gửi lại hoặc đồng hồ sai. Không nhận.",
            en: "The time is more than 5 minutes off: a message sent again, or a wrong clock. Refuse it."
        )
        package static let messageSeen = Text(
            vi: "Thông điệp này đã được nhận trước đó. Không nhận lần nữa.",
            en: "This message was taken before. Do not take it again."
        )
    }
}

extension Text {
    /// `sen webhook`.
    package enum WebhookCommand {
        package static let abstract = Text(
            vi: "Dành cho hệ thống nhận thông điệp của Sen",
            en: "For systems that receive what Sen sends"
        )
        package static let verifyAbstract = Text(
            vi: "Kiểm tra một thông điệp: đúng người gửi, không bị sửa, không cũ, chưa nhận",
            en: "Checks a message: from the sender, unaltered, fresh and not taken before"
        )
        package static let verifyDiscussion = Text(
            vi: "Mã thoát 0 khi nhận được, 1 khi phải từ chối. Cách ký theo Standard Webhooks.",
            en:
                "Ends with 0 when the message may be taken and with 1 when it is to be refused. Signed as Standard Webhooks says."
        )
        package static let secretHelp = Text(
            vi: "Tệp có khóa ký whsec_..., mỗi dòng một khóa",
            en: "File with the secret whsec_..., one a line"
        )
        package static let headersHelp = Text(
            vi: "Tệp có các tiêu đề của yêu cầu, mỗi dòng một tiêu đề",
            en: "File with the headers of the request, one a line"
        )
        package static let bodyHelp = Text(
            vi: "Tệp có nội dung đúng từng byte; /dev/stdin để đọc từ ống",
            en: "File with the body, byte for byte; /dev/stdin for a pipe"
        )
        package static let seenHelp = Text(
            vi: "Tệp giữ mã các thông điệp đã nhận; được ghi thêm khi nhận",
            en: "File of the ids that were taken; the new one is added"
        )
        package static let noSecret = Text(
            vi: "Tệp khóa không có khóa nào dạng whsec_... Hãy kiểm tra lại tệp.",
            en: "The file holds no secret of the form whsec_.... Check the file."
        )
        package static let notRemembered = Text(
            vi: "Không ghi được tệp mã đã nhận. Hãy kiểm tra quyền ghi rồi kiểm tra lại thông điệp.",
            en: "The file of ids cannot be written. Check its permissions, then check the message again."
        )
        package static func holds(_ id: String) -> Text {
            Text(vi: "Nhận được: \(id)", en: "May be taken: \(id)")
        }
    }
}

extension Text.API {
    package static let listSubscriptions = Text(
        vi: "Các đăng ký nhận thay đổi của bộ dữ liệu thuộc đơn vị mình",
        en: "The subscriptions to a dataset's changes that are one's own units'"
    )
    package static let makeSubscription = Text(
        vi:
            "Đăng ký để mỗi thay đổi được gửi đến một địa chỉ https, có chữ ký theo Standard Webhooks; khóa ký chỉ hiện một lần",
        en:
            "Has each change sent to an https address, signed as Standard Webhooks says; the secret is told once"
    )
    package static let getSubscription = Text(
        vi: "Một đăng ký: trạng thái, lần gửi cuối và độ trễ",
        en: "One subscription: its state, the last delivery and how far behind it is"
    )
    package static let pauseSubscription = Text(vi: "Tạm dừng gửi", en: "Stops sending for now")
    package static let resumeSubscription = Text(
        vi: "Gửi tiếp từ chỗ đã dừng, thay mặt người gọi",
        en: "Goes on from where it was, for whoever calls"
    )
    package static let replaySubscription = Text(
        vi: "Gửi lại mọi thay đổi sau một vị trí, với mã thông điệp mới",
        en: "Sends everything after a place once more, under new ids"
    )
    package static let rotateSecret = Text(
        vi: "Tạo khóa ký mới; khóa cũ còn ký song song 24 giờ",
        en: "Makes a new secret; the one before signs beside it for 24 hours"
    )
    package static let listDeadLetters = Text(
        vi: "Các gói không gửi được sau nhiều lần thử, mới nhất trước",
        en: "Batches that were given up after many tries, the newest first"
    )
    package static let replayDeadLetter = Text(
        vi: "Gửi lại ngay một gói không gửi được và cho biết kết quả",
        en: "Sends one dead letter again now, and says what came of it"
    )
    package static let gzipDamaged = Text(
        vi: "Nội dung không phải gzip, bị hỏng hoặc bị cắt. Hãy nén lại rồi gửi lại.",
        en: "The body is no gzip, is damaged or was cut off. Pack it again and send it again."
    )
    package static let codingUnknown = Text(
        vi: "Máy chủ chỉ nhận nội dung không nén hoặc nén gzip. Hãy sửa tiêu đề Content-Encoding.",
        en: "The server takes bodies as they are or as gzip. Correct the header Content-Encoding."
    )
    package static let listChanges = Text(
        vi:
            "Các thay đổi của bộ dữ liệu theo đúng thứ tự; với Accept: application/x-ndjson thì trả đến thay đổi mới nhất, với Accept: text/event-stream thì tiếp tục gửi khi có thay đổi",
        en:
            "The changes of a dataset in their order; with Accept: application/x-ndjson up to the newest, with Accept: text/event-stream they go on"
    )
    package static let changesAfter = Text(
        vi: "Số thứ tự của thay đổi đã nhận cuối cùng; -1 để lấy từ đầu",
        en: "The number of the last change that you have; -1 for all from the beginning"
    )
    package static let lastEventID = Text(
        vi: "Như after, do trình khách SSE tự gửi khi nối lại",
        en: "As after; sent by clients of server-sent events when they connect again"
    )
}
