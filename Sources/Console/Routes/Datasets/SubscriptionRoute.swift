import Access
import Database
import Datasets
import Hummingbird
import Language
import Places
import Serving

/// `/datasets/{id}/subscriptions`: who gets the changes of a dataset, of the units that the reader manages.
struct SubscriptionRoute: Sendable {
    let house: ConsoleHouse

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        try await page(request, context)
    }

    func make(_ request: Request, _ context: SenContext) async throws -> Response {
        let (asked, fields) = try await asked(request, context)
        let typed = fields["target"] ?? ""
        do {
            let made = try await asked.webhooks.store.make(
                of: asked.stored.dataset.id,
                to: typed,
                by: asked.permit
            )
            return await shown(made.secret, .Connections.ready, asked, request, context)
        } catch {
            let mistake = FormMistake(error.text, in: error.code == .targetInvalid ? "target" : nil)
            guard error.category != .unavailable else { throw error }
            let status = error.category.status
            return try await page(typed: typed, mistake: mistake, status: status, request, context)
        }
    }

    func pause(_ request: Request, _ context: SenContext) async throws -> Response {
        try await step(request, context) { asked, id in
            try await asked.webhooks.store.pause(id, within: asked.scope, by: asked.permit)
        }
    }

    func resume(_ request: Request, _ context: SenContext) async throws -> Response {
        try await step(request, context) { asked, id in
            try await asked.webhooks.store.resume(id, within: asked.scope, by: asked.permit)
        }
    }

    func replay(_ request: Request, _ context: SenContext) async throws -> Response {
        try await step(request, context) { asked, id in
            try await asked.webhooks.store.replay(id, after: -1, within: asked.scope, by: asked.permit)
        }
    }

    func secret(_ request: Request, _ context: SenContext) async throws -> Response {
        let (asked, fields) = try await asked(request, context)
        let secret = try await asked.webhooks.store.rotateSecret(
            of: try Self.id(fields),
            within: asked.scope,
            by: asked.permit
        )
        return await shown(secret, .Connections.secretReady, asked, request, context)
    }

    func letter(_ request: Request, _ context: SenContext) async throws -> Response {
        let (asked, fields) = try await asked(request, context)
        let outcome = try await asked.webhooks.replay(
            deadLetter: fields["number"].flatMap { Int64($0) } ?? 0,
            of: try Self.id(fields),
            within: asked.scope,
            by: asked.permit
        )
        let told: Text =
            outcome.isTaken ? .Connections.letterTaken : .Connections.letterRefused(outcome.status)
        return try await page(told: (told, outcome.isTaken), request, context)
    }

    // MARK: What they share

    private struct Asked {
        let stored: StoredDataset
        let visitor: Visitor
        let webhooks: WebhookDelivery
        let scope: UnitScope
        let permit: Permit<ManageSubscriptions>
    }

    private func asked(_ context: SenContext) async throws -> Asked {
        let visitor = try context.signedIn()
        let stored = try await DatasetReach(house: house).find(context)
        guard let webhooks = house.webhooks else { throw ServingError(.notFound, "nothing is sent here") }
        return Asked(
            stored: stored,
            visitor: visitor,
            webhooks: webhooks,
            scope: house.access.scope(of: visitor.principal, to: ManageSubscriptions.self),
            permit: try house.access.highestPermit(visitor.principal)
        )
    }

    private func asked(_ request: Request, _ context: SenContext) async throws -> (Asked, FormFields) {
        let fields = try await FormFields.posted(request, by: try context.signedIn())
        return (try await asked(context), fields)
    }

    private static func id(_ fields: FormFields) throws -> Subscription.ID {
        guard let id = fields["id"].flatMap({ Subscription.ID($0) }) else {
            throw SubscriptionError(.notFound, "the form names no subscription")
        }
        return id
    }

    private func step(
        _ request: Request,
        _ context: SenContext,
        _ take: (Asked, Subscription.ID) async throws -> Subscription
    ) async throws -> Response {
        let (asked, fields) = try await asked(request, context)
        do { _ = try await take(asked, try Self.id(fields)) } catch let error as SubscriptionError
            where error.code == .wrongState
        {
            // Somebody was faster: the page shows how it is now.
            return try await page(told: (error.text, false), status: .conflict, request, context)
        }
        return .redirect(to: ConsolePath.subscriptions(of: asked.stored.dataset.id.rawValue), type: .normal)
    }

    private func shown(
        _ secret: WebhookSecret,
        _ title: Text,
        _ asked: Asked,
        _ request: Request,
        _ context: SenContext
    ) async -> Response {
        let model = ShownOnceModel(
            title: title,
            explanation: .Connections.secretFor,
            value: secret.text,
            back: (.Connections.back, ConsolePath.subscriptions(of: asked.stored.dataset.id.rawValue)),
            room: .datasets
        )
        return .page(ShownOnceView.document(model, in: await house.frame(for: request, context)))
    }

    private func page(
        typed: String = "",
        mistake: FormMistake? = nil,
        told: (text: Text, isGood: Bool)? = nil,
        status: HTTPResponse.Status = .ok,
        _ request: Request,
        _ context: SenContext
    ) async throws -> Response {
        let asked = try await asked(context)
        let id = asked.stored.dataset.id
        let newest = try await house.datasets.newestPlace()
        var (rows, letters): ([SubscriptionListModel.Row], [SubscriptionListModel.Letter]) = ([], [])
        for subscription in try await asked.webhooks.store.list(of: id, within: asked.scope) {
            rows.append(await row(subscription, newest: newest))
            letters += try await asked.webhooks.store.deadLetters(of: subscription.id, within: asked.scope)
                .map { letter in
                    SubscriptionListModel.Letter(
                        subscription: subscription.id.description,
                        number: "\(letter.number)",
                        target: subscription.target.text,
                        at: letter.at,
                        tries: letter.tries,
                        status: letter.status,
                        failure: letter.failure,
                        replayedAt: letter.replayedAt
                    )
                }
        }
        let model = SubscriptionListModel(
            dataset: asked.stored.dataset,
            rows: rows,
            letters: letters.sorted { $0.at > $1.at },
            feed: "/api/v1/datasets/\(id.rawValue)/changes",
            typed: typed,
            mistake: mistake,
            told: told
        )
        return .page(
            SubscriptionListView.document(model, in: await house.frame(for: request, context)),
            status: status
        )
    }

    private func row(_ subscription: Subscription, newest: Int64) async -> SubscriptionListModel.Row {
        SubscriptionListModel.Row(
            id: subscription.id.description,
            target: subscription.target.text,
            owner: await house.name(subscription.owner),
            unit: house.nameOfUnit(subscription.unit),
            state: subscription.state,
            reason: subscription.stateReason,
            behind: Int(max(newest - subscription.place, 0)),
            failures: subscription.failures,
            nextAt: subscription.nextAt,
            deliveredAt: subscription.deliveredAt,
            lastStatus: subscription.lastStatus
        )
    }
}
