import Datasets
import Language
import Places
import Timekeeping

/// A pack tried without an installation.
struct PackTrial {
    /// One thing that is not as the pack says.
    struct Fault: Hashable {
        /// Such as `bts-station, demo 12`.
        let place: Text
        let what: Text
    }

    private(set) var records = 0
    private(set) var examples = 0
    private(set) var faults: [Fault] = []

    private let trees: UnitTrees
    private let today: Day
    private let calendar: CivilCalendar
    private var intakes: [Dataset.ID: RecordIntake] = [:]

    /// Tries `pack` with the units of `trees`.
    init(_ pack: Pack, trees: UnitTrees, today: Day, calendar: CivilCalendar) {
        self.trees = trees
        self.today = today
        self.calendar = calendar
        for declaration in pack.datasets { look(at: declaration) }
        for example in pack.examples { check(example) }
        for (dataset, records) in pack.demo { tryDemo(records, of: dataset) }
    }

    private mutating func look(at declaration: DatasetDeclaration) {
        let dataset = declaration.dataset
        if trees.tree(on: today).unit(dataset.owner) == nil {
            add(.plain(dataset.id.rawValue), .Pack.noSuchOwner(dataset.owner.rawValue))
        }
        intakes[dataset.id] = RecordIntake(
            StoredDataset(unsaved: declaration),
            trees: trees,
            today: today,
            calendar: calendar,
            isCorrection: true
        ) { _ in true }
    }

    private mutating func check(_ example: Pack.Example) {
        examples += 1
        let place = Text.Pack.examplePlace(example.dataset.rawValue, examples)
        let problem = problem(of: example.record, in: example.dataset)
        switch (problem, example.isValid) {
        case (nil, false): add(place, .Pack.shouldNotFit)
        case (let problem?, true): add(place, problem.text)
        case (let problem?, false):
            guard let wanted = example.place, !problem.issues.contains(where: { $0.pointer == wanted }) else {
                return
            }
            add(place, .Pack.refusedElsewhere(wanted, problem.text))
        case (nil, true): break
        }
    }

    private mutating func tryDemo(_ list: [[UInt8]], of dataset: Dataset.ID) {
        var numbers: [RecordKey: Int] = [:]
        for (index, record) in list.enumerated() {
            records += 1
            let place = Text.Pack.demoPlace(dataset.rawValue, index + 1)
            do throws(RecordProblem) {
                guard let key = try intakes[dataset]?.take(record).key else { continue }
                if let other = numbers.updateValue(index + 1, forKey: key) {
                    add(place, .Pack.keyTwice(key.text, other))
                }
            } catch { add(place, error.text) }
        }
    }

    private func problem(of record: [UInt8], in dataset: Dataset.ID) -> RecordProblem? {
        do throws(RecordProblem) {
            _ = try intakes[dataset]?.take(record)
            return nil
        } catch { return error }
    }

    private mutating func add(_ place: Text, _ what: Text) { faults.append(Fault(place: place, what: what)) }
}
