import Datasets
import Foundation
import HTTPTypes
import Places
import Testing

@testable import API

/// A monthly report of communes, as a dataset of any classification.
func reportDeclaration(
    _ classification: Classification = .shared,
    id: String = "dan-so",
    _ changes: [String: String] = [:]
) -> [UInt8] {
    var members = [
        "dataset": "\"\(id)\"",
        "title": #"{"vi": "Dân số theo tháng", "en": "Population by month"}"#,
        "description": #"{"vi": "Số liệu thử nghiệm", "en": "Test data"}"#,
        "owner": #""so-noi-vu""#,
        "classification": "\"\(classification.rawValue)\"",
        "legal-basis": #""Quyết định thử nghiệm""#,
        "key": #"["org", "period"]"#,
        "unit": #""org""#,
        "period": #"{"type": "month", "field": "period"}"#,
        "update": #"{"every": "month", "due-days": 5, "lock-days": 60}"#,
        "fields": """
        {
            "org": {"title": {"vi": "Đơn vị", "en": "Unit"}},
            "period": {"title": {"vi": "Kỳ", "en": "Period"}},
            "people": {"title": {"vi": "Dân số", "en": "People"}, "sum": true, "index": "integer"},
            "money": {"title": {"vi": "Thu", "en": "Revenue"}, "sum": true, "decimals": 2},
            "note": {"title": {"vi": "Ghi chú", "en": "Note"}, "index": "text"}
        }
        """,
        "schema": """
        {
            "type": "object",
            "required": ["org", "period"],
            "additionalProperties": false,
            "properties": {
                "org": {"type": "string"}, "period": {"type": "string"},
                "people": {"type": "integer", "minimum": 0}, "money": {"type": "number"},
                "note": {"type": "string"}, "place": {"type": "object"}
            }
        }
        """,
    ]
    if classification == .personal { members["suppress-below"] = "2" }
    for (name, value) in changes { members[name] = value }
    return Array(("{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}").utf8)
}

func report(_ org: Places.Unit.ID = commune, _ period: String = "2026-10", _ more: String = #""people": 100"#)
    -> String
{
    #"{"org": "\#(org.rawValue)", "period": "\#(period)"\#(more.isEmpty ? "" : ", \(more)")}"#
}

extension APIBench {
    func declare(_ bytes: [UInt8] = reportDeclaration()) async throws {
        let declaration = try DatasetDeclaration(bytes)
        try await house.datasets.declare(declaration, by: permit(DeclareDatasets.self))
    }

    /// Records of the commune, as one of its officers writes them.
    func written(_ records: [String], in id: String = "dan-so") async throws {
        for record in records {
            _ = try await house.datasets.put(
                Array(record.utf8),
                in: Dataset.ID(rawValue: id),
                origin: .init(through: "test", reason: "đính chính"),
                by: permit(WriteRecords.self)
            )
        }
    }
}

extension Caller {
    private static let json = ["Content-Type": "application/json"]

    func putRecord(_ path: String, _ record: String, _ headers: [String: String] = [:]) async throws -> Told {
        try await send(.put, path, Self.json.merging(headers) { $1 }, Array(record.utf8))
    }

    func postRows(_ path: String, _ rows: [String], _ headers: [String: String] = [:]) async throws -> Told {
        let type = ["Content-Type": "application/x-ndjson"]
        let bytes = Array(rows.joined(separator: "\n").utf8)
        return try await send(.post, path, type.merging(headers) { $1 }, bytes)
    }
}

let records = "/api/v1/datasets/dan-so/records"
let october = "\(records)/\(commune.rawValue)/2026-10"
/// “Giải quyết hồ sơ số 12”.
let purpose = ["Sen-Purpose": "Gi%E1%BA%A3i%20quy%E1%BA%BFt%20h%E1%BB%93%20s%C6%A1%20s%E1%BB%91%2012"]

let department = Places.Unit.ID(rawValue: "so-noi-vu")
