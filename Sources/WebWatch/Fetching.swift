/// What fetches a page for the watch; `WebFetch` does it over the network, tests answer from memory.
package protocol WebsiteFetcher: Sendable {
    /// Fetches and never throws: a failure is an observation about the website, not an error of ours.
    func fetch(_ request: FetchRequest) async -> FetchResult
}

/// As whom the watch asks for a page.
///
/// Injected pages are often shown only to search engines, to visitors who come from one, or to telephones, so
/// a deep check asks as all four and compares.
package enum VisitorIdentity: String, CaseIterable, Hashable, Sendable, Codable {
    /// A desktop browser that types the address.
    case visitor
    /// The crawler of a search engine, by its user agent.
    case searchEngine
    /// A desktop browser that followed a search result, by its `Referer`.
    case fromSearch
    /// A browser on a telephone that followed a search result.
    case mobile
}

/// One page to ask for.
package struct FetchRequest: Hashable, Sendable {
    /// An absolute `http` or `https` address.
    package var url: String
    package var identity: VisitorIdentity
    package var limits: FetchLimits
    /// `ETag` of the copy that the watch has; the server may answer 304.
    package var etag: String?
    /// `Last-Modified` of the copy that the watch has, word for word.
    package var lastModified: String?
    /// Whether the body is kept; without it the connection closes after the headers.
    package var wantsBody: Bool
    /// What is sent instead of asking for a page; `nil` for a page.
    package var post: Post?

    /// A message to a receiver: it goes to the address alone, never on to where a redirect points, and never to a server
    /// whose certificate does not hold.
    package struct Post: Hashable, Sendable {
        package var body: [UInt8]
        /// Such as `content-type: application/json`; all lines that are sent besides the library's own.
        package var headerLines: [String]

        package init(body: [UInt8], headerLines: [String]) {
            self.body = body
            self.headerLines = headerLines
        }
    }

    package init(
        url: String,
        identity: VisitorIdentity = .visitor,
        limits: FetchLimits = .standard,
        etag: String? = nil,
        lastModified: String? = nil,
        wantsBody: Bool = true,
        post: Post? = nil
    ) {
        self.url = url
        self.post = post
        self.identity = identity
        self.limits = limits
        self.etag = etag
        self.lastModified = lastModified
        self.wantsBody = wantsBody
    }

    /// A page for the light check: enough to see that it is there, whose it is and whether it changed.
    package static func probe(_ url: String, etag: String? = nil, lastModified: String? = nil) -> Self {
        FetchRequest(url: url, limits: .probe, etag: etag, lastModified: lastModified)
    }
}

/// What one fetch may cost; a hostile server reaches a limit, never the memory of the machine.
package struct FetchLimits: Hashable, Sendable {
    /// Body bytes after decompression; the rest is cut off and ``Answer/bodyWasCut`` says so.
    package var bodyBytesMax: Int
    /// Bytes of all headers of one answer together.
    package var headerBytesMax: Int
    /// Redirects followed before ``FetchFailure/tooManyRedirects``.
    package var redirectsMax: Int
    /// Seconds for the whole fetch with all its redirects; ends a server that drips byte by byte.
    package var secondsMax: Int
    /// Seconds for name look-up, connection and handshake.
    package var connectSecondsMax: Int
    /// Decompressed bytes for each byte received, after the first 64 KiB; HTML seldom passes 20.
    package var decompressionRatioMax: Int

    package init(
        bodyBytesMax: Int,
        headerBytesMax: Int,
        redirectsMax: Int,
        secondsMax: Int,
        connectSecondsMax: Int,
        decompressionRatioMax: Int
    ) {
        self.bodyBytesMax = bodyBytesMax
        self.headerBytesMax = headerBytesMax
        self.redirectsMax = redirectsMax
        self.secondsMax = secondsMax
        self.connectSecondsMax = connectSecondsMax
        self.decompressionRatioMax = decompressionRatioMax
    }

    /// 4 MiB of page (portals have 60 KB to 1 MB), 64 KiB of headers, ten hops as browsers nearly do, 20
    /// seconds.
    package static let standard = FetchLimits(
        bodyBytesMax: 4 << 20,
        headerBytesMax: 64 << 10,
        redirectsMax: 10,
        secondsMax: 20,
        connectSecondsMax: 8,
        decompressionRatioMax: 200
    )

    /// As ``standard``, with as much of the page for the same hash, but no longer than a visitor would wait.
    package static let probe = FetchLimits(
        bodyBytesMax: standard.bodyBytesMax,
        headerBytesMax: standard.headerBytesMax,
        redirectsMax: standard.redirectsMax,
        secondsMax: 12,
        connectSecondsMax: 6,
        decompressionRatioMax: standard.decompressionRatioMax
    )
}

