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
        try visitor.check(formToken: fields["token"])
        return fields
    }
}

extension MultipartForm {
    /// The same for a form with a file.
    static func posted(
        _ request: Request,
        by visitor: Visitor,
        fileBytesMax: Int
    ) async throws -> MultipartForm {
        let form = try await MultipartForm(request, fileBytesMax: fileBytesMax)
        try visitor.check(formToken: form["token"])
        return form
    }
}

extension Visitor {
    fileprivate func check(formToken given: String?) throws(ServingError) {
        guard !formToken.isEmpty, constantTimeEqual(Array((given ?? "").utf8), Array(formToken.utf8)) else {
            throw ServingError(.formForged, "the form's token is not the session's")
        }
    }
}
