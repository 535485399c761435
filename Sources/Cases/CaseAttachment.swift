package import AuditLog
package import Database
import Language
package import Timekeeping

/// The id of one attachment.
package typealias CaseAttachmentID = ID<CaseAttachment>

/// A file that someone added to a case.
package struct CaseAttachment: Hashable, Sendable {
    package typealias ID = CaseAttachmentID

    /// Of each file: a photograph, a scanned letter or an archive of logs fits.
    package static let bytesMax = 10 * 1024 * 1024
    /// Of each case.
    package static let countMax = 50
    /// Of one row: small enough that a reader never holds a whole file twice.
    static let chunkBytes = 256 * 1024
    /// Of a name: file systems take 255 bytes, and three of them make one Vietnamese letter.
    static let nameCharactersMax = 80

    package let id: ID
    package let name: String
    package let type: AttachmentType
    package let bytes: Int
    /// Of the content, in hex.
    package let sha256: String
    package let addedAt: Instant
    package let addedBy: Actor

    /// The type of `content`, if it may be attached.
    static func accepted(_ content: [UInt8]) throws(CaseError) -> AttachmentType {
        guard !content.isEmpty else { throw CaseError(.attachmentEmpty, "the file has no bytes") }
        guard content.count <= bytesMax else {
            throw CaseError(.attachmentTooLarge, "the file has \(content.count) bytes")
        }
        guard let type = AttachmentType(sniffing: content) else {
            throw CaseError(.attachmentTypeRefused, "the first bytes are of no accepted type")
        }
        return type
    }

    /// A name that is safe in a header, in an archive and on any file system, with an ending that is true.
    ///
    /// Folders, control characters, backward-running text and leading dots go; `hình.exe` that is a PNG
    /// becomes `hình.exe.png`.
    static func safeName(_ name: String, _ type: AttachmentType) -> String {
        let last = name.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? ""
        let scalars = last.unicodeScalars.prefix(nameCharactersMax * 4).filter {
            !$0.isUnwanted && $0 != "\t" && $0 != "\n" && !"<>:\"|?*;%".unicodeScalars.contains($0)
        }
        var clean = String(String.UnicodeScalarView(scalars)).trimmingSpaces
        clean = String(clean.drop { $0 == "." }.prefix(nameCharactersMax))
        if clean.isEmpty { clean = "tep" }
        let ending = clean.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return clean.contains(".") && type.endings.contains(ending) ? clean : "\(clean).\(type.endings[0])"
    }
}
