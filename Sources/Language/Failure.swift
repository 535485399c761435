/// A failure that keeps a stable code for machines and a sentence for the person.
///
/// Each domain has its own codes: `package typealias CaseError = Failure<CaseErrorCode>`.
/// `detail` is for the engineer who reads the log: it holds no row values and no secrets.
package struct Failure<Code: FailureCode>: Error, CustomStringConvertible {
    package var code: Code
    package var detail: String
    package var cause: (any Error)?
    package var thrownAt: String
    /// What the person reads when the code's own sentence is too general, for example one that names the
    /// field.
    package var specificText: Text?

    package init(
        _ code: Code,
        _ detail: String,
        text: Text? = nil,
        cause: (any Error)? = nil,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.code = code
        self.detail = detail
        self.specificText = text
        self.cause = cause
        self.thrownAt = "\(file):\(line)"
    }

    package var description: String {
        let because = cause.map { " because \($0)" } ?? ""
        return "\(code.rawValue): \(detail) (\(thrownAt))\(because)"
    }
}

/// The codes of one domain, such as `case.already-closed`: stable over releases, since logs, tests and
/// callers key on them.
package protocol FailureCode: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What happened and what to do next, from the catalogue.
    var text: Text { get }
    /// What kind of failure it is, from which the faces derive a status.
    var category: FailureCategory { get }
    /// The code that stands for a store that could not do its work.
    static var storeFailed: Self { get }
}

/// Kinds of failure as the faces tell them apart.
package enum FailureCategory: Hashable, Sendable {
    case invalid, unauthenticated, forbidden, notFound, conflict, tooLarge, tooMany, unavailable
}

/// Any ``Failure``, for a face that turns it into an answer without knowing the domain.
package protocol AnyFailure: Error {
    var codeName: String { get }
    var text: Text { get }
    var category: FailureCategory { get }
    var detail: String { get }
}

extension Failure: AnyFailure {
    package var codeName: String { code.rawValue }
    package var text: Text { specificText ?? code.text }
    package var category: FailureCategory { code.category }
}
