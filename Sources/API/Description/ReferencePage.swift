import Access
import AuditLog
import Cases
import Datasets
import HTTPTypes
import Identity
import Language
import Places
import WebWatch

/// The page at `/api`: every operation and every problem, for a person to read.
///
/// It loads nothing from elsewhere.
struct ReferencePage: Sendable {
    let operations: [Operation]
    let language: Language

    /// Where its style sheet lies.
    static let stylePath = "/api/style.css"
    static let style = """
        body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
        code{font-family:ui-monospace,monospace;font-size:.9em}
        h2{margin-top:2.5rem}table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}
        th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8885}
        section{margin:1.5rem 0}.method{font-weight:700}
        """

    var html: String {
        let title = Text.API.documentTitle(language)
        return """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>\(escaped(title))</title><link rel="stylesheet" href="\(Self.stylePath)"></head>
            <body><main>
            <h1>\(escaped(title))</h1>
            <p>\(escaped(Text.API.documentIntroduction(language)))</p>
            <p><a href="/openapi.json">OpenAPI 3.1</a></p>
            \(OpenAPIDocument(operations: operations, language: language).tags.map(group).joined())
            <h2 id="problems">\(escaped(Text.API.problems(language)))</h2>
            <table><tbody>\(Self.problems.map(problem).joined())</tbody></table>
            </main></body></html>

            """
    }

    private func group(_ tag: String) -> String {
        let own = operations.filter { $0.tag == tag }
        return "<h2 id=\"\(escaped(tag))\">\(escaped(tag))</h2>" + own.map(section).joined()
    }

    private func section(_ operation: Operation) -> String {
        let rows = operation.parameters.map { parameter in
            "<tr><td><code>\(escaped(parameter.name))</code></td><td>\(escaped(parameter.text(language)))</td></tr>"
        }
        let table = rows.isEmpty ? "" : "<table><tbody>\(rows.joined())</tbody></table>"
        return """
            <section id="\(escaped(operation.id))">
            <h3><span class="method">\(operation.method.rawValue)</span> <code>\(escaped(operation.path))</code></h3>
            <p>\(escaped(operation.summary(language)))</p>\(table)\(fields(operation))
            </section>
            """
    }

    /// The fields of a JSON body, the optional ones with a question mark.
    private func fields(_ operation: Operation) -> String {
        guard case .json(let schema) = operation.body, let fields = schema.fields else { return "" }
        let names = fields.map { "<code>\(escaped($0.name))\($0.isRequired ? "" : "?")</code>" }
        return "<p>JSON: \(names.joined(separator: ", "))</p>"
    }

    private func problem(_ code: String, _ text: Text) -> String {
        "<tr id=\"\(escaped(code))\"><td><code>\(escaped(code))</code></td><td>\(escaped(text(language)))</td></tr>"
    }

    /// Every code that a problem can have.
    static let problems: [(String, Text)] =
        all(APIErrorCode.self) + all(AccessErrorCode.self) + all(AuditErrorCode.self)
        + all(CaseErrorCode.self)
        + all(DatasetErrorCode.self) + all(SubscriptionErrorCode.self) + all(IdentityErrorCode.self)
        + all(PlacesErrorCode.self)
        + all(WebsiteErrorCode.self)

    private static func all<Code: FailureCode>(_: Code.Type) -> [(String, Text)] {
        Code.allCases.map { ($0.rawValue, $0.text) }
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}

extension Schema {
    /// The fields of an object, also of a named one.
    var fields: [Field]? {
        switch self {
        case .object(let fields): fields
        case .named(_, let schema): schema.fields
        default: nil
        }
    }
}
