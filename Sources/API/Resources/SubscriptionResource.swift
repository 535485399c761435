import Access
import AuditLog
import Database
package import Datasets
import Hummingbird
import Language
import Places
import Timekeeping

/// `/api/v1/datasets/{dataset}/subscriptions` and `/api/v1/subscriptions`: receivers that get the changes of a dataset.
///
/// One sees and manages those of one's own units. What a subscription sends is read for whoever made it.
enum SubscriptionResource {
    private static let path = "/api/v1/subscriptions/{id}"
    private static let ofDataset = "/api/v1/datasets/{dataset}/subscriptions"

    static let operations: [Operation] = [
        .get(ofDataset, "listSubscriptions", .API.listSubscriptions, answers: .json(.page(of: shape))) {
            call in
            _ = try await call.records()
            let list = try await call.house.subscriptions.list(
                of: try call.datasetID(),
                within: try scope(call)
            )
            let newest = try await call.house.datasets.newestPlace()
            return call.page(list.map { json($0, newest) }, next: nil)
        },
        .post(
            ofDataset,
            "makeSubscription",
            .API.makeSubscription,
            [.purpose],
            body: .json(
                .object([
                    .required("target", .text(min: 8, max: 2_000)),
                    .optional("after", .nullable(.integer(min: -1, max: (1 << 53) - 1))),
                ])
            ),
            answers: .json(withSecret, [.created]),
            make
        ),
        .get(path, "getSubscription", .API.getSubscription, answers: .json(shape)) { call in
            try await answer(
                try await call.house.subscriptions.find(try id(call), within: try scope(call)),
                call
            )
        },
        step("pause", "pauseSubscription", .API.pauseSubscription) { id, permit, call in
            try await call.house.subscriptions.pause(id, within: try scope(call), by: permit)
        },
        step("resume", "resumeSubscription", .API.resumeSubscription) { id, permit, call in
            try await call.house.subscriptions.resume(id, within: try scope(call), by: permit)
        },
        step(
            "replay",
            "replaySubscription",
            .API.replaySubscription,
            .json(.object([.required("after", .integer(min: -1, max: (1 << 53) - 1))]))
        ) { id, permit, call in
            let place = call.body["after"]?.integer ?? -1
            return try await call.house.subscriptions.replay(
                id,
                after: place,
                within: try scope(call),
                by: permit
            )
        },
        .post("\(path)/secret", "rotateSubscriptionSecret", .API.rotateSecret, answers: .json(secretShape)) {
            call in
            let permit = try call.widest(ManageSubscriptions.self)
            let secret = try await call.house.subscriptions.rotateSecret(
                of: try id(call),
                within: try scope(call),
                by: permit
            )
            var answer = Answer.json(["secret": .text(secret.text)])
            answer.kept = ["secret": nil]
            return answer
        },
        .get(
            "\(path)/dead-letters",
            "listDeadLetters",
            .API.listDeadLetters,
            answers: .json(.page(of: letterShape))
        ) { call in
            let letters = try await call.house.subscriptions.deadLetters(
                of: try id(call),
                within: try scope(call)
            )
            return call.page(letters.map(json), next: nil)
        },
        .post(
            "\(path)/dead-letters/{number}/replay",
            "replayDeadLetter",
            .API.replayDeadLetter,
            answers: .json(outcomeShape)
        ) { call in
            let permit = try call.widest(ManageSubscriptions.self)
            guard let number = Int64(try call.path("number")) else {
                throw SubscriptionError(.deadLetterNotFound, "the path holds no number")
            }
            let outcome = try await call.house.webhooks.replay(
                deadLetter: number,
                of: try id(call),
                within: try scope(call),
                by: permit
            )
            return .json([
                "taken": JSON(outcome.isTaken), "status": JSON(outcome.status),
                "failure": JSON(outcome.failure),
            ])
        },
    ]

