import Timekeeping
import WebWatch

/// One website's report: what was seen, what is wrong with it, and how it ends.
struct SiteReport: Sendable {
    /// What the check comes to; the raw value is part of the JSON.
    enum Verdict: String, CaseIterable, Sendable {
        case fine
        case attention
        case serious
        /// Nothing can be said about the website.
        case notChecked = "not-checked"

        /// The exit codes that the help text promises.
        var exitCode: Int32 {
            switch self {
            case .fine: 0
            case .attention: 1
            case .serious: 2
            case .notChecked: 3
            }
        }
    }

    let visit: SiteVisit
    let findings: [Finding]
    /// When the baseline that it was compared with was taken.
    let baselineTakenAt: Instant?

    init(_ visit: SiteVisit, baseline: Baseline?, settings: CheckSettings = CheckSettings()) {
        self.visit = visit
        findings = SiteJudgement(visit: visit, baseline: baseline, settings: settings).findings()
        baselineTakenAt = baseline?.takenAt
    }

    var verdict: Verdict {
        switch findings.map(\.severity).max() {
        case .critical, .serious: .serious
        case .attention: isUnchecked ? .notChecked : .attention
        case .information, nil: isUnchecked ? .notChecked : .fine
        }
    }

    /// The watch did not ask the website at all, or a firewall kept its content from the watch.
    private var isUnchecked: Bool {
        let result = visit.visitor.result
        return Reachability(result) == .unknown || result.failure != nil && findings.isEmpty
            || isRefusedByFirewall
    }

    /// People may get in where robots are refused.
    var isRefusedByFirewall: Bool {
        visit.visitor.result.answer.map { [401, 403, 406, 429].contains($0.status) } ?? false
    }
}
