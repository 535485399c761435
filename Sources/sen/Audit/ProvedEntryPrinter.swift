import AuditLog
import Cases
import Foundation
import Language
import Timekeeping

/// One line for each entry that a receipt proves.
struct ProvedEntryPrinter {
    let language: Language

    func line(_ proved: ProvedEntry) -> String {
        let entry = proved.entry
        let format = Formatting(language: language, calendar: World.civilCalendar)
        let parts = [
            Text.Audit.leaf(String(proved.leafIndex))(language),
            format.dateTime(entry.at),
            actor(entry.actor),
            "\(action(entry.action)) (\(Printable.text(entry.action)))",
            Self.named(entry.subject, language),
            entry.unit.map { Text.Audit.unit(Printable.text($0))(language) },
            state(proved),
        ]
        return parts.compactMap { $0 }.joined(separator: " · ")
    }

    /// `hồ sơ 018f…`, `website 018f…`.
    static func named(_ subject: AuditSubject, _ language: Language) -> String {
        let kind = Text.Audit.subjectKind(subject.kind).map { $0(language) } ?? Printable.text(subject.kind)
        return "\(kind) \(Printable.text(subject.id))"
    }

    private func actor(_ code: String) -> String {
        guard let actor = Actor(code: code) else { return Printable.text(code) }
        let name = Printable.text(actor.name)
        return switch actor.kind {
        case .account: Text.Audit.actorAccount(name)(language)
        case .key: Text.Audit.actorKey(name)(language)
        case .system: Text.Audit.actorSystem(name)(language)
        }
    }

    private func action(_ code: String) -> String {
        Text.Audit.action(code)?(language) ?? Text.Audit.otherAction(language)
    }

    /// What the opened content says: for a case its state and title, for others that it is proved.
    private func state(_ proved: ProvedEntry) -> String {
        guard let content = proved.content else { return Text.Audit.contentErased(language) }
        guard proved.entry.subject.kind == "case",
            let it = try? JSONDecoder().decode(
                CaseContent.self,
                from: Data(content)
            )
        else { return Text.Audit.contentProved(language) }
        let number = CaseNumber(year: it.year, count: it.count).description
        let state = CaseState.Kind(rawValue: it.state)?.text(language) ?? Printable.text(it.state)
        return "\(number), \(state): “\(Printable.text(it.title))”"
    }

    /// The part of a case's content that a line has room for.
    private struct CaseContent: Decodable {
        let year, count: Int
        let state, title: String
    }
}

/// Makes text from a file fit for a terminal.
enum Printable {
    /// The text without control characters, which could move the cursor over what was printed, and without marks that
    /// turn the direction of writing.
    static func text(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !isUnwanted($0) }))
    }

    private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
        [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }
}
