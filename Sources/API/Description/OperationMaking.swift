import Hummingbird
import Language

extension Operation {
    /// An operation that reads.
    static func get(
        _ path: String,
        _ id: String,
        _ summary: Text,
        _ parameters: [Parameter] = [],
        answers: AnswerShape,
        hasVersion: Bool = false,
        needsKey: Bool = true,
        _ handle: @escaping @Sendable (Call) async throws -> Answer
    ) -> Operation {
        Operation(
            method: .get,
            path: path,
            id: id,
            summary: summary,
            parameters: parameters,
            answer: answers,
            hasVersion: hasVersion,
            needsKey: needsKey,
            handle: handle
        )
    }

    /// An operation that writes; it may be sent again under the same idempotency key.
    static func post(
        _ path: String,
        _ id: String,
        _ summary: Text,
        _ parameters: [Parameter] = [],
        body: Body = .none,
        answers: AnswerShape,
        hasVersion: Bool = false,
        _ handle: @escaping @Sendable (Call) async throws -> Answer
    ) -> Operation {
        Operation(
            method: .post,
            path: path,
            id: id,
            summary: summary,
            parameters: parameters + [.idempotencyKey],
            body: body,
            answer: answers,
            hasVersion: hasVersion,
            handle: handle
        )
    }

    /// An operation that takes something away; what is gone already stays gone.
    static func delete(
        _ path: String,
        _ id: String,
        _ summary: Text,
        answers: AnswerShape,
        hasVersion: Bool = false,
        _ handle: @escaping @Sendable (Call) async throws -> Answer
    ) -> Operation {
        Operation(
            method: .delete,
            path: path,
            id: id,
            summary: summary,
            parameters: [.idempotencyKey],
            answer: answers,
            hasVersion: hasVersion,
            handle: handle
        )
    }
}

extension Schema {
    /// A page of a list.
    static func page(of item: Schema, counted: Bool = false) -> Schema {
        let fields: [Field] = [.required("items", .list(item)), .required("next", .nullable(.string))]
        return .object(fields + (counted ? [.required("total", .integer(min: 0))] : []))
    }

    /// A code of ours with the words for it in the caller's language.
    static func coded(_ codes: [String]) -> Schema {
        .object([.required("code", .choice(codes)), .required("text", .string)])
    }
}

extension JSON {
    static func coded(_ code: String, _ text: Text, _ language: Language) -> JSON {
        ["code": .text(code), "text": .text(text(language))]
    }
}
