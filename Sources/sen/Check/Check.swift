import ArgumentParser
import Foundation
import InternetAddresses
import Language
import Timekeeping
import WebFetch
import WebWatch

/// `sen check`: one website's report, without a server and without a registry.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Spoken.text(.checkAbstract),
        discussion: Spoken.text(.checkDiscussion)
    )

    @Argument(help: Spoken.help(.checkURLHelp, value: "URL")) var url: String
    @Flag(name: .customLong("json"), help: Spoken.help(.checkJSONHelp)) var isJSON = false
    @Flag(name: .customLong("quick"), help: Spoken.help(.checkQuickHelp)) var isQuick = false
    @Option(
        name: .customLong("baseline"),
        help: Spoken.help(.checkBaselineHelp, value: "FILE"),
        completion: .file(extensions: ["json"])
    )
    var baselinePath: String?
    @Option(
        name: .customLong("save-baseline"),
        help: Spoken.help(.checkSaveBaselineHelp, value: "FILE"),
        completion: .file(extensions: ["json"])
    )
    var savedBaselinePath: String?
    @Option(name: .customLong("allow-range"), help: Spoken.help(.checkAllowRangeHelp, value: "CIDR"))
    var allowedRanges: [String] = []

    /// With the scheme that is left out by hand.
    private var address: String { url.contains("://") ? url : "https://\(url)" }

    func validate() throws {
        for range in allowedRanges where AddressRange(range) == nil {
            throw ValidationError(Spoken.text(.checkNoRange(range)))
        }
        if isQuick, baselinePath != nil || savedBaselinePath != nil {
            throw ValidationError(Spoken.text(.checkQuickHasNoBaseline))
        }
    }

    func run() async throws {
        do {
            let baseline = try baselinePath.map { try BaselineFile(path: $0).read(for: address) }
            let report = SiteReport(try await visit(), baseline: baseline)
            try show(report)
            try save(report)
            throw ExitCode(report.verdict.exitCode)
        } catch let problem as BaselineFile.Problem {
            Terminal.error.write(Spoken.text(problem.text) + "\n")
            throw ExitCode(SiteReport.Verdict.notChecked.exitCode)
        }
    }

    private func visit() async throws -> SiteVisit {
        var settings = FetchSettings()
        settings.allowedRanges = allowedRanges.compactMap(AddressRange.init)
        let fetcher = try CurlFetcher(settings)
        defer { fetcher.close() }
        let line = ProgressLine()
        defer { line.clear() }
        let visitor = SiteVisitor(
            fetcher: fetcher,
            clock: World.clock,
            thoroughness: .single,
            progress: { step in line.say(Spoken.text(step.text)) }
        )
        let needsResources = baselinePath != nil || savedBaselinePath != nil
        return await visitor.visit(address, isQuick ? .light : .deep, withResources: needsResources)
    }

    private func show(_ report: SiteReport) throws {
        if isJSON {
            return Terminal.output.write(try SiteReportJSON(report, language: Spoken.language).text())
        }
        let zone = CivilCalendar(timeZone: TimeZone(identifier: "Asia/Ho_Chi_Minh") ?? .gmt)
        let text = SiteReportText(
            report: report,
            style: TerminalText(hasColour: Terminal.output.hasColour),
            formatting: Formatting(language: Spoken.language, calendar: zone),
            language: Spoken.language
        )
        Terminal.output.write(text.text())
    }

    private func save(_ report: SiteReport) throws {
        guard let savedBaselinePath else { return }
        guard let baseline = report.visit.baseline else {
            throw BaselineFile.Problem(text: .checkNothingToSave)
        }
        try BaselineFile(path: savedBaselinePath).write(baseline, of: address)
        let saved = Text.checkBaselineSaved(savedBaselinePath, isClean: report.verdict != .serious)
        Terminal.error.write(Spoken.text(saved) + "\n")
    }
}

extension SiteVisitor.Step {
    fileprivate var text: Text {
        switch self {
        case .attempt(let number): .checkStepAttempt(number)
        case .otherVisitors: .checkStepOtherVisitors
        case .sitemap: .checkStepSitemap
        case .resources: .checkStepResources
        }
    }
}
