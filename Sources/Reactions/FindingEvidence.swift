import Cases
import Database
import Foundation
import Language
import Timekeeping
import WebWatch

/// What the evidence of a finding says beyond its quote, as the case keeps it.
struct FindingDetail: Codable {
    /// The finding, by its id.
    var finding: String
    var reason: EvidenceReason?
    var value: String?
    var place: String?

    /// Scalars of a text that a page has chosen: 240 characters can hold any number of them, and a detail that is
    /// too long would be refused, so that the page could keep its own case from being opened.
    static let scalarsMax = 1_000

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

extension TrackedFinding {
    /// The finding's proofs as a case keeps them: the offending words, or why it offends where there are none.
    ///
    /// A passage that offends by several of its words is one proof: who reads the case wants to see it once.
    func caseEvidence(in language: Language) -> [CaseEvidence] {
        var passages: Set<[String]> = []
        let proofs = finding.evidence.filter { proof in
            proof.quote.isEmpty || passages.insert([proof.quote, proof.place]).inserted
        }
        return proofs.map { proof in
            evidence(
                quote: proof.quote.isEmpty ? proof.text(language) : proof.quote,
                at: lastSeenAt,
                FindingDetail(
                    finding: id.description,
                    reason: proof.reason,
                    value: proof.value.prefix(scalars: FindingDetail.scalarsMax),
                    place: proof.place.prefix(scalars: FindingDetail.scalarsMax)
                )
            )
        }
    }

    func evidence(quote: String, at instant: Instant, _ detail: FindingDetail) -> CaseEvidence {
        CaseEvidence(
            kind: finding.kind.rawValue,
            quote: quote,
            url: addressThatCasesTake,
            takenAt: instant,
            detail: detail.json
        )
    }

    /// The page's address, unless a redirect has made it one that a case refuses.
    private var addressThatCasesTake: String? {
        let isWeb = ["http://", "https://"].contains { finding.url.lowercased().hasPrefix($0) }
        return isWeb && finding.url.utf8.count <= CaseField.url.charactersMax ? finding.url : nil
    }
}
