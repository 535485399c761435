import Hummingbird
import Language

/// `/openapi.json` and `/api`: what the API can do, for machines and for people, in the caller's language.
enum DocumentResource {
    static let operations: [Operation] = [
        .get(
            "/openapi.json",
            "getDocument",
            .API.getDocument,
            answers: .json(.map(.anything)),
            needsKey: false
        ) { call in
            .json(OpenAPIDocument(operations: APIOperations.all, language: call.language).json)
        },
        .get("/api", "getPage", .API.getPage, answers: page, needsKey: false) { call in
            let page = ReferencePage(operations: APIOperations.all, language: call.language)
            return .bytes(Array(page.html.utf8), type: "text/html; charset=utf-8")
        },
        .get(
            ReferencePage.stylePath,
            "getPageStyle",
            .API.getPage,
            answers: AnswerShape(content: .bytes(type: "text/css; charset=utf-8")),
            needsKey: false
        ) { _ in .bytes(Array(ReferencePage.style.utf8), type: "text/css; charset=utf-8") },
    ]

    private static let page = AnswerShape(content: .bytes(type: "text/html; charset=utf-8"))
}
