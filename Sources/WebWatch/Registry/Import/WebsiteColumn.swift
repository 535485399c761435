import CSVReading
import Language

/// The columns of a list of websites, by the names that people give them in Vietnamese and in English.
enum WebsiteColumn: String, CaseIterable, Hashable, Sendable {
    case url, name, unit, kind, criticality, responsible, contact
    case licence, licenceIssued = "licence_issued", licenceExpires = "licence_expires"

    static let required: [WebsiteColumn] = [.url, .name, .unit]

    /// Headers that mean the column, folded and with spaces for underscores.
    private var names: [String] {
        switch self {
        case .url: ["url", "address", "website", "dia chi", "dia chi trang", "ten mien", "duong dan"]
        case .name: ["name", "ten", "ten trang", "ten trang thong tin dien tu"]
        case .unit: ["unit", "unit id", "owner", "don vi", "ma don vi", "co quan", "co quan chu quan"]
        case .kind: ["kind", "kind by law", "loai hinh", "loai hinh theo luat"]
        case .criticality: ["criticality", "muc quan trong", "muc do quan trong"]
        case .responsible: ["responsible", "responsible person", "nguoi chiu trach nhiem", "nguoi phu trach"]
        case .contact: ["contact", "lien he", "dien thoai", "thu dien tu"]
        case .licence: ["licence", "license", "licence number", "giay phep", "so giay phep"]
        case .licenceIssued: ["licence issued", "issued", "ngay cap", "ngay cap giay phep"]
        case .licenceExpires: ["licence expires", "expires", "ngay het han", "ngay het han giay phep"]
        }
    }

    init?(header: String) {
        let words = header.folded.split { $0.isWhitespace || $0 == "_" }.joined(separator: " ")
        guard let column = Self.allCases.first(where: { $0.names.contains(words) }) else { return nil }
        self = column
    }

    /// Where each column of a header row lies.
    static func positions(_ header: CSVRow) throws(CSVProblem) -> [WebsiteColumn: Int] {
        var positions: [WebsiteColumn: Int] = [:]
        for (index, field) in header.fields.enumerated() {
            guard let column = WebsiteColumn(header: field) else {
                let kind = CSVProblem.Kind.unknownColumn(field, allowed: allCases.map(\.rawValue))
                throw CSVProblem(kind, line: header.line, column: index + 1)
            }
            guard positions.updateValue(index, forKey: column) == nil else {
                throw CSVProblem(.columnTwice(column.rawValue), line: header.line, column: index + 1)
            }
        }
        if let missing = required.first(where: { positions[$0] == nil }) {
            throw CSVProblem(.missingColumn(missing.rawValue), line: header.line)
        }
        return positions
    }
}
