extension Text.API {
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
