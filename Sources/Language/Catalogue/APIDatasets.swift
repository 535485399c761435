extension Text.API {
    package static let listDatasets = Text(vi: "Danh mục bộ dữ liệu", en: "The catalogue of datasets")
    package static let getDataset = Text(
        vi: "Một bộ dữ liệu: bản khai báo và mẫu bản ghi",
        en: "One dataset: its declaration and the schema of its records"
    )
    package static let getDatasetSchema = Text(
        vi: "Mẫu bản ghi dưới dạng JSON Schema",
        en: "The JSON Schema of the records"
    )
    package static let getRecord = Text(
        vi: "Một bản ghi theo khóa; các phần của khóa cách nhau bằng dấu / (hoặc %2F)",
        en: "One record by its key, whose parts stand with / (or %2F) between them"
    )
    package static let putRecord = Text(
        vi: "Ghi một bản ghi; nội dung yêu cầu là bản ghi",
        en: "Writes a record, which is the body"
    )
    package static let listRecordVersions = Text(
        vi: "Mọi phiên bản của một bản ghi, mới nhất trước",
        en: "All versions of a record, the newest first"
    )
    package static let withdrawRecord = Text(
        vi: "Rút một bản ghi, có lý do; các phiên bản vẫn được giữ",
        en: "Takes a record back with a reason; its versions stay"
    )
    package static let approveRecord = Text(
        vi: "Duyệt một bản ghi ở cấp đang chờ",
        en: "Agrees to a record for the level that has to"
    )
    package static let returnRecord = Text(
        vi: "Trả lại một bản ghi cho đơn vị báo cáo, có lý do",
        en: "Sends a record back to the unit that reports, with a reason"
    )
    package static let listRecords = Text(
        vi:
            "Danh sách bản ghi theo thứ tự khóa; với Accept: application/x-ndjson thì trả tất cả, mỗi dòng một bản ghi",
        en: "Records in the order of their keys; with Accept: application/x-ndjson all of them, one a line"
    )
    package static let putRecords = Text(
        vi: "Ghi nhiều bản ghi, mỗi dòng một bản ghi JSON, báo cáo từng dòng",
        en: "Writes many records, one a line, and reports each line"
    )
    package static let listFigures = Text(
        vi: "Số bản ghi và tổng chính xác theo đơn vị và kỳ; thiếu số liệu là null, không phải 0",
        en: "Counts and exact sums by unit and period; what is missing is null and not 0"
    )

    package static let ifNoneMatch = Text(
        vi: "Dấu *: chỉ ghi khi chưa có bản ghi",
        en: "*: write only when there is no such record yet"
    )
    package static let purpose = Text(
        vi:
            "Mục đích đọc, mã hóa phần trăm theo UTF-8; bắt buộc với dữ liệu dùng chung có điều kiện và dữ liệu cá nhân, được ghi vào nhật ký",
        en:
            "What the data is read for, percent-encoded UTF-8; needed for restricted and personal data, and kept in the log"
    )
    package static let grant = Text(
        vi:
            "Mã quyết định chia sẻ mà việc đọc dựa vào; mục đích là mục đích của quyết định, chỉ thấy phần được chia sẻ",
        en:
            "The grant under which it is read, by its id: the purpose is the grant's, and only what it shares is shown"
    )
    package static let reasonHeader = Text(
        vi: "Lý do đính chính, mã hóa phần trăm theo UTF-8; cần khi kỳ đã khóa",
        en: "Why the record is corrected, percent-encoded UTF-8; needed once the period is locked"
    )
    package static let reasonQuery = Text(
        vi: "Lý do đính chính, thay cho tiêu đề Sen-Reason",
        en: "Why the record is corrected, in place of the header Sen-Reason"
    )
    package static let asOf = Text(
        vi: "Dữ liệu như tại thời điểm này, ví dụ 2026-10-01T00:00:00Z",
        en: "As it was at this instant, such as 2026-10-01T00:00:00Z"
    )
    package static let unitSubtree = Text(
        vi: "Đơn vị này và các đơn vị trực thuộc, theo địa giới của kỳ",
        en: "This unit and what lies below it, as it was in the period"
    )
    package static let fromPeriod = Text(
        vi: "Từ kỳ này, ví dụ 2026-01, 2026-Q1 hoặc 2026",
        en: "From this period on, such as 2026-01, 2026-Q1 or 2026"
    )
    package static let toPeriod = Text(vi: "Đến hết kỳ này", en: "Up to this period")
    package static let whereFilter = Text(
        vi:
            "Điều kiện trên trường có chỉ mục, ví dụ population>=100; lặp lại được, mọi điều kiện đều phải đúng",
        en:
            "A condition on an indexed field, such as population>=100; may stand several times, and all must hold"
    )
    package static let fieldsWanted = Text(
        vi: "Chỉ các trường này, cách nhau bằng dấu phẩy, ví dụ people,place/lat",
        en: "Only these fields, with commas between them, such as people,place/lat"
    )
    package static let figuresBelow = Text(
        vi: "true: số liệu của từng đơn vị trực thuộc",
        en: "true: the figures of each unit right below"
    )
    package static let byPeriod = Text(vi: "true: tách theo từng kỳ", en: "true: each period by itself")

    package static func sentenceUnreadable(_ name: String) -> Text {
        Text(
            vi: "“\(name)” không đọc được. Hãy mã hóa phần trăm theo UTF-8, không có ký tự điều khiển.",
            en: "“\(name)” cannot be read. Percent-encode it as UTF-8, without control characters."
        )
    }
    package static let periodOther = Text(
        vi: "Kỳ không đúng loại kỳ của bộ dữ liệu. Hãy xem mục period trong bản khai báo.",
        en: "The period is not of the dataset's kind. See period in the declaration."
    )
    package static let fieldsUnreadable = Text(
        vi:
            "Danh sách trường không đọc được. Hãy viết tên trường cách nhau bằng dấu phẩy, ví dụ people,place/lat.",
        en:
            "The list of fields cannot be read. Write names with commas between them, such as people,place/lat."
    )
    package static let fieldNotSummed = Text(
        vi: "Có trường không được cộng tổng. Hãy xem các trường có sum trong bản khai báo.",
        en: "One of the fields has no sums. See which fields have sum in the declaration."
    )
}
