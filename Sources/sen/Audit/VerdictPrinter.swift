import AuditLog
import Cryptography
import Language

/// Says what the verifier found, and what to do about it.
struct VerdictPrinter {
    let language: Language

    func allFits(_ verdict: AuditVerdict) -> String {
        let found = Text.Audit.allFits(
            entries: Spoken.number(verdict.entryCount),
            checkpoints: Spoken.number(UInt64(verdict.checkpointCount)),
            root: BaseCoding.base64.encode(verdict.root)
        )
        return found(language)
    }

    /// Several lines: where, what, the stable code, what to do.
    func doesNotFit(_ problem: AuditProblem) -> String {
        "\(place(of: problem))\n\(Text.Audit.whatToDo(language))"
    }

    /// Where the first misfit is, what it is, and its stable code.
    func place(of problem: AuditProblem) -> String {
        let place = Text.Audit.firstMisfit(
            leaf: problem.leafIndex.map { String($0) },
            entry: problem.entryID.map { String($0) },
            subject: problem.subject.map { ProvedEntryPrinter.named($0, language) }
        )
        return "\(place(language))\n  \(problem.text(language)) (\(problem.code.rawValue))"
    }
}
