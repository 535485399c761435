/// Texts of the public pages of open data.
extension Text {
    package enum OpenData {
        package static let title = Text(vi: "Dữ liệu mở", en: "Open data")
        package static func lead(_ place: String) -> Text {
            Text(
                vi: "Dữ liệu mở của \(place): ai cũng được xem, tải về và dùng lại, không cần đăng nhập.",
                en: "Open data of \(place): everybody may see, download and reuse it, without signing in."
            )
        }
        package static let none = Text(vi: "Chưa có bộ dữ liệu mở nào", en: "No open dataset yet")
        package static let noneWhy = Text(
            vi: "Khi một cơ quan công bố dữ liệu mở, bộ dữ liệu sẽ hiện ở đây.",
            en: "Once an agency opens a dataset, it is listed here."
        )
        package static let records = Text(vi: "Bản ghi công bố", en: "Published records")
        package static let newest = Text(vi: "Kỳ mới nhất", en: "Newest period")
        package static let changed = Text(vi: "Cập nhật lần cuối", en: "Last updated")
        package static let downloads = Text(vi: "Tải về", en: "Download")
        package static let downloadsWhy = Text(
            vi:
                "Chỉ gồm bản ghi đã được chấp nhận. Được dùng lại cho mọi mục đích hợp pháp; khi dùng hãy ghi nguồn.",
            en: "Accepted records only. Free to reuse for any lawful purpose; please name the source."
        )
        package static let csv = Text(vi: "CSV, cho bảng tính", en: "CSV, for spreadsheets")
        package static let json = Text(vi: "JSON, cho lập trình", en: "JSON, for programs")
        package static let ndjson = Text(vi: "NDJSON, mỗi dòng một bản ghi", en: "NDJSON, one record a line")
        package static let geojson = Text(vi: "GeoJSON, cho bản đồ", en: "GeoJSON, for maps")
        package static let api = Text(vi: "Dùng qua API", en: "Use by API")
        package static let apiWhy = Text(
            vi:
                "Không cần khóa. from, to: kỳ đầu và kỳ cuối; unit: mã đơn vị, gồm cả các đơn vị trực thuộc. Mỗi lần tải gửi ETag; gửi lại trong If-None-Match thì chỉ tải khi có thay đổi.",
            en:
                "No key is needed. from, to: first and last period; unit: id of a unit, with all below it. Each download has an ETag; sent back as If-None-Match, nothing comes unless something changed."
        )
        package static let map = Text(vi: "Bản đồ", en: "Map")
        package static let chart = Text(vi: "Theo thời gian", en: "Over time")
        package static func valueAt(_ field: String, _ period: String) -> Text {
            Text(vi: "\(field), kỳ \(period)", en: "\(field), \(period)")
        }
        package static let lowest = Text(vi: "thấp nhất", en: "lowest")
        package static let highest = Text(vi: "cao nhất", en: "highest")
        package static let noData = Text(vi: "không có số liệu", en: "no data")
        package static let preview = Text(vi: "Xem trước", en: "Preview")
        package static func firstRows(_ count: Int) -> Text {
            Text(vi: "\(count) bản ghi đầu", en: "first \(count) \(count == 1 ? "record" : "records")")
        }
        package static let catalogue = Text(vi: "Danh mục theo DCAT-AP 3", en: "Catalogue in DCAT-AP 3")
        package static let publicPage = Text(vi: "Trang công khai", en: "Public page")
        package static let without = Text(
            vi: "Xem dữ liệu mở, không cần đăng nhập",
            en: "See open data without signing in"
        )
        package static let back = Text(vi: "Mọi bộ dữ liệu", en: "All datasets")
        package static let barTable = Text(vi: "Số liệu theo kỳ", en: "Figures by period")
        package static func mapOf(_ count: Int) -> Text {
            Text(vi: "Bản đồ \(count) đơn vị", en: "Map of \(count) \(count == 1 ? "unit" : "units")")
        }
        package static let badFilter = Text(
            vi: "from và to phải là kỳ của bộ dữ liệu, ví dụ 2026-10; unit phải là mã một đơn vị.",
            en: "from and to must be periods of the dataset, such as 2026-10; unit must be the id of a unit."
        )
        package static let synthetic = Text(
            vi: "Dữ liệu mô phỏng để trình diễn, không phải số liệu thật.",
            en: "Invented data for demonstration, not real figures."
        )
    }
}
