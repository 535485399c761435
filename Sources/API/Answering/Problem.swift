import Datasets
import Hummingbird
import Language
import Serving

/// A refusal as RFC 9457 writes it, in the caller's language.
struct Problem: Sendable {
    static let contentType = "application/problem+json"

    let status: HTTPResponse.Status
    let code: String
    let text: Text
    let field: String?
    /// Each place of a record that does not fit.
    let issues: [RecordProblem.Issue]

    init(_ error: any Error) {
        if let error = error as? FieldFailure {
            self.init(error.failure, field: error.field)
        } else if let error = error as? any AnyFailure {
            self.init(error, field: nil)
        } else {
            let told = ToldFailure(error)
            self.init(status: told.status, code: told.code, text: told.text, field: nil)
        }
    }

    private init(status: HTTPResponse.Status, code: String, text: Text, field: String?) {
        self.status = status
        self.code = code
        self.text = text
        self.field = field
        issues = []
    }

    private init(_ failure: any AnyFailure, field: String?) {
        let code = failure.codeName
        let ours = APIErrorCode(rawValue: code)?.status ?? DatasetErrorCode(rawValue: code)?.status
        status =
            ours ?? (code.hasSuffix(".changed-meanwhile") ? .preconditionFailed : failure.category.status)
        self.code = code
        text = failure.text
        self.field = field ?? ProblemField.of(code)
        issues = ((failure as? DatasetError)?.cause as? RecordProblem)?.issues ?? []
    }

    /// `id` is the request's, by which the operator finds it in the log.
    func answer(_ language: Language, id: String) -> Answer {
        var members: [(String, JSON)] = [
            ("type", .text("/api#\(code)")),
            ("title", .text(title(language))),
            ("status", JSON(status.code)),
            ("detail", .text(text(language))),
            ("code", .text(code)),
            ("requestId", .text(id)),
        ]
        if let field { members.append(("field", .text(field))) }
        if !issues.isEmpty { members.append(("issues", .list(issues.map { $0.json(language) }))) }
        var answer = Answer(status: status, content: .bytes(JSON(members).bytes, type: Self.contentType))
        answer.headers[.contentLanguage] = language.rawValue
        if status == .unauthorized { answer.headers[.wwwAuthenticate] = "Bearer" }
        return answer
    }

    private func title(_ language: Language) -> String {
        switch status {
        case .badRequest: Text.API.titleBadRequest(language)
        case .unauthorized: Text.API.titleUnauthorized(language)
        case .forbidden: Text.API.titleForbidden(language)
        case .notFound: Text.API.titleNotFound(language)
        case .methodNotAllowed: Text.API.titleMethodNotAllowed(language)
        case .notAcceptable: Text.API.titleNotAcceptable(language)
        case .conflict: Text.API.titleConflict(language)
        case .preconditionFailed, .preconditionRequired: Text.API.titlePrecondition(language)
        case .contentTooLarge: Text.API.titleTooLarge(language)
        case .unsupportedMediaType: Text.API.titleTypeUnsupported(language)
        case .unprocessableContent: Text.API.titleInvalid(language)
        default: Text.API.titleUnavailable(language)
        }
    }
}

/// Which field of a request a room's own refusal is about, where its code tells.
enum ProblemField {
    private static let fields = [
        "website.address-invalid": "address", "website.address-taken": "address",
        "website.unit-unknown": "unit",
        "website.not-the-owner": "unit", "website.pause-out-of-range": "until",
        "website.licence-dates-swapped": "licence/expires", "case.root-cause-missing": "rootCause",
        "case.assignee-not-account": "assignee", "case.related-to-itself": "case",
        "case.relations-full": "case",
        "identity.key-name-invalid": "name", "identity.key-role-refused": "role",
        "identity.key-life-invalid": "days",
    ]

    static func of(_ code: String) -> String? { fields[code] }
}

extension Schema.Fault {
    /// The fault of a body.
    var ofBody: FieldFailure {
        FieldFailure(field: field, failure: APIError(code, "a body does not fit", text: text))
    }

    private var code: APIErrorCode {
        switch kind {
        case .missing: .fieldMissing
        case .unknown: .fieldUnknown
        default: .fieldInvalid
        }
    }

    /// What is wrong, with the field's name.
    var text: Text {
        let name = shownField
        return switch kind {
        case .missing: .API.fieldMissing(name)
        case .unknown(let nearest): .API.fieldUnknown(name, nearest: nearest ?? "")
        case .wrongType: .API.fieldWrongType(name)
        case .tooShort: .API.fieldTooShort(name)
        case .tooLong(let max): .API.fieldTooLong(name, max: max)
        case .outOfRange: .API.fieldOutOfRange(name)
        case .notOneOf(let names): .API.fieldNotOneOf(name, names.joined(separator: ", "))
        case .notA(let format): .API.fieldNotA(name, format)
        }
    }

    /// Callers choose names, and a sentence shows only the beginning of one.
    private var shownField: String { field.isEmpty ? "/" : String(field.prefix(64)) }
}

extension RecordProblem.Issue {
    func json(_ language: Language) -> JSON {
        ["pointer": .text(pointer), "code": .text(code), "detail": .text(text(language))]
    }
}

extension DatasetErrorCode {
    /// Where HTTP says more than the category does.
    fileprivate var status: HTTPResponse.Status? {
        switch self {
        case .recordNotJSON, .purposeMissing, .filterInvalid, .cursorInvalid: .badRequest
        default: nil
        }
    }
}
