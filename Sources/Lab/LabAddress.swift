/// How the hosts of one running lab are reached: all on one port of the loopback interface.
package struct LabAddress: Hashable, Sendable {
    package let port: Int
    /// Empty for the watch, which is told where `tamhop.lab` lies; ``browserSuffix`` for a person.
    package let suffix: String

    /// Browsers find names that end so on their own machine, without DNS (RFC 6761, section 6.3).
    package static let browserSuffix = ".localhost"

    package init(port: Int, suffix: String = "") {
        self.port = port
        self.suffix = suffix
    }

    /// The address at which a browser of this machine finds what the watch knows as `address`.
    package static func visit(_ address: String, port: Int) -> String {
        address.replacing(".lab:\(port)", with: ".lab\(browserSuffix):\(port)", maxReplacements: 1)
    }

    package func url(_ host: String, _ path: String = "/") -> String {
        "http://\(host)\(suffix):\(port)\(path)"
    }
}

/// What one visitor asks of a site of the lab.
package struct LabRequest: Hashable, Sendable {
    /// Decoded no further than the request line: begins with "/", without query.
    package var path: String
    package var userAgent: String
    package var referer: String
    package var address: LabAddress
    /// Which visit this is; counter and token follow it.
    package var visit: Int
    /// The clock on the page, as `HH:mm:ss dd/MM/yyyy`.
    package var clock: String

    package init(
        path: String,
        userAgent: String = "",
        referer: String = "",
        address: LabAddress,
        visit: Int,
        clock: String
    ) {
        self.path = path
        self.userAgent = userAgent
        self.referer = referer
        self.address = address
        self.visit = visit
        self.clock = clock
    }
}

/// What a site of the lab answers.
package struct LabAnswer: Hashable, Sendable {
    package var status = 200
    package var contentType = "text/html; charset=utf-8"
    package var location: String?
    package var body: String
    /// Seconds to wait before the first byte.
    package var delaySeconds = 0

    package init(status: Int = 200, contentType: String = "text/html; charset=utf-8", body: String) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    static func redirect(to location: String) -> LabAnswer {
        var answer = LabAnswer(status: 302, body: "")
        answer.location = location
        return answer
    }
}
