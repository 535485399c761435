import Cryptography
import Hummingbird
import Language
import Serving

extension FormFields {
    /// A form that a signed-in visitor posted from a page of the present session.
    ///
    /// - Throws: ``ServingErrorCode/formForged`` when the token is missing or another's.
    static func posted(_ request: Request, by visitor: Visitor) async throws -> FormFields {
        let fields = try await FormFields(request)
        let token = Array((fields["token"] ?? "").utf8)
        guard !visitor.formToken.isEmpty, constantTimeEqual(token, Array(visitor.formToken.utf8)) else {
            throw ServingError(.formForged, "the form's token is not the session's")
        }
        return fields
    }
}
