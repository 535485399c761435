/// Which site changes how, and when: a plain value, the same in every run.
package struct BreakingSchedule: Hashable, Sendable {
    package enum Event: Hashable, Sendable {
        case attack(Attack)
        case edit(HarmlessEdit)
    }

    package struct Step: Hashable, Sendable {
        /// Seconds after the start.
        package let second: Int
        package let host: String
        package let event: Event
    }

    /// In order of time.
    package let steps: [Step]

    /// Seconds in which the watch can see everything healthy once.
    package static let firstSecond = 12
    /// Seconds from one event to the next: with all attacks and edits the last comes before two minutes are over.
    package static let paceDefault = 3
    /// Seconds within which a lab of the default pace has shown everything.
    package static let secondsMax = 120

    package static let nothing = BreakingSchedule(steps: [])

    init(steps: [Step]) { self.steps = steps }

    /// Gives each attack a site, and harmless edits to some of the rest; a third stays for edits and for peace.
    package init(_ sites: [LabSite], pace: Int) {
        guard pace > 0 else {
            self = .nothing
            return
        }
        var dice = Dice("schedule")
        let hosts = sites.map(\.host).shuffled(using: &dice)
        let attacked = min(Attack.allCases.count, hosts.count - hosts.count / 3)
        let attacks = zip(hosts, Attack.allCases.prefix(attacked)).map { ($0, Event.attack($1)) }
        let edits = zip(hosts.dropFirst(attacked), HarmlessEdit.allCases).map { ($0, Event.edit($1)) }
        steps = Self.mixed(attacks, edits).enumerated().map { number, change in
            Step(second: Self.firstSecond + number * pace, host: change.0, event: change.1)
        }
    }

    /// An edit after every few attacks, the rest at the end.
    private static func mixed(_ attacks: [(String, Event)], _ edits: [(String, Event)]) -> [(String, Event)] {
        var edits = edits[...]
        var all: [(String, Event)] = []
        for (number, attack) in attacks.enumerated() {
            all.append(attack)
            if number % 4 == 3, let edit = edits.popFirst() { all.append(edit) }
        }
        return all + edits
    }
}
