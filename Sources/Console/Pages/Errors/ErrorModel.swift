package import Language

/// What went wrong and what to do next.
package struct ErrorModel: Sendable {
    package var status: Int
    /// The sentence of the failure's code.
    package var sentence: Text
    /// The stable code, which helps whoever is asked for help.
    package var code: String
    /// The number of the request in the log.
    package var requestID: String?

    package init(status: Int, sentence: Text, code: String, requestID: String? = nil) {
        self.status = status
        self.sentence = sentence
        self.code = code
        self.requestID = requestID
    }
}
