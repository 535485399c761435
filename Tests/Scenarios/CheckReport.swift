import Foundation
import RunningPrograms

/// What `sen check --json` promises to other programs.
struct CheckReport: Decodable {
    struct Visit: Decodable {
        struct Failure: Decodable { let code, text, detail: String }
        let identity: String
        let status: Int?
        let failure: Failure?
        let bodyBytes: Int?
        let bodyWasCut: Bool?
    }

    struct Finding: Decodable {
        struct Evidence: Decodable { let reason, text, quote, place, value: String }
        let kind, name, severity, url, fingerprint, explanation, advice: String
        let evidence: [Evidence]
    }

    let url, checkedAt, verdict: String
    let exitCode: Int32
    let attempts: Int
    let visits: [Visit]
    let sitemapPages: Int?
    let baselineTakenAt: String?
    let findings: [Finding]

    var kinds: Set<String> { Set(findings.map(\.kind)) }

    init(_ outcome: Program.Outcome) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(outcome.output.utf8))
    }
}

extension Program {
    /// Runs `sen check` on a website on loopback.
    static func check(
        _ url: String,
        _ options: String...,
        language: String? = nil,
        environment: [String: String] = [:]
    ) async throws -> Outcome {
        let arguments = ["check", url, "--allow-range", "127.0.0.0/8"] + options
        return try await run(arguments, language: language, environment: environment)
    }
}
