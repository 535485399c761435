import Cryptography
import Database
import Datasets
import Foundation
import Hummingbird
import Serving

/// What a reader says that they read a dataset for, and under which grant: kept by the browser for one session.
///
/// The cookie is sent to the dataset's own pages alone, and sealed with the session's token, so that nothing that was
/// stated in another session, or for another dataset, is taken for it.
struct StatedPurpose: Hashable, Sendable {
    let purpose: String
    let grant: SharingRequest.ID?

    private static let name = "sen_purpose"

    init(_ purpose: String, under grant: SharingRequest.ID?) {
        self.purpose = purpose
        self.grant = grant
    }

    /// What was stated for `dataset` in the visitor's session; `nil` for nothing, and for what was tampered with.
    init?(_ request: Request, _ dataset: Dataset.ID, _ visitor: Visitor) {
        let parts = (request.cookies[Self.name]?.value ?? "").split(
            separator: ".",
            omittingEmptySubsequences: false
        )
        guard parts.count == 3, let bytes = BaseCoding.base64URL.decode(String(parts[0])) else { return nil }
        let grant = SharingRequest.ID(String(parts[1]))
        self.init(String(decoding: bytes, as: UTF8.self), under: grant)
        let seal = Self.seal("\(parts[0]).\(parts[1])", dataset, visitor)
        guard !visitor.formToken.isEmpty, constantTimeEqual(Array(seal.utf8), Array(parts[2].utf8)) else {
            return nil
        }
    }

    /// Ends with the browser; another session's token makes it void before that.
    func cookie(_ dataset: Dataset.ID, _ visitor: Visitor, _ request: Request, isAlwaysSecure: Bool) -> Cookie
    {
        let text = "\(BaseCoding.base64URL.encode(Array(purpose.utf8))).\(grant?.description ?? "")"
        return Cookie(
            name: Self.name,
            value: "\(text).\(Self.seal(text, dataset, visitor))",
            path: ConsolePath.dataset(dataset.rawValue),
            secure: isAlwaysSecure || request.isOverTLS,
            httpOnly: true,
            sameSite: .lax
        )
    }

    private static func seal(_ text: String, _ dataset: Dataset.ID, _ visitor: Visitor) -> String {
        let message = Array("sen purpose \(dataset.rawValue) \(text)".utf8)
        return BaseCoding.hex.encode(HMAC.sha256(key: Array(visitor.formToken.utf8), message: message))
    }
}
