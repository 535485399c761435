import Database
import Hummingbird
import Identity
import Language
import Serving

/// Recognises the API key of a request.
///
/// Only `Authorization: Bearer sen_...` counts: a cookie would let a hostile page act for whoever is signed in.
struct KeyAuthentication: Sendable {
    let keys: APIKeyStore

    /// - Throws: `APIError` without a key, ``IdentityErrorCode/keyRefused`` for one that does not hold.
    func visitor(_ headers: HTTPFields) async throws -> Visitor {
        guard let header = headers[.authorization] else {
            throw APIError(.keyMissing, "the request carries no key")
        }
        let words = header.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2, words[0].lowercased() == "bearer" else {
            throw APIError(.keyMissing, "the request carries no bearer key")
        }
        let key = try await keys.find(words[1])
        return Visitor(principal: key.principal, name: key.name, accountID: key.id.description, formToken: "")
    }
}
