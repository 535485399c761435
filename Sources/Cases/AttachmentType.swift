/// What an attachment is, told by its first bytes and never by its name or what the browser says.
package enum AttachmentType: String, CaseIterable, Hashable, Sendable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gif = "image/gif"
    case webp = "image/webp"
    case pdf = "application/pdf"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    case odt = "application/vnd.oasis.opendocument.text"
    case ods = "application/vnd.oasis.opendocument.spreadsheet"
    case zip = "application/zip"
    case gzip = "application/gzip"
    /// Also HTML, SVG and scripts: shown as text, they run nowhere.
    case text = "text/plain"

    /// The type of `bytes`; `nil` for what is not accepted, programs among it.
    package init?(sniffing bytes: [UInt8]) {
        if let sign = Self.signs.first(where: { bytes.starts(with: $0.bytes) }) {
            self = sign.type
        } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
        {
            self = .webp
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = Self.archive(bytes)
        } else if Self.isText(bytes) {
            self = .text
        } else {
            return nil
        }
    }

    private static let signs: [(bytes: [UInt8], type: Self)] = [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png), ([0xFF, 0xD8, 0xFF], .jpeg),
        (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif), (Array("%PDF-".utf8), .pdf),
        ([0x1F, 0x8B, 0x08], .gzip),
    ]

    /// How far into an archive the names of its first entries are looked for.
    private static let archiveBytesLookedAt = 4_096

    /// An office document is an archive whose first entries have names of their own.
    private static func archive(_ bytes: [UInt8]) -> Self {
        let head = String(decoding: bytes.prefix(archiveBytesLookedAt), as: UTF8.self)
        if head.contains("mimetypeapplication/vnd.oasis.opendocument.text") { return .odt }
        if head.contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") { return .ods }
        guard head.contains("[Content_Types].xml") || head.contains("_rels/.rels") else { return .zip }
        let whole = bytes.suffix(archiveBytesLookedAt)
        // The directory at the end names every entry, whatever the order at the beginning.
        let names = head + String(decoding: whole, as: UTF8.self)
        if names.contains("word/") { return .docx }
        if names.contains("xl/") { return .xlsx }
        return names.contains("ppt/") ? .pptx : .zip
    }

    /// Valid UTF-8 without control characters, and not the beginning of a script that a shell would run.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        guard !bytes.starts(with: Array("#!".utf8)), String(validating: bytes, as: UTF8.self) != nil else {
            return false
        }
        return bytes.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    }

    /// The endings that a name of this type may have; the first is given to one that has another.
    var endings: [String] {
        switch self {
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg"]
        case .gif: ["gif"]
        case .webp: ["webp"]
        case .pdf: ["pdf"]
        case .docx: ["docx"]
        case .xlsx: ["xlsx"]
        case .pptx: ["pptx"]
        case .odt: ["odt"]
        case .ods: ["ods"]
        case .zip: ["zip"]
        case .gzip: ["gz"]
        case .text: ["txt", "csv", "log", "md", "json"]
        }
    }
}
