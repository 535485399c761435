import Access
import Datasets
import Places

@testable import Console

/// A monthly report of the province's units, invented.
func stationDeclaration(
    _ classification: String = "shared",
    approvals: String = "[]",
    id: String = "tram-phat-song"
)
    -> String
{
    """
    {"dataset": "\(id)", "title": {"vi": "Trạm phát sóng di động", "en": "Mobile stations"},
    "description": {"vi": "Số trạm và vùng phủ theo tháng (dữ liệu giả lập).", "en": "Stations and coverage by month (invented)."},
    "owner": "so-khoa-hoc-va-cong-nghe", "classification": "\(classification)", "legal-basis": "Quyết định thử nghiệm",
    "key": ["org", "period"], "unit": "org", "period": {"type": "month", "field": "period"},
    "update": {"every": "month", "due-days": 5, "lock-days": 90}, "retention-years": 10, "approvals": \(approvals),
    "fields": {
    "org": {"title": {"vi": "Đơn vị", "en": "Unit"}}, "period": {"title": {"vi": "Kỳ", "en": "Period"}},
    "stations": {"title": {"vi": "Số trạm", "en": "Stations"}, "unit": "trạm", "sum": true, "index": "integer"},
    "area": {"title": {"vi": "Diện tích phủ sóng", "en": "Area covered"}, "unit": "km²", "sum": true, "decimals": 2},
    "checked": {"title": {"vi": "Ngày kiểm tra", "en": "Checked on"}},
    "technology": {"title": {"vi": "Công nghệ", "en": "Technology"}},
    "shared": {"title": {"vi": "Dùng chung hạ tầng", "en": "Shares its mast"}},
    "place": {"title": {"vi": "Vị trí", "en": "Place"}},
    "place/lat": {"title": {"vi": "Vĩ độ", "en": "Latitude"}},
    "sites": {"title": {"vi": "Danh sách trạm", "en": "List of stations"}},
    "sites/name": {"title": {"vi": "Tên trạm", "en": "Name"}}},
    "schema": {"type": "object", "required": ["org", "period", "stations"], "additionalProperties": false, "properties": {
    "org": {"type": "string", "maxLength": 20}, "period": {"type": "string"},
    "stations": {"type": "integer", "minimum": 0, "maximum": 5000}, "area": {"type": "number", "minimum": 0},
    "checked": {"type": "string", "format": "date"}, "technology": {"enum": ["4G", "5G"]},
    "shared": {"type": "boolean"},
    "place": {"type": "object", "required": ["lat"], "properties": {"lat": {"type": "number"}, "lon": {"type": "number"}}},
    "sites": {"type": "array", "items": {"type": "object", "required": ["name"],
    "properties": {"name": {"type": "string", "maxLength": 80}, "height": {"type": "number"}}}}}}}
    """
}

let stationsID = Dataset.ID(rawValue: "tram-phat-song")

extension WallBench {
    func declare(_ json: String = stationDeclaration()) async throws {
        try await datasets.declare(
            try DatasetDeclaration(Array(json.utf8)),
            by: SystemAccess.permitForTest(Places.Unit.ID(rawValue: "40"))
        )
    }

    func put(_ json: String, in id: Dataset.ID = stationsID, reason: String? = nil) async throws {
        _ = try await datasets.put(
            Array(json.utf8),
            in: id,
            origin: RecordOrigin(through: "import", reason: reason),
            by: SystemAccess.permitForTest(Places.Unit.ID(rawValue: "40"))
        )
    }

    func stations(_ unit: Places.Unit.ID, _ period: String, _ count: Int, more: String = "") async throws {
        try await put(#"{"org":"\#(unit.rawValue)","period":"\#(period)","stations":\#(count)\#(more)}"#)
    }
}
