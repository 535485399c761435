import WebWatch

/// What the watch says of itself to a server.
///
/// Every identity names Sen and its contact page: an administrator who reads the access log must be able to tell
/// who came. Scripts that show other pages to search engines look for words such as `Googlebot`, which stay in.
struct VisitorHeaders: Hashable, Sendable {
    let userAgent: String
    let referer: String?

    init(_ identity: VisitorIdentity, contactURL: String?) {
        let contact = contactURL.filter(Self.fitsHeader).map { "; +\($0)" } ?? ""
        let sen = "compatible; Sen/1.0\(contact)"
        switch identity {
        case .visitor, .fromSearch:
            userAgent = "Mozilla/5.0 (\(sen))"
        case .searchEngine:
            userAgent =
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) Sen/1.0 (\(sen))"
        case .mobile:
            userAgent =
                "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) "
                + "Chrome/126.0.0.0 Mobile Safari/537.36 (\(sen))"
        }
        referer = identity == .fromSearch || identity == .mobile ? "https://www.google.com/" : nil
    }

    /// The other header lines of a request.
    static func lines(for request: FetchRequest) -> [String] {
        // The empty one keeps the library from asking for leave to send a body, which some servers never give.
        if let post = request.post {
            return post.headerLines.filter(fitsHeader) + ["Accept: */*", "Expect:"]
        }
        var lines = [
            "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language: vi,en;q=0.5",
        ]
        if let etag = request.etag.filter(fitsHeader) { lines.append("If-None-Match: \(etag)") }
        if let date = request.lastModified.filter(fitsHeader) { lines.append("If-Modified-Since: \(date)") }
        return lines
    }

    /// What a server once sent comes back in a header, so it must not be able to add lines of its own.
    private static func fitsHeader(_ text: String) -> Bool {
        text.utf8.count <= 1_024 && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f }
    }
}

extension Optional where Wrapped == String {
    fileprivate func filter(_ holds: (String) -> Bool) -> String? { flatMap { holds($0) ? $0 : nil } }
}
