import AskingRouters
import Compression
import HTTPTypes
import Hummingbird
import Testing

@testable import Serving

private let long = String(repeating: #"{"người": "Nguyễn Thị Hoa"}"#, count: 100)

/// A router whose one answer has these headers.
private func asked(
    _ type: String = "application/json",
    body: String = long,
    headers added: HTTPFields = [:],
    status: HTTPResponse.Status = .ok,
    asking fields: HTTPFields = [.acceptEncoding: "gzip"],
    method: HTTPRequest.Method = .get
) async throws -> WholeAnswer {
    let router = Router(context: SenContext.self)
    router.add(middleware: ResponseCompression())
    router.on("x", method: method) { _, _ in
        var headers = added
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: body)))
    }
    return try await AskedRouter(router.buildResponder()).ask(method, "/x", fields)
}

@Test("a long text is packed for who asks, and comes out the same")
func packs() async throws {
    for type in ["application/json", "text/html; charset=utf-8", "text/csv", "application/problem+json"] {
        let answer = try await asked(type)
        #expect(answer.headers[.contentEncoding] == "gzip" && answer.bytes.count < long.utf8.count / 4)
        #expect(answer.headers[.vary] == "Accept-Encoding" && answer.headers[.contentLength] == nil)
        #expect(try Gunzip.bytes(answer.bytes, upTo: 1 << 20) == Array(long.utf8))
    }
}

@Test("what is short, packed already, a picture, a stream of events or not asked for goes as it is")
func leaves() async throws {
    #expect(try await asked(body: "{}").headers[.contentEncoding] == nil)
    #expect(try await asked("image/png").headers[.vary] == nil)
    #expect(try await asked("text/event-stream").headers[.contentEncoding] == nil)
    #expect(try await asked(headers: [.contentEncoding: "br"]).headers[.contentEncoding] == "br")
    for wish in ["", "br", "gzip;q=0", "identity, *;q=0"] {
        let answer = try await asked(asking: [.acceptEncoding: wish])
        #expect(
            answer.headers[.contentEncoding] == nil && answer.headers[.vary] == "Accept-Encoding",
            "\(wish)"
        )
    }
    #expect(try await asked(status: .notModified).headers[.contentEncoding] == nil)
}

@Test(
    "a page of a session is never packed, and what is the same for everybody is",
    arguments: ["text/html", "text/css"]
)
func sessions(type: String) async throws {
    let fields: HTTPFields = [.acceptEncoding: "gzip", .cookie: "sen=1"]
    #expect(try await asked(type, asking: fields).headers[.contentEncoding] == nil)
    let everybodys = try await asked(type, headers: [.cacheControl: "public, max-age=1"], asking: fields)
    #expect(everybodys.headers[.contentEncoding] == "gzip")
}

@Test("a version that a change gives back keeps its tag and its form; a file's tag becomes a weak one")
func tags() async throws {
    let version = try await asked(headers: [.eTag: "\"3\""])
    #expect(version.headers[.eTag] == "\"3\"" && version.headers[.contentEncoding] == nil)
    let file = try await asked("text/css", headers: [.eTag: "\"a\"", .cacheControl: "public"])
    #expect(file.headers[.eTag] == "W/\"a\"" && file.headers[.contentEncoding] == "gzip")
}

@Test("each piece of a stream can be read before the next one is made")
func streams() async throws {
    let router = Router(context: SenContext.self)
    router.add(middleware: ResponseCompression())
    router.get("x") { _, _ in
        Response(
            status: .ok,
            headers: [.contentType: "application/x-ndjson"],
            body: .init { writer in
                for line in ["một\n", "hai\n"] { try await writer.write(ByteBuffer(string: line)) }
                try await writer.finish(nil)
            }
        )
    }
    let answer = try await AskedRouter(router.buildResponder()).response(
        .get,
        "/x",
        [.acceptEncoding: "gzip"]
    )
    let written = WrittenBody()
    try await answer.body.write(written)
    #expect(try Gunzip.bytes(written.bytes, upTo: 100) == Array("một\nhai\n".utf8))
    // What Z_SYNC_FLUSH ends each piece with.
    let mark: [UInt8] = [0, 0, 0xFF, 0xFF]
    #expect(written.bytes.ranges(of: mark).count == 2)
}

@Test(
    "a wish for gzip is read with weights",
    arguments: [
        ("gzip", true), ("GZIP;q=0.5", true), ("deflate, gzip;q=1.0, *;q=0.5", true), ("*", true),
        ("gzip;q=0, *", false), ("x-gzip", true), ("gzip;q=", false), ("gzipped", false), ("", false),
    ]
)
func wishes(header: String, isAccepted: Bool) { #expect(ResponseCompression.accepts(header) == isAccepted) }
