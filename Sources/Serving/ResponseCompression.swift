import Compression
package import Hummingbird

/// Sends answers as gzip to those who ask for it.
///
/// Not what belongs to a session: a page holds a secret (the token of its forms) beside what an attacker may put into the
/// address, and the length of the compressed page would give the secret away letter by letter (BREACH,
/// CVE-2013-3587). A request with a cookie therefore gets compressed only what is the same for everybody. The API
/// is not asked by cookie: nobody can make a stranger's program send its key, so that its answers are.
///
/// Not an answer of the API with an entity tag either: the tag names a version that a later change gives back, so that it
/// has to stay the same and strong, and a strong one must not stand for two different forms (RFC 9110, 8.8.1). Such
/// answers are single records.
package struct ResponseCompression: RouterMiddleware {
    /// Below this the headers and the wait for the library cost more than is won.
    package static let bytesMin = 1_024

    package init() {}

    package func handle(
        _ request: Request,
        context: SenContext,
        next: (Request, SenContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard Self.isText(response.headers[.contentType] ?? ""), response.headers[.contentEncoding] == nil
        else { return response }
        // Also to who did not ask: a cache in between must not give one's answer to the other.
        let vary = response.headers[.vary].map { $0 + ", " } ?? ""
        response.headers[.vary] = vary + "Accept-Encoding"
        guard request.method != .head,
            ![.noContent, .notModified, .partialContent].contains(response.status),
            response.body.contentLength ?? .max >= Self.bytesMin,
            Self.accepts(request.headers[.acceptEncoding] ?? ""), Self.maySend(response, to: request)
        else { return response }
        return Self.compressed(response)
    }

    private static func maySend(_ response: Response, to request: Request) -> Bool {
        let isEverybodys = response.headers[.cacheControl]?.contains("public") == true
        guard request.headers[.cookie] == nil || isEverybodys else { return false }
        return response.headers[.eTag] == nil || isEverybodys
    }

    private static func compressed(_ response: Response) -> Response {
        var response = response
        let (body, isWhole) = (response.body, response.body.contentLength != nil)
        response.headers[.contentEncoding] = "gzip"
        response.headers[.contentLength] = nil
        if let tag = response.headers[.eTag], !tag.hasPrefix("W/") { response.headers[.eTag] = "W/" + tag }
        response.body = ResponseBody { writer in
            let packing = PackingWriter(inner: writer, flushing: !isWhole)
            try await body.write(packing)
        }
        return response
    }

    /// Whether the header asks for gzip (RFC 9110, 12.5.3).
    static func accepts(_ header: String) -> Bool {
        var accepted: [String: Bool] = [:]
        for part in header.lowercased().split(separator: ",") {
            let words = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let name = words.first else { continue }
            let weight = words.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
            accepted[name] = weight ?? 1 > 0
        }
        return accepted["gzip"] ?? accepted["x-gzip"] ?? accepted["*"] ?? false
    }

    /// Texts; pictures and typefaces are compressed already, and of events each one has to arrive by itself.
    static func isText(_ type: String) -> Bool {
        let name = String(type.prefix { $0 != ";" }.filter { !$0.isWhitespace }).lowercased()
        if name == "text/event-stream" { return false }
        return name.hasPrefix("text/") || name.hasSuffix("+json") || name.hasSuffix("+xml")
            || ["application/json", "application/x-ndjson", "application/javascript"].contains(name)
    }
}

/// Packs what an answer writes; of a stream each piece can be read as soon as it is there.
private struct PackingWriter: ResponseBodyWriter {
    var inner: any ResponseBodyWriter
    let flushing: Bool
    private let gzip = GzipWriter()

    init(inner: any ResponseBodyWriter, flushing: Bool) {
        self.inner = inner
        self.flushing = flushing
    }

    mutating func write(_ buffer: ByteBuffer) async throws {
        let bytes = buffer.withUnsafeReadableBytes { gzip.add($0, flushing: flushing) }
        if !bytes.isEmpty { try await inner.write(ByteBuffer(bytes: bytes)) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        try await inner.write(ByteBuffer(bytes: gzip.finish()))
        try await inner.finish(trailingHeaders)
    }
}
