package import Language

extension FetchFailure {
    /// What happened and what to do about it.
    package var text: Text {
        switch self {
        case .urlInvalid: .fetchUrlInvalid
        case .dnsFailed: .fetchDnsFailed
        case .connectRefused: .fetchConnectRefused
        case .connectTimedOut: .fetchConnectTimedOut
        case .connectFailed: .fetchConnectFailed
        case .timedOut: .fetchTimedOut
        case .tlsFailed: .fetchTlsFailed
        case .tooManyRedirects: .fetchTooManyRedirects
        case .redirectRefused: .fetchRedirectRefused
        case .addressRefused(let address, _): .fetchAddressRefused(address)
        case .bodyTooLarge: .fetchBodyTooLarge
        case .decompressionRatioExceeded: .fetchDecompressionRatioExceeded
        case .decompressionFailed: .fetchDecompressionFailed
        case .headersTooLarge: .fetchHeadersTooLarge
        case .wrongLength: .fetchWrongLength
        case .protocolError: .fetchProtocolError
        case .cancelled: .fetchCancelled
        }
    }
}