    private static let shape = Schema.named(
        "Subscription",
        .object([
            .required("id", .uuid), .required("dataset", .string), .required("unit", .string),
            .required("owner", .string), .required("target", .string), .required("createdAt", .instant),
            .required("state", .choice(Subscription.State.allCases.map(\.rawValue))),
            .required("stateReason", .nullable(.choice(Subscription.DeadReason.allCases.map(\.rawValue)))),
            .required("place", .integer(min: -1)), .required("newest", .integer(min: -1)),
            .required("failures", .integer(min: 0)), .required("nextAt", .instant),
            .required("deliveredAt", .nullable(.instant)), .required("lastStatus", .nullable(.integer())),
        ])
    )
    private static let secretShape = Schema.object([.required("secret", .nullable(.string))])
    private static let withSecret = Schema.object([
        .required("subscription", shape), .required("secret", .nullable(.string)),
    ])
    private static let letterShape = Schema.named(
        "DeadLetter",
        .object([
            .required("number", .integer(min: 1)), .required("after", .integer(min: -1)),
            .required("through", .integer(min: 0)), .required("at", .instant),
            .required("tries", .integer(min: 0)), .required("status", .nullable(.integer())),
            .required("failure", .nullable(.string)), .required("replayedAt", .nullable(.instant)),
        ])
    )
    private static let outcomeShape = Schema.object([
        .required("taken", .flag), .required("status", .nullable(.integer())),
        .required("failure", .nullable(.string)),
    ])

    /// Who may not read the dataset, or says not for what, has nothing of it sent either.
    private static func make(_ call: Call) async throws -> Answer {
        let permit = try call.widest(ManageSubscriptions.self)
        let asked = try await call.records()
        let (subscription, secret) = try await call.house.subscriptions.make(
            of: asked.stored.dataset.id,
            to: call.body["target"]?.text ?? "",
            after: call.body["after"]?.integer,
            by: permit
        )
        let told = json(subscription, try await call.house.datasets.newestPlace())
        var answer = Answer.json(["subscription": told, "secret": .text(secret.text)], .created)
            .location("/api/v1/subscriptions/\(subscription.id)")
        answer.kept = ["subscription": told, "secret": nil]
        return answer
    }

    private static func step(
        _ name: String,
        _ operation: String,
        _ summary: Text,
        _ body: Operation.Body = .none,
        _ take:
            @escaping @Sendable (Subscription.ID, Permit<ManageSubscriptions>, Call) async throws ->
            Subscription
    ) -> Operation {
        .post("\(path)/\(name)", operation, summary, body: body, answers: .json(shape)) { call in
            let permit = try call.widest(ManageSubscriptions.self)
            return try await answer(try await take(try id(call), permit, call), call)
        }
    }

    private static func answer(_ subscription: Subscription, _ call: Call) async throws -> Answer {
        .json(json(subscription, try await call.house.datasets.newestPlace()))
    }

    private static func scope(_ call: Call) throws -> UnitScope {
        // Who may manage none learns of none.
        _ = try call.widest(ManageSubscriptions.self)
        return try call.scope(ManageSubscriptions.self)
    }

    private static func id(_ call: Call) throws -> Subscription.ID {
        guard let id = Subscription.ID(try call.path("id")) else {
            throw SubscriptionError(.notFound, "the path holds no id")
        }
        return id
    }

    private static func json(_ subscription: Subscription, _ newest: Int64) -> JSON {
        [
            "id": .text(subscription.id.description), "dataset": .text(subscription.dataset.rawValue),
            "unit": .text(subscription.unit.rawValue), "owner": .text(subscription.owner.code),
            "target": .text(subscription.target.text), "createdAt": JSON(subscription.createdAt),
            "state": .text(subscription.state.rawValue),
            "stateReason": JSON(subscription.stateReason?.rawValue),
            "place": .integer(subscription.place), "newest": .integer(newest),
            "failures": JSON(subscription.failures), "nextAt": JSON(subscription.nextAt),
            "deliveredAt": JSON(subscription.deliveredAt), "lastStatus": JSON(subscription.lastStatus),
        ]
    }

    private static func json(_ letter: DeadLetter) -> JSON {
        [
            "number": .integer(letter.number), "after": .integer(letter.after),
            "through": .integer(letter.through), "at": JSON(letter.at), "tries": JSON(letter.tries),
            "status": JSON(letter.status), "failure": JSON(letter.failure),
            "replayedAt": JSON(letter.replayedAt),
        ]
    }
}

/// How a message to a receiver tells a change: as the feed does, or only that there was one.
package enum WebhookShape {
    package static func bytes(_ change: RecordChange, isWhole: Bool) -> [UInt8] {
        guard !isWhole else { return ChangeShape.json(change).bytes }
        let thin: JSON = [
            "sequence": .integer(change.sequence), "action": .text(change.action.rawValue),
            "at": JSON(change.at),
        ]
        return thin.bytes
    }
}
