import CQRCode

/// A QR code (ISO/IEC 18004), for an authenticator app to scan.
package struct QRCode: Hashable, Sendable {
    /// More than any enrolment link; a code of more bytes is too fine to scan from a screen.
    package static let bytesMax = 512
    /// Light squares around the code, as the standard asks (section 6.3.8).
    static let quietZone = 4

    /// Squares on one side.
    package let width: Int
    /// Row by row, whether the square is dark.
    let squares: [Bool]

    /// `nil` for an empty text and for one of more than ``bytesMax`` bytes.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count <= Self.bytesMax,
            // version 0: the smallest that fits; M: a seventh may be hidden by a reflection
            let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        squares = (0..<(width * width)).map { code.pointee.data[$0] & 1 == 1 }
    }

    /// A drawing that scales; dark on light also on a dark page, since many apps cannot read the reverse.
    package var svg: String {
        let side = width + 2 * Self.quietZone
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(side) \(side)\""
            + " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h\(side)v\(side)H0z\"/>"
            + "<path fill=\"#000\" d=\"\(darkRuns)\"/></svg>"
    }

    /// One rectangle for each run of dark squares in a row.
    private var darkRuns: String {
        var path = ""
        for y in 0..<width {
            let row = squares[(y * width)..<((y + 1) * width)]
            var x = row.startIndex
            while let start = row[x...].firstIndex(of: true) {
                let end = row[start...].firstIndex(of: false) ?? row.endIndex
                let left = start - row.startIndex + Self.quietZone
                path += "M\(left) \(y + Self.quietZone)h\(end - start)v1h-\(end - start)z"
                x = end
            }
        }
        return path
    }
}
