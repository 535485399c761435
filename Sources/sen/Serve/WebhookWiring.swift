import API
import Access
import AuditLog
import Database
import Datasets
import Identity
import Language
import Places
import Timekeeping
import WebFetch
import WebWatch

extension House {
    /// What sends the changes of datasets to their receivers, over a loop of its own: silent receivers must not take the
    /// watch's places.
    func webhooks(
        _ settings: FetchSettings,
        onFailure: @escaping @Sendable (any Error) -> Void
    ) throws -> WebhookDelivery {
        var settings = settings
        settings.fetchesAtOnceMax = WebhookDelivery.atOnceMax
        // Several subscriptions may go to one gateway.
        settings.fetchesPerHostMax = WebhookDelivery.atOnceMax / 4
        let sender = WebhookSender(fetcher: try CurlFetcher(settings))
        let (identity, access) = (identity, access)
        return WebhookDelivery(
            store: subscriptions,
            around: WebhookSurroundings(
                send: { await sender.send($0) },
                render: { change, isWhole in WebhookShape.bytes(change, isWhole: isWhole) },
                reader: { owner, _ in
                    guard let principal = try await identity.principal(of: owner),
                        let permit = try? access.highestPermit(principal, to: ReadRecords.self)
                    else { return nil }
                    return WebhookReader(
                        permit: permit,
                        own: access.scope(of: principal, to: ReadRecords.self)
                    )
                },
                chance: { Double.random(in: 0...1) },
                onFailure: onFailure
            )
        )
    }
}

extension IdentityRooms {
    /// For whom a key or an account speaks now; `nil` when it does not hold any more.
    fileprivate func principal(of actor: Actor) async throws -> Principal? {
        guard let uuid = actor.uuid else { return nil }
        do throws(IdentityError) {
            switch actor.kind {
            case .key:
                let key = try await keys.find(APIKey.ID(uuid))
                return key.holds(at: World.clock.now()) ? key.principal : nil
            case .account:
                let account = try await accounts.find(Account.ID(uuid))
                return account.state == .active ? Principal(actor: actor, grants: account.grants) : nil
            case .system: return nil
            }
        } catch {
            guard error.code == .keyNotFound || error.code == .accountNotFound else { throw error }
            return nil
        }
    }
}

/// Sends messages as the watch fetches pages: the same limits, the same refusal of private addresses.
struct WebhookSender: Sendable {
    /// Of the answer nothing but the status is read.
    private static let limits = FetchLimits(
        bodyBytesMax: 1,
        headerBytesMax: 16 << 10,
        redirectsMax: 0,
        secondsMax: 15,
        connectSecondsMax: 5,
        decompressionRatioMax: 1
    )

    let fetcher: CurlFetcher

    func send(_ post: WebhookPost) async -> WebhookOutcome {
        let request = FetchRequest(
            url: post.target.text,
            limits: Self.limits,
            wantsBody: false,
            post: FetchRequest.Post(
                body: post.body,
                headerLines: post.headers.map { "\($0.name): \($0.value)" }
            )
        )
        switch await fetcher.fetch(request).outcome {
        case .answered(let answer): return .answered(status: answer.status)
        case .failed(let failure): return .failed(failure.code)
        }
    }
}
