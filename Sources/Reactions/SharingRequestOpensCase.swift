import Access
import Cases
package import Database
import Datasets
import Language
import Places
import Timekeeping

/// An agency that asks for data opens a case of the dataset's owner, which has two working days to decide.
///
/// A request that is decided already, because the message was late, opens none.
package struct SharingRequestOpensCase: Reaction {
    package static let topics: Set = [SharingTopic.requested.rawValue]
    private let house: ReactionHouse

    package init(_ house: ReactionHouse) { self.house = house }

    package func react(to message: OutboxMessage) async throws {
        let id: SharingRequest.ID = try message.subjectID()
        let request = try await house.datasets.sharingRequest(id, within: .everything)
        guard request.state == .pending else { return }
        let dataset = try await house.datasets.find(request.dataset).dataset
        let draft = Self.draft(message, request, title: dataset.title(house.language), in: house.language)
        _ = try await house.cases.open(draft, by: house.permit(on: request.owner))
    }

    static func draft(
        _ message: OutboxMessage,
        _ request: SharingRequest,
        title: String,
        in language: Language
    ) -> CaseDraft {
        let name = String(title.prefix(nameCharactersMax))
        return CaseDraft(
            kind: .task,
            cause: cause(of: request.id),
            observation: "outbox:\(message.id)",
            subject: CaseSubject(kind: subjectKind, id: request.id.description, name: name),
            title: Text.Reaction.sharingAsked(name, by: request.grantee.rawValue)(language),
            unit: request.owner,
            severity: .attention,
            detectedAt: request.askedBy.at,
            rule: rule,
            evidence: [
                CaseEvidence(
                    kind: "sharing-request",
                    quote: Text.Reaction.sharingTerms(
                        fields: request.asked.fields.map(\.text).joined(separator: ", "),
                        unit: request.asked.unit.rawValue,
                        purpose: request.asked.purpose,
                        legalBasis: request.asked.legalBasis,
                        from: request.asked.from.iso8601,
                        until: request.asked.until.iso8601
                    )(language),
                    takenAt: request.askedBy.at
                )
            ]
        )
    }

    static let subjectKind = "sharing"
    static func cause(of id: SharingRequest.ID) -> String { "sharing:\(id)" }

    /// NĐ 194/2025/NĐ-CP: article 40 gives two working days for the account of a data connection, and article 16 asks
    /// for a written refusal without naming a time; so the two days are the province's to confirm.
    static let rule = DeadlineRule(
        allowance: .workingDays(2),
        basis: .setting,
        ground: .decree194Articles16And40
    )

    /// Of a dataset's title within the title of the case, which has room for 300.
    static let nameCharactersMax = 200
}
