import CCurl
import Glibc
import InternetAddresses
import WebWatch

/// How a transfer ended, from which the typed failure is told.
struct TransferEnd {
    var code: CURLcode
    /// `errno` of the connection attempt, zero when none failed.
    var systemError: Int32 = 0
    /// What the library said, for the engineer.
    var message = ""
    /// Why we stopped, when we did.
    var stop: IncomingAnswer.Stop?
    /// Whether the headers came to their end.
    var hasAllHeaders = true
    /// An address the policy refused, when no allowed one was left to try.
    var refused: (address: IPAddress, reason: AddressPolicy.Reason)?
    var timing = FetchTiming()
    var isTLS = false
    /// Whether a connection was made; the library dates it only after the handshake.
    var isConnected = false
    /// OpenSSL's verdict on the chain (X509_V_...).
    var verifyResult = 0

    /// `nil` when there is an answer.
    var outcome: FetchFailure? {
        switch stop {
        case .headersTooLarge: return .headersTooLarge
        case .decompressionRatioExceeded: return .decompressionRatioExceeded
        case .bodyCut, .bodyNotWanted: return nil
        case nil: break
        }
        switch code {
        case CURLE_OK: return hasAllHeaders ? nil : .protocolError("the connection ended within the headers")
        case CURLE_URL_MALFORMAT: return .urlInvalid(message)
        case CURLE_COULDNT_RESOLVE_HOST: return .dnsFailed(message)
        case CURLE_COULDNT_CONNECT: return connectFailure
        case CURLE_OPERATION_TIMEDOUT: return timeout
        case CURLE_PARTIAL_FILE: return .wrongLength
        case CURLE_FILESIZE_EXCEEDED: return .bodyTooLarge
        case CURLE_BAD_CONTENT_ENCODING: return .decompressionFailed
        // How a single line beyond the library's limit ends.
        case CURLE_OUT_OF_MEMORY: return .headersTooLarge
        case CURLE_GOT_NOTHING, CURLE_SEND_ERROR: return .connectFailed(message)
        case CURLE_RECV_ERROR:
            return message.contains("chunk") ? .protocolError(message) : .connectFailed(message)
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_ISSUER_ERROR,
            CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
            return .tlsFailed(message)
        default: return .protocolError(message)
        }
    }

    private var connectFailure: FetchFailure {
        if let refused {
            return .addressRefused(address: refused.address.description, reason: refused.reason.rawValue)
        }
        switch systemError {
        case ECONNREFUSED: return .connectRefused
        case ETIMEDOUT: return .connectTimedOut
        default: return .connectFailed(message)
        }
    }

    private var timeout: FetchFailure {
        if timing.dnsMicroseconds == 0 { return .timedOut(.dns) }
        if !isConnected { return .connectTimedOut }
        if isTLS, timing.tlsMicroseconds == 0 { return .timedOut(.tls) }
        return .timedOut(timing.firstByteMicroseconds == 0 ? .firstByte : .body)
    }

    /// What a browser would say of a certificate that the library refused.
    ///
    /// The numbers are OpenSSL's `X509_V_ERR_...` (X509_STORE_CTX_get_error(3)). Zero, or the one that libcurl begins
    /// with, means that nothing was wrong with the chain, and so the name was refused.
    var certificateVerdict: CertificateObservation.Verdict {
        switch verifyResult {
        case 0, 1, 62, 64: .wrongHost
        case 9: .notYetValid
        case 10: .expired
        case 18: .selfSigned
        case 2, 19, 20, 21, 27: .untrusted
        case 23: .revoked
        default: .refused
        }
    }
}
