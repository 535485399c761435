import Access
import AuditLog
import Cases
import Database
package import Hummingbird
import Language
import Places
package import Serving

/// The audit log of the reader's units, each entry with its proof, and a case's receipt.
package struct AuditRoutes: Sendable {
    private let house: ConsoleHouse
    private let list: AuditListRoute
    private let one: AuditEntryRoute

    package init(_ house: ConsoleHouse) {
        self.house = house
        list = AuditListRoute(house: house)
        one = AuditEntryRoute(house: house)
    }

    package func add(to router: Router<SenContext>) {
        router.get("/audit", use: list.show)
        router.get("/audit/:id", use: one.show)
        router.get("/audit/:id/proof", use: one.download)
        router.get("/cases/:id/receipt", use: receipt)
    }

    /// Everything that happened to a case and to what it is about: the file that `sen audit check` verifies.
    private func receipt(_ request: Request, _ context: SenContext) async throws -> Response {
        let it = try await CasePageRoute(house: house).find(context)
        let subjects = [
            AuditSubject(kind: "case", id: it.id.description),
            AuditSubject(kind: it.subject.kind, id: it.subject.id),
        ]
        let receipt = try await house.audit.database.read(throwing: AuditErrorCode.self) {
            [key = house.audit.key] in try Receipt.prove(subjects, key: key, in: $0)
        }
        return .receipt(receipt, named: it.number.description)
    }
}

extension Response {
    /// A receipt as a file to keep.
    static func receipt(_ receipt: Receipt, named name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/json",
                .contentDisposition: "attachment; filename=\"\(ConsolePath.encoded(name)).receipt.json\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: receipt.json + [0x0a]))
        )
    }
}

extension ConsoleHouse {
    /// The units whose entries the reader may see.
    ///
    /// - Throws: `.forbidden` for who may read no part of the log.
    func auditScope(of visitor: Visitor) throws(AccessError) -> UnitScope {
        guard mayAnywhere(ReadAudit.self, visitor) else {
            throw AccessError(.forbidden, "no role of the reader shows the audit log")
        }
        return access.scope(of: visitor.principal, to: ReadAudit.self)
    }
}
