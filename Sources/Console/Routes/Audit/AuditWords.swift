import Access
import AuditLog
import Cases
import Database
import Identity
import Language
import Places
import Serving
import WebWatch

/// What an entry says, in words for the reader.
struct AuditWords: Sendable {
    let house: ConsoleHouse
    let visitor: Visitor

    func row(_ stored: StoredEntry) async -> AuditModel.Row {
        let entry = stored.entry
        return AuditModel.Row(
            id: Int(clamping: stored.id),
            leaf: stored.leafIndex.map { Int(clamping: $0) },
            at: entry.at,
            actor: (await name(of: entry.actor), entry.actor),
            action: .Audit.action(entry.action) ?? .Audit.otherAction,
            actionCode: entry.action,
            subject: await subject(entry.subject),
            isErased: stored.content == nil
        )
    }

    private func name(of code: String) async -> String {
        guard let actor = Actor(code: code) else { return code }
        return await house.name(actor)
    }

    /// The name of the thing, as far as the reader may see it, and its page.
    private func subject(_ subject: AuditSubject) async -> (name: String, href: String?) {
        switch subject.kind {
        case "case": await theCase(subject.id)
        case "website": await website(subject.id)
        case "unit": (house.unitName(subject.id), ConsolePath.unit(subject.id))
        case "account": await account(subject.id)
        case "key": (await key(subject.id), ConsolePath.keys)
        default: ("\(subject.kind) \(subject.id)", nil)
        }
    }

    private func theCase(_ id: String) async -> (name: String, href: String?) {
        let scope = house.access.scope(of: visitor.principal, to: ReadCase.self)
        guard let id = Case.ID(id), let it = try? await house.cases.find(id, within: scope) else {
            return (id, nil)
        }
        return (it.number.description, ConsolePath.case(id.description))
    }

    private func website(_ id: String) async -> (name: String, href: String?) {
        let scope = house.access.scope(of: visitor.principal, to: ReadWebsite.self)
        guard let website = Website.ID(id),
            let it = try? await house.watch.websites.find(website, within: scope)
        else { return (id, nil) }
        return (it.website.details.name, ConsolePath.website(id))
    }

    private func account(_ id: String) async -> (name: String, href: String?) {
        guard let uuid = Account.ID(id)?.uuid else { return (id, nil) }
        return (await house.name(.account(uuid)), ConsolePath.account(id))
    }

    private func key(_ id: String) async -> String {
        guard let uuid = APIKey.ID(id)?.uuid else { return id }
        return await house.name(.key(uuid))
    }
}
