import CCurl
import WebWatch

/// What the loop's thread does: starts whose turn it is, moves bytes, and lets each journey decide what comes next.
final class FetchCrew {
    /// How long to sleep when nothing happens; the library wakes earlier for its own timers and for us.
    private static let idleMillisecondsMax: Int32 = 10_000

    private let multi: UnsafeMutableRawPointer
    private let settings: FetchSettings
    private let authoritiesFile: String?
    private var turns: Turns<UInt64>
    private var jobs: [UInt64: FetchLoop.Job] = [:]
    private var transfers: [UnsafeMutableRawPointer: (transfer: Transfer, job: UInt64)] = [:]
    private var handles: [UInt64: UnsafeMutableRawPointer] = [:]
    /// The host that each started job occupies a place of: the one it was asked for, also after redirects.
    private var places: [UInt64: String] = [:]

    init(multi: UnsafeMutableRawPointer, settings: FetchSettings, authoritiesFile: String?) {
        self.multi = multi
        self.settings = settings
        self.authoritiesFile = authoritiesFile
        turns = Turns(atOnceMax: settings.fetchesAtOnceMax, perHostMax: settings.fetchesPerHostMax)
    }

    func obey(_ commands: [FetchLoop.Command]) {
        for command in commands {
            switch command {
            case .start(let job):
                jobs[job.id] = job
                places[job.id] = job.journey.hop.address.host
                turns.submit(job.id, host: job.journey.hop.address.host)
            case .cancel(let id):
                cancel(id)
            }
        }
    }

    /// Moves what can be moved, then sleeps until there is more.
    func work() {
        startThoseWhoseTurnItIs()
        var running: Int32 = 0
        curl_multi_perform(multi, &running)
        takeEnded()
        startThoseWhoseTurnItIs()
        curl_multi_poll(multi, nil, 0, Self.idleMillisecondsMax, nil)
    }

    func cancelAll() { jobs.keys.forEach(cancel) }

    /// One that still waits for its turn leaves its place in line, and is skipped when the turn comes.
    private func cancel(_ id: UInt64) {
        guard let job = jobs.removeValue(forKey: id) else { return }
        if let handle = handles[id] {
            drop(handle)
            leave(id)
        }
        job.answer(.cancelled)
    }

    private func startThoseWhoseTurnItIs() {
        while let id = turns.next() {
            if let job = jobs[id] { start(job) } else { leave(id) }
        }
    }

    private func start(_ job: FetchLoop.Job) {
        guard let transfer = Transfer(job.journey, settings: settings, authoritiesFile: authoritiesFile),
            curl_multi_add_handle(multi, transfer.easy) == CURLM_OK
        else { return finish(job, .cancelled) }
        transfers[transfer.easy] = (transfer, job.id)
        handles[job.id] = transfer.easy
    }

    private func takeEnded() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
                let (transfer, id) = transfers[easy], var job = jobs[id]
            else { continue }
            let report = transfer.report(message.pointee.data.result)
            drop(easy)
            switch job.journey.record(report) {
            case .visit:
                jobs[id] = job
                start(job)
            case .end(let result):
                finish(job, result)
            }
        }
    }

    private func drop(_ easy: UnsafeMutableRawPointer) {
        curl_multi_remove_handle(multi, easy)
        if let (_, id) = transfers.removeValue(forKey: easy) { handles[id] = nil }
    }

    private func finish(_ job: FetchLoop.Job, _ result: FetchResult) {
        jobs[job.id] = nil
        leave(job.id)
        job.answer(result)
    }

    private func leave(_ id: UInt64) {
        if let host = places.removeValue(forKey: id) { turns.finish(host: host) }
    }
}
