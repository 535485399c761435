import Access
import AuditLog
import Datasets
import Language
import Places
import ServiceLifecycle

/// The packs that ship with the program, declared in the demo province with their invented records.
///
/// It works beside the server, which need not wait for it: a moment at each start, which changes nothing after
/// the first.
struct DemoPacks: Sendable {
    private static let actor = Actor.system("lab")

    let house: House

    /// Does its work once and then waits for the end of the program.
    func service(onFailure: @escaping @Sendable (any Error) -> Void) -> Loop {
        Loop("demo packs") {
            do { try await load() } catch is CancellationError {} catch { onFailure(error) }
            try await gracefulShutdown()
        }
    }

    private func load() async throws {
        let store = house.datasets
        let top = ReferenceProvince.provinceID
        var records = 0
        for name in ShippedPacks.names {
            let pack = try Pack.shipped(name)
            let plan = try await PackPlan(pack, for: store)
            try await plan.apply(to: store, .accept, by: house.system.permit(Self.actor, on: top))
            let demo = PackDemo(pack: pack, store: store, permit: house.system.permit(Self.actor, on: top))
            records += try await demo.load().compactMap(\.records).reduce(0, +)
        }
        if records > 0 { Spoken.say(.Pack.demoReady(packs: ShippedPacks.names.count, records: records)) }
    }
}
