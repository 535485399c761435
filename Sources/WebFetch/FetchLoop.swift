import CCurl
import Foundation
import Synchronization
import WebWatch

/// The one thread on which all transfers run.
///
/// A thread of ours, because the library waits in the kernel and calls back synchronously; the cooperative pool
/// must not be held up by it.
final class FetchLoop: Sendable {
    /// A fetch with the one who waits for it.
    struct Job: Sendable {
        var id: UInt64
        var journey: Journey
        var answer: @Sendable (FetchResult) -> Void
    }

    enum Command: Sendable {
        case start(Job)
        case cancel(UInt64)
    }

    private struct Inbox {
        var commands: [Command] = []
        var isClosed = false
    }

    /// Only woken from other threads, which the library allows; everything else happens on the loop's thread.
    private struct Multi: @unchecked Sendable { let handle: UnsafeMutableRawPointer }

    private let inbox = Mutex(Inbox())
    private let multi: Multi?
    private let ended = DispatchSemaphore(value: 0)

    private static let library: Void = sen_curl_start()

    init(settings: FetchSettings, authoritiesFile: String?) {
        Self.library
        multi = curl_multi_init().map(Multi.init)
        let thread = Thread { [self] in serve(settings, authoritiesFile) }
        thread.name = "sen-fetch"
        thread.start()
    }

    func send(_ command: Command) {
        let accepted = inbox.withLock { inbox in
            guard !inbox.isClosed, let multi else { return false }
            inbox.commands.append(command)
            // Under the lock: after the end the handle is gone.
            curl_multi_wakeup(multi.handle)
            return true
        }
        if !accepted, case .start(let job) = command { job.answer(.cancelled) }
    }

    /// Ends every fetch as cancelled, and the thread.
    func close() {
        let wasOpen = inbox.withLock { inbox in
            guard !inbox.isClosed else { return false }
            inbox.isClosed = true
            if let multi { curl_multi_wakeup(multi.handle) }
            return true
        }
        if wasOpen { ended.wait() }
    }

    private func serve(_ settings: FetchSettings, _ authoritiesFile: String?) {
        defer { ended.signal() }
        guard let multi else { return }
        Self.ignoreBrokenPipes()
        let crew = FetchCrew(multi: multi.handle, settings: settings, authoritiesFile: authoritiesFile)
        while let commands = take() {
            crew.obey(commands)
            crew.work()
        }
        crew.cancelAll()
        curl_multi_cleanup(multi.handle)
        for case .start(let job) in inbox.withLock(\.commands) { job.answer(.cancelled) }
    }

    private func take() -> [Command]? {
        inbox.withLock { inbox in
            guard !inbox.isClosed else { return nil }
            defer { inbox.commands.removeAll() }
            return inbox.commands
        }
    }

    /// With signals off, the library leaves it to us that writing to a closed connection does not end the process.
    private static func ignoreBrokenPipes() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}

extension FetchResult {
    static let cancelled = FetchResult(outcome: .failed(.cancelled))
}
