import Hummingbird
import Identity
import Language
import Serving

/// Why a form was refused, and beside which of its fields that is told.
struct FormMistake: Sendable {
    let text: Text
    /// The name of the field; `nil` when it is about the form as a whole.
    let field: String?

    init(_ text: Text, in field: String? = nil) {
        self.text = text
        self.field = field
    }

    init(_ failure: any AnyFailure) {
        self.init(failure.text, in: (failure as? IdentityError)?.code.field)
    }

    /// As ``FormMistake`` of a failure that the person can do something about in the form.
    ///
    /// - Throws: the failure itself when it is another one, such as that of a store.
    static func told(_ error: any Error) throws -> (mistake: FormMistake, status: HTTPResponse.Status) {
        if error is PasswordsDiffer {
            return (FormMistake(.Entry.passwordsDiffer, in: "again"), .unprocessableContent)
        }
        guard let failure = error as? any AnyFailure,
            [.invalid, .conflict, .tooMany, .forbidden, .unauthenticated].contains(failure.category),
            (failure as? ServingError)?.code != .formForged, (failure as? ServingError)?.code != .signInNeeded
        else { throw error }
        // 422 and not 401, which a browser would answer with a question of its own
        let category: FailureCategory = failure.category == .unauthenticated ? .invalid : failure.category
        return (FormMistake(failure), category.status)
    }
}

extension IdentityErrorCode {
    /// The name that the console's forms give to the field which is wrong.
    fileprivate var field: String? {
        switch self {
        case .passwordTooShort, .passwordTooLong, .passwordIsSignInName, .passwordCommon: "password"
        case .signInNameInvalid, .signInNameTaken: "name"
        case .fullNameInvalid: "full-name"
        case .codeWrong: "code"
        case .signInRefused: "old"  // only one's own page asks for it beside others
        case .keyNameInvalid: "name"
        case .keyRoleRefused: "role"
        case .keyLifeInvalid: "days"
        case .grantOutOfReach: "unit"
        default: nil
        }
    }
}

extension [Field] {
    /// These fields, the wrong one with what is wrong with it.
    func marked(_ mistake: FormMistake?) -> [Field] {
        map { field in
            guard let mistake, mistake.field == field.name else { return field }
            var field = field
            field.error = mistake.text
            return field
        }
    }

    /// Whether one of these is the field that is wrong; if not, the mistake is told above the form.
    func have(_ mistake: FormMistake) -> Bool { contains { $0.name == mistake.field } }
}
