import API
import Access
import AuditLog
import Cases
import Database
import Datasets
import Foundation
import ServiceLifecycle
import WebWatch

extension House {
    /// What the API needs of these rooms, and how the program runs, for those who look after it.
    func api(_ watcher: WatchService, _ webhooks: WebhookDelivery) -> APIHouse {
        let current = currentUnits
        return APIHouse(
            database: database,
            cases: cases,
            websites: websites,
            datasets: datasets,
            webhooks: webhooks,
            units: units,
            accounts: identity.accountAdministration,
            keys: identity.keys,
            audit: audit,
            logKey: signer.verifyKey,
            access: access,
            actions: ActionCatalogue(
                AccessActions.all + CaseActions.all + DatasetActions.all + WebsiteActions.all
            ),
            tree: { current.tree },
            calendar: calendar,
            clock: World.clock,
            operating: operating(watcher)
        )
    }

    private func operating(_ watcher: WatchService) -> Operating {
        let (path, start) = ((database as? SQLiteDatabase)?.path, ContinuousClock.now)
        return Operating(
            requests: RequestMetrics(),
            punctuality: { await watcher.punctuality },
            residentBytes: { ProcessMemory.residentBytes },
            databaseBytes: {
                path.map { path in ["", "-wal"].compactMap { FileSize.bytes(of: path + $0) }.reduce(0, +) }
            },
            steadySeconds: { (ContinuousClock.now - start) / .seconds(1) },
            pause: { duration in
                try await cancelWhenGracefulShutdown { try await Task.sleep(for: duration) }
            }
        )
    }
}

private enum FileSize {
    static func bytes(of path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    }
}

private enum ProcessMemory {
    /// As Linux counts it (`/proc/self/statm`, in pages); `nil` elsewhere.
    static var residentBytes: Int? {
        guard let line = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = line.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
