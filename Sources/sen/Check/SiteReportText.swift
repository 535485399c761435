import Foundation
import Language
import Timekeeping
import WebWatch

/// The report as a person reads it.
struct SiteReportText {
    let report: SiteReport
    let style: TerminalText
    let formatting: Formatting
    let language: Language

    /// The whole report, with a line end after each line.
    func text() -> String {
        var lines = [heading, verdict, ""] + facts
        for (number, finding) in report.findings.enumerated() {
            lines += [""] + self.lines(of: finding, number: number + 1)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func say(_ text: Text) -> String { text(language) }

    private var heading: String {
        let time = formatting.dateTime(report.visit.startedAt)
        return say(.checkHeading(TerminalText.harmless(report.visit.url), time))
    }

    private var verdict: String {
        let counts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = report.findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(formatting.number(count)) \(say(severity.name).lowercased())"
        }
        let found = counts.isEmpty ? say(.checkNothingFound) : counts.joined(separator: ", ")
        return style.styled(say(report.verdict.name), report.verdict.style) + " — " + found
    }
}

// MARK: What was seen

extension SiteReportText {
    private var facts: [String] {
        var lines = [row(.checkAnswer, answer)]
        if let failure = report.visit.visitor.result.failure {
            lines += [note(failure.text)] + advice(for: failure).map(note)
        }
        if report.isRefusedByFirewall { lines.append(note(.checkRefusedByFirewall)) }
        if let timing { lines.append(row(.checkTiming, timing)) }
        if let certificate { lines.append(row(.checkCertificate, certificate)) }
        if !report.visit.others.isEmpty { lines.append(row(.checkVisitors, visitors)) }
        if report.visit.depth == .deep, report.visit.visitor.facts != nil {
            let count = report.visit.sitemap.map { say(.checkSitemapPages(formatting.number($0.count))) }
            lines.append(row(.checkSitemap, count ?? say(.checkNoSitemap)))
        }
        if let taken = report.baselineTakenAt {
            lines.append(row(.checkBaseline, formatting.dateTime(taken)))
        }
        return lines
    }

    private func row(_ label: Text, _ value: String) -> String {
        let width = 14
        let padding = String(repeating: " ", count: max(1, width - say(label).count))
        return "  " + style.styled(say(label), .dim) + padding + value
    }

    private func note(_ text: Text) -> String { "  " + say(text) }

    private func advice(for failure: FetchFailure) -> [Text] {
        guard case .addressRefused(let address, _) = failure else { return [] }
        return [.checkAllowRange(address)]
    }

    private var answer: String {
        let result = report.visit.visitor.result
        guard let answer = result.answer else {
            return say(.checkNoAnswer(cause(of: result.failure), attempts: report.visit.attemptsCount))
        }
        let address = result.connectedAddress.map { say(.checkFromAddress($0)) } ?? ""
        return "\(answer.status) \(TerminalText.harmless(answer.finalURL)) \(address)"
    }

    /// The code, and what the library below said about it.
    private func cause(of failure: FetchFailure?) -> String {
        guard let failure else { return "" }
        let detail = TerminalText.harmless(Evidence.cut(failure.detail))
        return detail.isEmpty ? failure.code : "\(failure.code): \(detail)"
    }

    private var timing: String? {
        let result = report.visit.visitor.result
        guard result.answer != nil else { return nil }
        let timing = result.timing
        let stages: [(Text, Int64)] = [
            (.checkStageDNS, timing.dnsMicroseconds), (.checkStageConnect, timing.connectMicroseconds),
            (.checkStageTLS, timing.tlsMicroseconds), (.checkStageFirstByte, timing.firstByteMicroseconds),
        ]
        let named = stages.filter { $0.1 > 0 }.map { "\(say($0)) \(time($1))" }
        return "\(time(timing.totalMicroseconds)) (\(named.joined(separator: ", ")))"
    }

    private func time(_ microseconds: Int64) -> String {
        formatting.responseTime(.microseconds(microseconds))
    }

    private var certificate: String? {
        guard let certificate = report.visit.visitor.result.certificate else { return nil }
        let issuer = TerminalText.harmless(certificate.issuer)
        guard let days = certificate.daysLeft(at: report.visit.startedAt) else { return issuer }
        return say(.checkCertificateDays(formatting.number(days), issuer: issuer))
    }

    private var visitors: String {
        ([report.visit.visitor] + report.visit.others).map { page in
            let outcome = page.result.answer.map { String($0.status) } ?? page.result.failure?.code ?? ""
            return "\(say(page.identity.name)) \(outcome)"
        }.joined(separator: " · ")
    }
}

// MARK: Findings

extension SiteReportText {
    private func lines(of finding: Finding, number: Int) -> [String] {
        let title = "\(say(finding.severity.name)): \(say(finding.kind.name)) (\(finding.kind.rawValue))"
        return [
            "\(number). " + style.styled(title, finding.severity.style),
            "   " + say(finding.kind.explanation),
        ]
            + ["   \(say(.checkPage)): \(TerminalText.harmless(finding.url))"]
            + finding.evidence.flatMap(lines)
            + ["   " + style.styled("\(say(.checkDo)): ", .bold) + say(finding.kind.advice)]
    }

    private func lines(of evidence: Evidence) -> [String] {
        let place = evidence.place.isEmpty ? "" : " — \(TerminalText.harmless(evidence.place))"
        let reason = "   • \(TerminalText.harmless(say(evidence.text)))\(place)"
        guard !evidence.quote.isEmpty else { return [reason] }
        return [reason, "     “" + style.styled(TerminalText.harmless(evidence.quote), .cyan) + "”"]
    }
}

extension SiteReport.Verdict {
    var name: Text {
        switch self {
        case .fine: .checkFine
        case .attention: .checkNeedsAttention
        case .serious: .checkSerious
        case .notChecked: .checkNotChecked
        }
    }

    var style: TerminalStyle {
        switch self {
        case .fine: .green
        case .attention, .notChecked: .yellow
        case .serious: .red
        }
    }
}

extension Severity {
    fileprivate var style: TerminalStyle {
        switch self {
        case .information: .bold
        case .attention: .yellow
        case .serious, .critical: .red
        }
    }
}
