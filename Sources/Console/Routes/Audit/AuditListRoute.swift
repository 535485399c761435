import Access
import AuditLog
import Cases
import Database
import Hummingbird
import Identity
import Language
import Places
import Serving

/// `GET /audit`: what was done in the reader's units, the newest first.
struct AuditListRoute: Sendable {
    let house: ConsoleHouse

    private static let rowsMax = 50
    /// The kinds of things that entries are about.
    private static let subjectKinds = ["case", "website", "unit", "account", "key"]

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let scope = try house.auditScope(of: visitor)
        let query = query(of: request)
        let filter = try await filter(of: query, scope, visitor)
        let cursor = request.uri.queryParameters.get("cursor").flatMap { Int64($0) }
        let (log, database) = (house.audit.log, house.audit.database)
        let (page, newest) = try await database.read(throwing: AuditErrorCode.self) { transaction in
            (
                try log.page(matching: filter, before: cursor, countMax: Self.rowsMax, in: transaction),
                try log.newestCheckpoint(in: transaction)
            )
        }
        let words = AuditWords(house: house, visitor: visitor)
        var rows: [AuditModel.Row] = []
        for entry in page.entries { rows.append(await words.row(entry)) }
        let model = AuditModel(
            rows: rows,
            checkpoint: newest.map { AuditModel.Checkpoint($0) },
            query: query,
            next: page.next.map { String($0) },
            filters: filters(visitor, context.language)
        )
        return .page(AuditView.document(model, in: await house.frame(for: request, context)))
    }

    private func query(of request: Request) -> ListQuery {
        let given = request.uri.queryParameters
        return ListQuery(
            path: ConsolePath.audit,
            search: given.get("q") ?? "",
            filters: [("kind", given.get("kind") ?? ""), ("unit", given.get("unit") ?? "")]
        )
    }

    private func filters(_ visitor: Visitor, _ language: Language) -> [ListFilter] {
        let kinds = Self.subjectKinds.map { kind in
            (value: kind, label: Text.Audit.subjectKind(kind) ?? .Audit.otherAction)
        }
        let units = house.reach(of: visitor, to: ReadAudit.self).map { unit in
            (value: unit.id, label: Text.name(unit.name))
        }
        return [
            ListFilter(name: "kind", label: .subject, options: kinds),
            ListFilter(name: "unit", label: .unit, options: units),
        ]
    }

    private func filter(
        of query: ListQuery,
        _ scope: UnitScope,
        _ visitor: Visitor
    ) async throws -> EntryFilter {
        var filter = EntryFilter()
        filter.scope = scope.condition(on: "unit_id")
        for (name, value) in query.filters where !value.isEmpty {
            if name == "kind" {
                filter.subjectKind = value
            } else {
                let below = house.tree().subtree(of: Places.Unit.ID(rawValue: value)).filter(scope.contains)
                filter.scope = UnitScope.units(Set(below)).condition(on: "unit_id")
            }
        }
        await narrow(&filter, to: query.search.filter { !$0.isWhitespace }, visitor)
        return filter
    }

    /// One word says who did it, what was done or to what.
    ///
    /// It is an account's name, an action's code, a case's number or an id.
    private func narrow(_ filter: inout EntryFilter, to word: String, _ visitor: Visitor) async {
        guard !word.isEmpty else { return }
        if let actor = Actor(code: word) {
            filter.actor = actor
        } else if let number = CaseNumber(word) {
            filter.subjectKind = "case"
            let found = try? await house.cases.find(number, within: .everything)
            filter.subjectID = found?.id.description ?? word
        } else if let account = await account(named: word, visitor) {
            filter.actor = .account(account.id.uuid)
        } else if Text.Audit.action(word) != nil {
            filter.action = word
        } else {
            filter.subjectID = word
        }
    }

    private func account(named word: String, _ visitor: Visitor) async -> Account? {
        guard let name = SignInName(word) else { return nil }
        let scope = house.access.scope(of: visitor.principal, to: ReadAccounts.self)
        return try? await house.identity.accounts.find(name, within: scope)
    }
}

extension AuditModel.Checkpoint {
    init(_ newest: NewestCheckpoint) {
        self.init(
            size: Int(clamping: newest.checkpoint.size),
            root: newest.checkpoint.rootText,
            at: newest.signedAt,
            signer: newest.checkpoint.origin
        )
    }
}
