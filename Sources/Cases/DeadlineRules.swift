package import Language
package import Timekeeping

/// How long a case may take, and what says so.
package struct DeadlineRule: Hashable, Sendable {
    /// Whether a provision gives the time itself, or the province chose it and should confirm it.
    package enum Basis: String, Hashable, Sendable {
        case law, setting

        package var text: Text {
            switch self {
            case .law: .Case.basisLaw
            case .setting: .Case.basisSetting
            }
        }
    }

    package var allowance: Allowance
    package var basis: Basis
    package var ground: LegalGround

    package init(allowance: Allowance, basis: Basis, ground: LegalGround) {
        self.allowance = allowance
        self.basis = basis
        self.ground = ground
    }
}

/// The table of deadlines: one rule for each kind and severity.
package struct DeadlineRules: Hashable, Sendable {
    package struct Key: Hashable, Sendable {
        package var kind: CaseKind
        package var severity: CaseSeverity
    }

    /// Which line of a table cannot be read.
    package struct TableError: Error, Hashable, Sendable {
        package enum Problem: Error, Hashable, Sendable {
            case fiveWordsWanted, unknownKind, unknownSeverity, notATime, unknownBasis, unknownGround,
                ruleTwice
        }
        package var line: Int
        package var problem: Problem
    }

    private var rules: [Key: DeadlineRule] = [:]

    /// Reads lines such as `website critical 24h setting nd-147-2024-art-23`; `#` begins a remark.
    package init(table: String) throws(TableError) {
        let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let words = line.split(separator: " ").map(String.init)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            do throws(TableError.Problem) { try read(words) } catch {
                throw TableError(line: index + 1, problem: error)
            }
        }
    }

    private mutating func read(_ words: [String]) throws(TableError.Problem) {
        guard words.count == 5 else { throw .fiveWordsWanted }
        guard let kind = CaseKind(rawValue: words[0]) else { throw .unknownKind }
        guard let severity = CaseSeverity(code: words[1]) else { throw .unknownSeverity }
        guard let allowance = Allowance(code: words[2]) else { throw .notATime }
        guard let basis = DeadlineRule.Basis(rawValue: words[3]) else { throw .unknownBasis }
        guard let ground = LegalGround(rawValue: words[4]) else { throw .unknownGround }
        let rule = DeadlineRule(allowance: allowance, basis: basis, ground: ground)
        guard rules.updateValue(rule, forKey: Key(kind: kind, severity: severity)) == nil else {
            throw .ruleTwice
        }
    }

    /// The rule for a kind and severity; what no table names gets the province's own three working days.
    package subscript(kind kind: CaseKind, severity severity: CaseSeverity) -> DeadlineRule {
        rules[Key(kind: kind, severity: severity)]
            ?? DeadlineRule(allowance: .workingDays(3), basis: .setting, ground: .provincesRule)
    }

    /// How many rules the table names.
    package var count: Int { rules.count }

    /// Rules of `other` replace those for the same kind and severity, as settings replace what is shipped.
    package func replacing(with other: Self) -> Self {
        var merged = self
        merged.rules.merge(other.rules) { $1 }
        return merged
    }

    /// The shipped table; a test reads it and counts its rules.
    package static let byDefault = (try? Self(table: shipped)) ?? Self(rules: [:])

    private init(rules: [Key: DeadlineRule]) { self.rules = rules }

    /// Kind, severity, time (h hours, d days, w working days), who says so, ground.
    ///
    /// `law`: the provision gives this time. `setting`: it does not; the time is a default that the province should
    /// confirm or replace. Decree 147/2024 gives its 24 hours to cross-border providers; for a state site that shows
    /// harmful content no text read so far gives a time, so the same 24 hours stand as a setting.
    static let shipped = """
        website critical 24h setting nd-147-2024-art-23
        website serious 5d law qd-05-2017-art-11-1-a
        website attention 5w setting nd-42-2022-art-4
        website information 10w setting nd-42-2022-art-4
        audit critical 3w setting province-rule
        audit serious 5w setting province-rule
        audit attention 10w setting province-rule
        audit information 15w setting province-rule
        task critical 2w setting province-rule
        task serious 5w setting province-rule
        task attention 10w setting province-rule
        task information 15w setting province-rule
        other critical 3w setting province-rule
        other serious 5w setting province-rule
        other attention 10w setting province-rule
        other information 15w setting province-rule
        """
}
