import HTTPTypes
import Hummingbird
import Identity
import Language
import Logging
import Serving

/// Runs one operation: the key, the request against its description, the operation, and each POST at most once.
struct OperationRunner: Sendable {
    let operation: Operation
    let house: APIHouse

    func run(_ request: Request, _ context: SenContext) async throws -> Response {
        var context = context
        if operation.needsKey {
            context.visitor = try await KeyAuthentication(keys: house.keys).visitor(request.headers)
        }
        let call = try await RequestReading(operation: operation, request: request).call(house, context)
        let answer = try await once(call)
        return notModified(answer, request) ?? answer.response
    }

    /// What the caller has already need not be sent again.
    private func notModified(_ answer: Answer, _ request: Request) -> Response? {
        guard request.method == .get, let tag = answer.headers[.eTag], EntityTag.isKnown(tag, to: request)
        else { return nil }
        return Response(status: .notModified, headers: [.eTag: tag])
    }

    private func once(_ call: Call) async throws -> Answer {
        guard operation.method != .get,
            let key = HTTPField.Name(Parameter.idempotencyKey.name).flatMap({ call.headers[$0] })
        else { return try await operation.handle(call) }
        let runs = IdempotentRuns(database: house.database, clock: house.clock)
        let run = IdempotentRun(call: call, key: key, actor: try call.principal().actor)
        if let known = try await runs.begin(run) { return known }
        do {
            let answer = try await operation.handle(call)
            await keep(answer, of: run, runs, call)
            return answer
        } catch {
            let problem = Problem(error)
            if problem.status.code < 500 {
                await keep(problem.answer(call.language, id: call.context.id), of: run, runs, call)
            } else {
                try? await runs.forget(run)
            }
            throw error
        }
    }

    /// A failure to keep the answer does not undo what was done: the key stays in use until it ends.
    private func keep(_ answer: Answer, of run: IdempotentRun, _ runs: IdempotentRuns, _ call: Call) async {
        var kept = answer
        if let json = answer.kept { kept.content = .json(json) }
        do { try await runs.finish(run, with: kept) } catch {
            call.context.logger.error("the answer to an idempotency key could not be kept: \(error)")
        }
    }
}
