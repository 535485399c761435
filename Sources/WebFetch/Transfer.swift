import CCurl
import Glibc
import InternetAddresses
import WebWatch

/// One hop on the wire: the library's handle, what its callbacks collected, and what came of it.
///
/// Lives on the loop's thread alone.
final class Transfer {
    let easy: UnsafeMutableRawPointer
    let hop: Journey.Hop
    private let policy: AddressPolicy
    private var incoming: IncomingAnswer
    private var refused: (address: IPAddress, reason: AddressPolicy.Reason)?
    private var socketsOpened = 0
    private let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var lists: [UnsafeMutablePointer<curl_slist>] = []

    /// `nil` when the library has no memory left.
    init?(_ journey: Journey, settings: FetchSettings, authoritiesFile: String?) {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        hop = journey.hop
        policy = settings.policy
        incoming = IncomingAnswer(limits: journey.request.limits, wantsBody: journey.request.wantsBody)
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        let options = TransferOptions(easy: easy)
        options.keepOutTheWorld()
        options.bound(hop, by: journey.request, settings)
        options.trust(authoritiesFile, verifies: hop.verifiesCertificate, isTLS: hop.address.isTLS)
        let visitor = VisitorHeaders(journey.request.identity, contactURL: settings.contactURL)
        lists += options.ask(for: hop.address, as: visitor, lines: VisitorHeaders.lines(for: journey.request))
        lists += options.fixName(of: hop.address, to: settings.fixedAddresses[hop.address.host])
        if let post = journey.request.post { options.send(post) }
        options.report(to: Unmanaged.passUnretained(self).toOpaque(), message: message)
    }

    deinit {
        curl_easy_cleanup(easy)
        lists.forEach(curl_slist_free_all)
        message.deallocate()
    }

    fileprivate static func from(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
        pointer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    fileprivate func takeHeaderLine(_ line: UnsafeRawBufferPointer) -> Bool { incoming.takeHeaderLine(line) }

    fileprivate func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        incoming.takeBody(bytes) { [easy] in Int(Self.offset(CURLINFO_SIZE_DOWNLOAD_T, of: easy)) }
    }

    /// Opens a socket to `address` unless the policy refuses it.
    fileprivate func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return CURL_SOCKET_BAD }
        let target = IPAddress(
            socketAddress: UnsafeRawPointer(address) + offset,
            length: Int(address.pointee.addrlen)
        )
        guard let target else { return CURL_SOCKET_BAD }
        if let reason = policy.refusal(of: target) {
            refused = (target, reason)
            return CURL_SOCKET_BAD
        }
        socketsOpened += 1
        let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, kind, address.pointee.protocol)
    }
}

extension Transfer {
    /// What came of the hop.
    func report(_ code: CURLcode) -> Journey.Report {
        let end = end(code)
        var report = Journey.Report(outcome: .failed(.cancelled), timing: end.timing)
        report.connectedAddress = connectedAddress
        if hop.verifiesCertificate, code == CURLE_PEER_FAILED_VERIFICATION {
            report.outcome = .certificateRefused(end.certificateVerdict)
            return report
        }
        report.certificate = hop.address.isTLS ? CertificateObservation(shownTo: easy) : nil
        if let failure = end.outcome {
            report.outcome = .failed(failure)
        } else {
            let answer = Answer(
                status: incoming.status,
                finalURL: hop.address.text,
                headers: incoming.headers,
                body: incoming.body,
                bodyWasCut: incoming.stop == .bodyCut
            )
            report.outcome = .answered(answer, location: incoming.location)
        }
        return report
    }

    private func end(_ code: CURLcode) -> TransferEnd {
        var end = TransferEnd(code: code)
        let said = String(cString: message)
        end.message = said.isEmpty ? String(cString: curl_easy_strerror(code)) : said
        end.systemError = Int32(truncatingIfNeeded: Self.long(CURLINFO_OS_ERRNO, of: easy))
        end.verifyResult = Self.long(CURLINFO_SSL_VERIFYRESULT, of: easy)
        end.stop = incoming.stop
        end.hasAllHeaders = incoming.hasAllHeaders
        end.refused = socketsOpened == 0 ? refused : nil
        end.isTLS = hop.address.isTLS
        end.isConnected = connectedAddress != nil
        end.timing = FetchTiming(
            dnsMicroseconds: Self.offset(CURLINFO_NAMELOOKUP_TIME_T, of: easy),
            connectMicroseconds: Self.offset(CURLINFO_CONNECT_TIME_T, of: easy),
            tlsMicroseconds: Self.offset(CURLINFO_APPCONNECT_TIME_T, of: easy),
            firstByteMicroseconds: Self.offset(CURLINFO_STARTTRANSFER_TIME_T, of: easy),
            totalMicroseconds: Self.offset(CURLINFO_TOTAL_TIME_T, of: easy)
        )
        return end
    }

    private var connectedAddress: String? { Self.string(CURLINFO_PRIMARY_IP, of: easy) }

    private static func long(_ info: CURLINFO, of easy: UnsafeMutableRawPointer) -> Int {
        var value = 0
        return sen_curl_get_long(easy, info, &value) == CURLE_OK ? value : 0
    }

    private static func offset(_ info: CURLINFO, of easy: UnsafeMutableRawPointer) -> Int64 {
        var value: curl_off_t = 0
        return sen_curl_get_offset(easy, info, &value) == CURLE_OK ? Int64(value) : 0
    }

    private static func string(_ info: CURLINFO, of easy: UnsafeMutableRawPointer) -> String? {
        var value: UnsafePointer<CChar>?
        guard sen_curl_get_string(easy, info, &value) == CURLE_OK, let value, value.pointee != 0 else {
            return nil
        }
        return String(cString: value)
    }
}

extension TransferOptions {
    /// Has everything that happens told to the transfer behind `pointer`.
    func report(to pointer: UnsafeMutableRawPointer, message: UnsafeMutablePointer<CChar>) {
        sen_curl_set_pointer(easy, CURLOPT_ERRORBUFFER, message)
        sen_curl_set_pointer(easy, CURLOPT_HEADERDATA, pointer)
        sen_curl_set_pointer(easy, CURLOPT_WRITEDATA, pointer)
        sen_curl_set_pointer(easy, CURLOPT_OPENSOCKETDATA, pointer)
        sen_curl_on_bytes(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, transfer in
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Transfer.from(transfer)?.takeHeaderLine(line) == true ? line.count : 0
        }
        sen_curl_on_bytes(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, transfer in
            let body = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Transfer.from(transfer)?.takeBody(body) == true ? body.count : 0
        }
        sen_curl_on_open_socket(easy) { transfer, _, address in
            guard let address, let transfer = Transfer.from(transfer) else { return CURL_SOCKET_BAD }
            return transfer.openSocket(address)
        }
    }
}
