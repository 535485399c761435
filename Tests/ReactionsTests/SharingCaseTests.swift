import Access
import AuditLog
import Cases
import Database
import Foundation
import Places
import Testing
import Timekeeping

@testable import Datasets
@testable import Reactions

private let declaration = #"""
    {"dataset": "dan-cu", "title": {"vi": "Dân cư", "en": "Residents"},
     "description": {"vi": "Số liệu thử nghiệm", "en": "Test data"}, "owner": "17329",
     "classification": "restricted", "legal-basis": "Quyết định thử nghiệm", "key": ["code"],
     "fields": {"code": {"title": {"vi": "Mã", "en": "Code"}}, "name": {"title": {"vi": "Tên", "en": "Name"}}},
     "schema": {"type": "object", "required": ["code"]}}
    """#

extension LoopBench {
    fileprivate func ask() async throws -> (request: SharingRequest, terms: SharingTerms) {
        let owner = Places.Unit.ID(rawValue: "17329")
        let from = try #require(Day(year: 2020, month: 1, day: 1))
        let until = try #require(Day(year: 2030, month: 12, day: 31))
        _ = try await house.datasets.declare(
            try DatasetDeclaration(Array(declaration.utf8)),
            by: permit(owner)
        )
        let terms = SharingTerms(
            fields: [try #require(FieldPath("name"))],
            unit: owner,
            purpose: "Lập kế hoạch",
            legalBasis: "NĐ 194/2025/NĐ-CP",
            from: from,
            until: until
        )
        let id = Dataset.ID(rawValue: "dan-cu")
        return (
            try await house.datasets.askToShare(id, with: otherCommune, terms, by: permit(otherCommune)),
            terms
        )
    }

    fileprivate func sharingCases() async throws -> [Case] {
        try await cases.list(CaseFilter(), countMax: 10, within: .everything).cases
    }

    /// Has the reaction deal with the messages of its topics, twice each.
    fileprivate func tell(_ reaction: some Reaction) async throws {
        let topics = type(of: reaction).topics
        let now = clock.now
        let messages = try await database.write { transaction in
            try Outbox.claim(at: now, countMax: 100, in: transaction)
        }
        for message in messages where topics.contains(message.topic) {
            try await reaction.react(to: message)
            try await reaction.react(to: message)
            try await database.write { try Outbox.finish(message.id, in: $0) }
        }
    }
}

@Suite("Requests to share as cases")
struct SharingCaseTests {
    @Test("a request opens one case of the owner with two working days, and granting it closes the case")
    func granted() async throws {
        try await withLoop { (bench) async throws in
            let (request, terms) = try await bench.ask()
            try await bench.tell(SharingRequestOpensCase(bench.house))
            let opened = try #require(try await bench.sharingCases().first)
            #expect(try await bench.sharingCases().count == 1)
            #expect(opened.kind == .task && opened.unit.rawValue == "17329")
            #expect(opened.ground == .decree194Articles16And40 && opened.basis == .setting)
            let wait = opened.deadline.at - opened.detectedAt
            #expect(wait > .seconds(86_400) && wait < .seconds(6 * 86_400))
            _ = try await bench.house.datasets.grantSharing(
                request.id,
                terms,
                by: bench.permit(Places.Unit.ID(rawValue: "17329"))
            )
            try await bench.tell(DecidedSharingClosesCase(bench.house))
            let closed = try #require(try await bench.sharingCases().first)
            #expect(!closed.state.isOpen)
            #expect(closed.state.answer?.whatWasDone.hasPrefix("Đồng ý chia sẻ.") == true)
        }
    }

    @Test("a refusal closes the case with its reason and legal basis; a request decided before opens none")
    func refused() async throws {
        try await withLoop { (bench) async throws in
            let (request, _) = try await bench.ask()
            try await bench.tell(SharingRequestOpensCase(bench.house))
            _ = try await bench.house.datasets.refuseSharing(
                request.id,
                reason: "ngoài chức năng",
                legalBasis: "Luật 91/2025/QH15",
                by: bench.permit(Places.Unit.ID(rawValue: "17329"))
            )
            try await bench.tell(DecidedSharingClosesCase(bench.house))
            let closed = try #require(try await bench.sharingCases().first)
            #expect(closed.state.answer?.whatWasDone.contains("Luật 91/2025/QH15") == true)
            try await bench.tell(SharingRequestOpensCase(bench.house))
            #expect(try await bench.sharingCases().count == 1)
        }
    }
}
