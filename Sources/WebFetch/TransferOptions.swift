import CCurl
import InternetAddresses
import WebWatch

/// What the library is told before a transfer, in groups that each have one purpose.
struct TransferOptions {
    let easy: UnsafeMutableRawPointer

    /// Nothing but the request decides where and how it goes, and nothing of it is kept for the next one.
    func keepOutTheWorld() {
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_FOLLOWLOCATION, 0)  // a journey decides each hop
        set(CURLOPT_PROXY, "")  // an empty one also silences the environment's
        set(CURLOPT_NOPROXY, "*")
        set(CURLOPT_NETRC, 0)
        set(CURLOPT_HTTP09_ALLOWED, 0)
        // One parser less before hostile servers, and every server speaks it.
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        // Each fetch observes name, connection, handshake and certificate afresh: none is shared or resumed.
        set(CURLOPT_FRESH_CONNECT, 1)
        set(CURLOPT_FORBID_REUSE, 1)
        set(CURLOPT_DNS_CACHE_TIMEOUT, 0)
        set(CURLOPT_SSL_SESSIONID_CACHE, 0)
        // Without this, ending a transfer waits for its name look-up, and with it every other transfer.
        set(CURLOPT_QUICK_EXIT, 1)
    }

    /// Sets the limits that the library itself can hold; ``IncomingAnswer`` holds the others.
    func bound(_ hop: Journey.Hop, by request: FetchRequest, _ settings: FetchSettings) {
        let connectMilliseconds = max(1, request.limits.connectSecondsMax) * 1_000
        set(CURLOPT_TIMEOUT_MS, hop.millisecondsMax)
        set(CURLOPT_CONNECTTIMEOUT_MS, min(connectMilliseconds, hop.millisecondsMax))
        set(CURLOPT_LOW_SPEED_LIMIT, settings.stallBytesPerSecondMin)
        set(CURLOPT_LOW_SPEED_TIME, max(1, settings.stallSecondsMax))
        set(CURLOPT_BUFFERSIZE, IncomingAnswer.receiveBufferBytes)
        if request.wantsBody {
            sen_curl_set_offset(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(request.limits.bodyBytesMax))
        }
    }

    /// Says whom to trust; the chain is kept in any case.
    ///
    /// Parsed authorities are cached between transfers only while verification is on and there is no folder of them
    /// (Debian's default has both a file and a folder): parsing them costs 15 ms of CPU for each handshake. So a
    /// first look always verifies, and only a refused certificate gets a second look that does not.
    func trust(_ authoritiesFile: String?, verifies: Bool, isTLS: Bool) {
        guard isTLS else { return }
        set(CURLOPT_CERTINFO, 1)
        sen_curl_set_string(easy, CURLOPT_CAPATH, nil)
        if verifies {
            if let authoritiesFile { set(CURLOPT_CAINFO, authoritiesFile) }
        } else {
            set(CURLOPT_SSL_VERIFYPEER, 0)
            set(CURLOPT_SSL_VERIFYHOST, 0)
            sen_curl_set_string(easy, CURLOPT_CAINFO, nil)
            // Weak keys were refused; now they are looked at.
            set(CURLOPT_SSL_CIPHER_LIST, "DEFAULT@SECLEVEL=0")
        }
    }

    /// Sets address and headers; returns lists that must live as long as the transfer.
    func ask(
        for address: WebAddress,
        as visitor: VisitorHeaders,
        lines: [String]
    ) -> [UnsafeMutablePointer<curl_slist>] {
        set(CURLOPT_URL, address.text)
        set(CURLOPT_USERAGENT, visitor.userAgent)
        if let referer = visitor.referer { set(CURLOPT_REFERER, referer) }
        set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br")
        return list(CURLOPT_HTTPHEADER, lines)
    }

    /// Sends a body instead of asking for a page; the library keeps a copy.
    func send(_ post: FetchRequest.Post) {
        sen_curl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(post.body.count))
        var body = post.body
        body.withUnsafeMutableBytes { bytes in
            _ = sen_curl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, bytes.baseAddress)
        }
    }

    /// Uses `addresses` instead of asking DNS; returns lists that must live as long as the transfer.
    func fixName(of address: WebAddress, to addresses: [IPAddress]?) -> [UnsafeMutablePointer<curl_slist>] {
        guard let addresses, !addresses.isEmpty else { return [] }
        let all = addresses.map { $0.family == .v6 ? "[\($0)]" : "\($0)" }.joined(separator: ",")
        return list(CURLOPT_RESOLVE, ["\(address.host):\(address.port):\(all)"])
    }

    private func list(_ option: CURLoption, _ lines: [String]) -> [UnsafeMutablePointer<curl_slist>] {
        let list = lines.reduce(nil as UnsafeMutablePointer<curl_slist>?) { list, line in
            curl_slist_append(list, line) ?? list
        }
        guard let list else { return [] }
        sen_curl_set_list(easy, option, list)
        return [list]
    }

    private func set(_ option: CURLoption, _ value: Int) { sen_curl_set_long(easy, option, value) }
    private func set(_ option: CURLoption, _ value: String) { sen_curl_set_string(easy, option, value) }
}
