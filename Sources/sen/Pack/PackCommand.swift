import ArgumentParser
import Datasets
import Language
import Places

/// `sen pack`: sectors, each declared in one file.
struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: Spoken.text(.Pack.abstract),
        discussion: Spoken.text(.Pack.discussion),
        subcommands: [PackList.self, PackTest.self, PackDiff.self, PackApply.self]
    )
}

/// `sen pack list`: the packs that ship with the program.
struct PackList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Spoken.text(.Pack.listAbstract)
    )

    func run() async throws {
        for name in ShippedPacks.names {
            let pack = try Pack.read(name)
            Spoken.say(.Pack.listLine(name, pack.title(Spoken.language), datasets: pack.datasets.count))
        }
    }
}

/// `sen pack test`: a pack by itself, without an installation.
struct PackTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: Spoken.text(.Pack.testAbstract),
        discussion: Spoken.text(.Pack.testDiscussion)
    )
    @Argument(
        help: Spoken.help(.Pack.fileHelp, value: "FILE"),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var file: String

    func run() async throws {
        let pack = try Pack.read(file)
        let trial = try await Ending.told {
            PackTrial(
                pack,
                trees: UnitTrees(try ReferenceProvince.load().history),
                today: World.today,
                calendar: World.civilCalendar
            )
        }
        for fault in trial.faults {
            let sentence = "\(Spoken.text(fault.place)): \(Spoken.text(fault.what))"
            Terminal.output.write(TerminalText.harmless(sentence) + "\n")
        }
        Ending.complain(
            Spoken.text(
                .Pack.testSums(
                    datasets: pack.datasets.count,
                    records: trial.records,
                    examples: trial.examples,
                    faults: trial.faults.count
                )
            )
        )
        guard trial.faults.isEmpty else { throw Ending.doesNotFit }
    }
}

/// `sen pack diff`: what applying a pack would do.
struct PackDiff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: Spoken.text(.Pack.diffAbstract),
        discussion: Spoken.text(.Pack.diffDiscussion)
    )
    @Argument(
        help: Spoken.help(.Pack.fileHelp, value: "FILE"),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var file: String
    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let pack = try Pack.read(file)
        let plan = try await installation.look { installation in
            try await PackPlan(pack, for: installation.datasets)
        }
        PackPlanPrinter().show(plan)
        guard !plan.isChange else { throw Ending.doesNotFit }
    }
}

/// `sen pack apply`: declares what is new and changes what is declared differently.
struct PackApply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: Spoken.text(.Pack.applyAbstract),
        discussion: Spoken.text(.Pack.applyDiscussion)
    )
    @Argument(
        help: Spoken.help(.Pack.fileHelp, value: "FILE"),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var file: String
    @Flag(help: Spoken.help(.Pack.demoHelp)) var demo = false
    @Flag(name: .customLong("accept-breaks"), help: Spoken.help(.Pack.acceptHelp)) var acceptsBreaks = false
    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let pack = try Pack.read(file)
        let breaking: BreakingChange = acceptsBreaks ? .accept : .refuse
        let wasApplied = try await installation.change { installation in
            let store = installation.datasets
            let plan = try await PackPlan(pack, for: store)
            PackPlanPrinter().show(plan)
            guard plan.canApply(breaking) else { return false }
            let top = installation.top()
            try await plan.apply(to: store, breaking, by: installation.permit(on: top))
            if demo {
                let demo = PackDemo(pack: pack, store: store, permit: installation.permit(on: top))
                for (dataset, records) in try await demo.load() {
                    Spoken.say(.Pack.demoLoaded(dataset.rawValue, records))
                }
            }
            return true
        }
        guard wasApplied else {
            Ending.complain(Spoken.text(.Pack.notApplied))
            throw Ending.doesNotFit
        }
        Ending.complain(Spoken.text(.Pack.applied(pack.name, pack.version)))
    }
}

/// A plan as a person reads it.
struct PackPlanPrinter {
    /// Keys of one place that are named; the report has more.
    private static let examplesMax = 3

    func show(_ plan: PackPlan) {
        for (declaration, step) in plan.steps {
            line(.Pack.step(declaration.dataset.id.rawValue, text(of: step)))
            if case .change(_, let report) = step { show(report) }
        }
    }

    private func text(of step: PackPlan.Step) -> Text {
        switch step {
        case .declare: .Pack.stepNew
        case .leave: .Pack.stepSame
        case .refuse(let error): .Pack.stepRefused(error.text)
        case .change(let version, _): .Pack.stepChanged(from: version)
        }
    }

    private func show(_ report: SchemaChangeReport) {
        for change in report.structure { line(.Pack.indented(text(of: change))) }
        if report.changesSchema { line(.Pack.indented(.Pack.schemaChanged)) }
        guard report.brokenRecords > 0 else { return }
        line(.Pack.indented(.Pack.broken(report.brokenRecords, of: report.records)))
        for broken in report.breaks {
            let keys = broken.examples.prefix(Self.examplesMax).map(\.text)
            line(.Pack.indented(.Pack.brokenPlace(broken.pointer, broken.records, broken.text, keys)))
        }
        if report.hasMore { line(.Pack.indented(.Pack.brokenMore)) }
    }

    private func text(of change: StructureChange) -> Text {
        switch change {
        case .fieldAdded(let path): .Pack.fieldAdded(path.text)
        case .fieldRemoved(let path): .Pack.fieldRemoved(path.text)
        case .indexChanged(let path, _, let index): .Pack.indexChanged(path.text, index?.rawValue)
        case .sumChanged(let path, _, let decimals): .Pack.sumChanged(path.text, decimals)
        }
    }

    private func line(_ text: Text) { Terminal.output.write(TerminalText.harmless(Spoken.text(text)) + "\n") }
}