/// What one fetch observed.
package struct FetchResult: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case answered(Answer)
        case failed(FetchFailure)
    }

    package var outcome: Outcome
    package var timing: FetchTiming
    /// The address that was really connected, as text without port; `nil` when none was.
    package var connectedAddress: String?
    /// Hops in order, each with the address that answered with a redirect, its status and where it pointed.
    package var redirects: [RedirectHop]
    /// What the server showed, also when the handshake was refused; `nil` for plain HTTP.
    package var certificate: CertificateObservation?

    package init(
        outcome: Outcome,
        timing: FetchTiming = FetchTiming(),
        connectedAddress: String? = nil,
        redirects: [RedirectHop] = [],
        certificate: CertificateObservation? = nil
    ) {
        self.outcome = outcome
        self.timing = timing
        self.connectedAddress = connectedAddress
        self.redirects = redirects
        self.certificate = certificate
    }

    /// The answer, when there was one.
    package var answer: Answer? { if case .answered(let answer) = outcome { answer } else { nil } }
    /// The failure, when there was one.
    package var failure: FetchFailure? { if case .failed(let failure) = outcome { failure } else { nil } }
}

/// Microseconds from the start of the last hop to the end of each stage; zero for a stage that did not
/// happen.
package struct FetchTiming: Hashable, Sendable, Codable {
    package var dnsMicroseconds: Int64
    package var connectMicroseconds: Int64
    package var tlsMicroseconds: Int64
    package var firstByteMicroseconds: Int64
    /// The whole fetch, redirects included.
    package var totalMicroseconds: Int64

    package init(
        dnsMicroseconds: Int64 = 0,
        connectMicroseconds: Int64 = 0,
        tlsMicroseconds: Int64 = 0,
        firstByteMicroseconds: Int64 = 0,
        totalMicroseconds: Int64 = 0
    ) {
        self.dnsMicroseconds = dnsMicroseconds
        self.connectMicroseconds = connectMicroseconds
        self.tlsMicroseconds = tlsMicroseconds
        self.firstByteMicroseconds = firstByteMicroseconds
        self.totalMicroseconds = totalMicroseconds
    }
}

/// One redirect that was followed.
package struct RedirectHop: Hashable, Sendable, Codable {
    /// The address that answered with a redirect.
    package var url: String
    package var status: Int
    /// Where it pointed, resolved to an absolute address.
    package var location: String

    package init(url: String, status: Int, location: String) {
        self.url = url
        self.status = status
        self.location = location
    }
}

/// An HTTP answer of any status, after redirects.
package struct Answer: Hashable, Sendable {
    package struct Header: Hashable, Sendable {
        package var name: String
        package var value: String
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package var status: Int
    /// The address that gave this answer, after redirects.
    package var finalURL: String
    /// Headers in the order received, names as sent.
    package var headers: [Header]
    /// The decompressed body; empty when it was not wanted.
    package var body: [UInt8]
    /// Whether the body is longer than the limit and only its beginning is here.
    package var bodyWasCut: Bool

    package init(
        status: Int,
        finalURL: String,
        headers: [Header] = [],
        body: [UInt8] = [],
        bodyWasCut: Bool = false
    ) {
        self.status = status
        self.finalURL = finalURL
        self.headers = headers
        self.body = body
        self.bodyWasCut = bodyWasCut
    }

    /// The first header of that name, whatever its case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == name.lowercased() }?
            .value
    }
    /// `Content-Type` word for word.
    package var contentType: String? { header("content-type") }
}
