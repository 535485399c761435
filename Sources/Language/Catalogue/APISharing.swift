/// What the API's document says of sharing.
extension Text.API {
    package static let askForSharing = Text(
        vi: "Đề nghị chủ quản chia sẻ một phần bộ dữ liệu cho đơn vị của mình",
        en: "Asks the owner of a dataset to share some of it with one's own unit"
    )
    package static let listSharing = Text(
        vi: "Các đề nghị chia sẻ mà đơn vị của mình gửi hoặc phải trả lời, mới nhất trước",
        en: "The sharing requests that one's units sent or have to answer, the newest first"
    )
    package static let getSharing = Text(vi: "Một đề nghị chia sẻ", en: "One sharing request")
    package static let sharingDataset = Text(
        vi: "chỉ các đề nghị về bộ dữ liệu này",
        en: "only requests for this dataset"
    )
    package static let grantSharing = Text(
        vi: "Đồng ý chia sẻ đúng hoặc ít hơn phần được đề nghị",
        en: "Grants what was asked for, or less of it"
    )
    package static let refuseSharing = Text(
        vi: "Từ chối chia sẻ; phải nêu lý do và căn cứ pháp lý",
        en: "Refuses a request; reason and legal basis are needed"
    )
    package static let revokeSharing = Text(
        vi: "Thu hồi quyết định chia sẻ trước hạn, kèm lý do",
        en: "Ends a grant before its time, with a reason"
    )
    package static let listReadings = Text(
        vi: "Ai đã đọc gì của bộ dữ liệu hoặc một bản ghi, để làm gì, theo quyết định nào; mới nhất trước",
        en: "Who read what of a dataset or of one record, what for and under which grant, the newest first"
    )
    package static let readingsKey = Text(
        vi: "chỉ các lần đọc bản ghi có khóa này; dữ liệu không phải cá nhân được ghi theo cả bộ",
        en: "only readings of the record with this key; of data that is not personal the log is by dataset"
    )
}
