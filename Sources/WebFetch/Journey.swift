import WebWatch

/// One page's way over its redirects: decides after each hop whether to go on and where; knows no network.
struct Journey {
    /// One request to one address.
    struct Hop: Hashable {
        var address: WebAddress
        /// Off for the second look at a server whose certificate was refused, so that its chain can be kept.
        var verifiesCertificate: Bool
        var millisecondsMax: Int
    }

    /// What came of one hop.
    struct Report {
        enum Outcome {
            case answered(Answer, location: String?)
            case failed(FetchFailure)
            case certificateRefused(CertificateObservation.Verdict)
        }

        var outcome: Outcome
        var timing = FetchTiming()
        var connectedAddress: String?
        /// With verdict `valid`; what an earlier hop refused is put in its place here.
        var certificate: CertificateObservation?
    }

    enum Step {
        case visit(Hop)
        case end(FetchResult)
    }

    let request: FetchRequest
    private let settings: FetchSettings
    private(set) var hop: Hop
    private var redirects: [RedirectHop] = []
    private var spentMicroseconds: Int64 = 0
    private var refusedVerdict: CertificateObservation.Verdict?
    private var certificate: CertificateObservation?

    /// Refuses what is no address to visit.
    init(_ request: FetchRequest, settings: FetchSettings) throws(FetchFailure) {
        let address: WebAddress
        do {
            address = try WebAddress(request.url)
        } catch {
            throw .urlInvalid(error.detail)
        }
        guard settings.allows(port: address.port) else { throw .urlInvalid("port \(address.port)") }
        self.request = request
        self.settings = settings
        hop = Hop(
            address: address,
            verifiesCertificate: true,
            millisecondsMax: max(1, request.limits.secondsMax) * 1_000
        )
    }

    /// Takes what came of the current hop.
    mutating func record(_ report: Report) -> Step {
        spentMicroseconds += max(0, report.timing.totalMicroseconds)
        keepCertificate(report.certificate)
        switch report.outcome {
        case .failed(let failure):
            return end(.failed(failure), report)
        case .certificateRefused(let verdict):
            // A message must not be shown to somebody else, not even to see his certificate.
            guard hop.verifiesCertificate, request.post == nil else {
                return end(.failed(.tlsFailed(verdict.rawValue)), report)
            }
            refusedVerdict = verdict
            return visit(hop.address, verifiesCertificate: false, report)
        case .answered(let answer, location: _) where request.post != nil:
            return end(.answered(answer), report)
        case .answered(let answer, location: nil):
            return end(.answered(answer), report)
        case .answered(let answer, let location?):
            return follow(location, from: answer, report)
        }
    }

    private mutating func follow(_ location: String, from answer: Answer, _ report: Report) -> Step {
        guard redirects.count < request.limits.redirectsMax else {
            return end(.failed(.tooManyRedirects), report)
        }
        let target: WebAddress
        do {
            target = try WebAddress(location, relativeTo: hop.address)
        } catch {
            return end(.failed(.redirectRefused("\(error.detail): \(location.prefix(200))")), report)
        }
        redirects.append(RedirectHop(url: hop.address.text, status: answer.status, location: target.text))
        guard settings.allows(port: target.port) else {
            return end(.failed(.redirectRefused("port \(target.port)")), report)
        }
        refusedVerdict = nil
        return visit(target, verifiesCertificate: true, report)
    }

    private mutating func visit(_ address: WebAddress, verifiesCertificate: Bool, _ report: Report) -> Step {
        let left = max(1, request.limits.secondsMax) * 1_000 - Int(spentMicroseconds / 1_000)
        guard left > 0 else { return end(.failed(.timedOut(.firstByte)), report) }
        hop = Hop(address: address, verifiesCertificate: verifiesCertificate, millisecondsMax: left)
        return .visit(hop)
    }

    /// The first certificate that is not valid is what the watch must hear of; otherwise the last one.
    private mutating func keepCertificate(_ seen: CertificateObservation?) {
        guard certificate?.verdict ?? .valid == .valid, var seen else { return }
        if let refusedVerdict { seen.verdict = refusedVerdict }
        certificate = seen
    }

    private func end(_ outcome: FetchResult.Outcome, _ report: Report) -> Step {
        var timing = report.timing
        timing.totalMicroseconds = spentMicroseconds
        let unseen = refusedVerdict.map { CertificateObservation(verdict: $0) }
        return .end(
            FetchResult(
                outcome: outcome,
                timing: timing,
                connectedAddress: report.connectedAddress,
                redirects: redirects,
                certificate: certificate ?? unseen
            )
        )
    }
}
