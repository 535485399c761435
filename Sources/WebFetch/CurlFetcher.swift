import Synchronization
package import WebWatch

/// Fetches pages over the network with libcurl.
///
/// One for the whole program: its limits on transfers at once hold only then. ``close()`` ends it.
package final class CurlFetcher: WebsiteFetcher {
    private let settings: FetchSettings
    private let loop: FetchLoop
    private let lastID = Mutex<UInt64>(0)

    /// - Throws: when the file of extra authorities cannot be read or joined with the system's.
    package init(_ settings: FetchSettings) throws(FetchSettingsError) {
        self.settings = settings
        loop = FetchLoop(settings: settings, authoritiesFile: try AuthoritiesFile.path(for: settings))
    }

    deinit { loop.close() }

    package func fetch(_ request: FetchRequest) async -> FetchResult {
        let journey: Journey
        do {
            journey = try Journey(request, settings: settings)
        } catch {
            return FetchResult(outcome: .failed(error))
        }
        let id = lastID.withLock { last in
            last += 1
            return last
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.send(.start(.init(id: id, journey: journey) { continuation.resume(returning: $0) }))
                // The handler below may have run before there was anything to cancel.
                if Task.isCancelled { loop.send(.cancel(id)) }
            }
        } onCancel: {
            loop.send(.cancel(id))
        }
    }

    /// Ends every fetch as cancelled; later ones are refused the same way.
    package func close() { loop.close() }
}
