import Foundation
import Language
import Timekeeping
import WebWatch

/// The report as a program reads it; keys and codes are English and stable, sentences are in the caller's language.
struct SiteReportJSON: Encodable {
    struct Failure: Encodable {
        let code, text, detail: String
    }

    struct Visit: Encodable {
        let identity: String
        let status: Int?
        let finalURL: String?
        let failure: Failure?
        let redirects: [RedirectHop]
        let connectedAddress: String?
        let timing: FetchTiming
        let bodyBytes: Int?
        let bodyWasCut: Bool?
    }

    struct Certificate: Encodable {
        let verdict, subject, issuer: String
        let dnsNames: [String]
        let notBefore, notAfter: String?
        let daysLeft: Int?
    }

    struct Proof: Encodable {
        let reason, text, quote, place, value: String
    }

    struct Trouble: Encodable {
        let kind, name, severity, url, fingerprint, explanation, advice: String
        let evidence: [Proof]
    }

    let url, checkedAt, verdict: String
    let exitCode: Int32
    let attempts: Int
    let visits: [Visit]
    let certificate: Certificate?
    let sitemapPages: Int?
    let baselineTakenAt: String?
    let findings: [Trouble]

    init(_ report: SiteReport, language: Language) {
        let visit = report.visit
        url = visit.url
        checkedAt = visit.startedAt.rfc3339
        verdict = report.verdict.rawValue
        exitCode = report.verdict.exitCode
        attempts = visit.attemptsCount
        visits = ([visit.visitor] + visit.others).map { Visit($0, language) }
        certificate = visit.visitor.result.certificate.map { Certificate($0, at: visit.startedAt) }
        sitemapPages = visit.sitemap?.count
        baselineTakenAt = report.baselineTakenAt?.rfc3339
        findings = report.findings.map { Trouble($0, language) }
    }

    /// In lines, keys sorted, so that two reports can be compared by any tool.
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}

extension SiteReportJSON.Visit {
    init(_ page: VisitedPage, _ language: Language) {
        let result = page.result
        let failure = result.failure.map { failure in
            SiteReportJSON.Failure(code: failure.code, text: failure.text(language), detail: failure.detail)
        }
        self.init(
            identity: page.identity.rawValue,
            status: result.answer?.status,
            finalURL: result.answer?.finalURL,
            failure: failure,
            redirects: result.redirects,
            connectedAddress: result.connectedAddress,
            timing: result.timing,
            bodyBytes: result.answer == nil ? nil : page.bodyBytesCount,
            bodyWasCut: result.answer?.bodyWasCut
        )
    }
}

extension SiteReportJSON.Certificate {
    init(_ seen: CertificateObservation, at now: Instant) {
        self.init(
            verdict: seen.verdict.rawValue,
            subject: seen.subject,
            issuer: seen.issuer,
            dnsNames: seen.dnsNames,
            notBefore: seen.notBefore?.rfc3339,
            notAfter: seen.notAfter?.rfc3339,
            daysLeft: seen.daysLeft(at: now)
        )
    }
}

extension SiteReportJSON.Trouble {
    init(_ finding: Finding, _ language: Language) {
        self.init(
            kind: finding.kind.rawValue,
            name: finding.kind.name(language),
            severity: finding.severity.rawValue,
            url: finding.url,
            fingerprint: finding.fingerprint,
            explanation: finding.kind.explanation(language),
            advice: finding.kind.advice(language),
            evidence: finding.evidence.map { proof in
                SiteReportJSON.Proof(
                    reason: proof.reason.rawValue,
                    text: proof.text(language),
                    quote: proof.quote,
                    place: proof.place,
                    value: proof.value
                )
            }
        )
    }
}
