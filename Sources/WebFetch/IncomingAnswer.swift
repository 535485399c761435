import WebWatch

/// What has arrived of one answer, and whether to go on reading: each limit is decided here, byte by byte.
struct IncomingAnswer {
    /// Why we stopped reading, when it was we who stopped.
    enum Stop: Hashable {
        /// The body was not wanted, or is that of a redirect.
        case bodyNotWanted
        case bodyCut
        case headersTooLarge
        case decompressionRatioExceeded
    }

    /// Below this size a body is harmless whatever its ratio.
    static let ratioFreeBytes = 64 << 10
    /// The count of received bytes may lag by one buffer of the library when the answer is chunked.
    static let receiveBufferBytes = 16 << 10

    private let limits: FetchLimits
    private let wantsBody: Bool
    private var headerBytes = 0
    private var isBeforeStatusLine = true
    /// Whether the blank line came; without it the last header may be half of one.
    private(set) var hasAllHeaders = false
    private(set) var status = 0
    private(set) var headers: [Answer.Header] = []
    private(set) var body: [UInt8] = []
    private(set) var stop: Stop?

    init(limits: FetchLimits, wantsBody: Bool) {
        self.limits = limits
        self.wantsBody = wantsBody
    }

    /// Where a redirect points, word for word; `nil` for any other answer.
    var location: String? {
        guard [301, 302, 303, 307, 308].contains(status) else { return nil }
        return headers.first { $0.name.utf8.count == 8 && $0.name.lowercased() == "location" }?.value
    }

    /// Takes one line with its end; `false` stops the transfer.
    ///
    /// Lines of earlier `1xx` answers count too, so that endless ones meet the limit.
    mutating func takeHeaderLine(_ line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= limits.headerBytesMax else { return halt(.headersTooLarge) }
        let text = String(decoding: line, as: UTF8.self).trimmedOfLineEnd
        if text.isEmpty {
            (isBeforeStatusLine, hasAllHeaders) = (true, true)
        } else if isBeforeStatusLine, text.hasPrefix("HTTP/") {
            (isBeforeStatusLine, hasAllHeaders) = (false, false)
            (status, headers) = (Self.status(inLine: text), [])
        } else if !isBeforeStatusLine {
            takeHeader(text)
        }
        return true
    }

    /// Takes decompressed bytes; `false` stops the transfer.
    ///
    /// `received` tells how many came over the wire, headers aside.
    mutating func takeBody(_ bytes: UnsafeRawBufferPointer, received: () -> Int) -> Bool {
        guard wantsBody, location == nil else { return halt(.bodyNotWanted) }
        let total = body.count + bytes.count
        if total > Self.ratioFreeBytes {
            let (most, overflow) = (received() + Self.receiveBufferBytes)
                .multipliedReportingOverflow(by: max(1, limits.decompressionRatioMax))
            guard overflow || total <= most else { return halt(.decompressionRatioExceeded) }
        }
        guard total <= limits.bodyBytesMax else {
            body.append(contentsOf: bytes.prefix(max(0, limits.bodyBytesMax - body.count)))
            return halt(.bodyCut)
        }
        body.append(contentsOf: bytes)
        return true
    }

    private mutating func halt(_ reason: Stop) -> Bool {
        stop = reason
        return false
    }

    private mutating func takeHeader(_ line: String) {
        // A folded line continues the one before, RFC 9112 section 5.2.
        if line.hasPrefix(" ") || line.hasPrefix("\t") {
            guard let last = headers.indices.last else { return }
            headers[last].value += " " + line.trimmedOfBlanks
        } else if let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let value = String(line[line.utf8.index(after: colon)...]).trimmedOfBlanks
            headers.append(Answer.Header(name: String(line[..<colon]), value: value))
        }
    }

    private static func status(inLine line: String) -> Int {
        let parts = line.split(separator: " ", maxSplits: 2)
        return parts.count > 1 ? Int(parts[1].prefix(3)) ?? 0 : 0
    }
}

extension String {
    fileprivate var trimmedOfLineEnd: String {
        String(decoding: utf8.reversed().drop { $0 == 0x0a || $0 == 0x0d }.reversed(), as: UTF8.self)
    }

    fileprivate var trimmedOfBlanks: String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        return String(
            decoding: utf8.drop(while: isBlank).reversed().drop(while: isBlank).reversed(),
            as: UTF8.self
        )
    }
}
