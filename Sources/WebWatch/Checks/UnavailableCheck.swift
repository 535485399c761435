/// A website that does not answer.
///
/// **Sees**: failures of name look-up, connection, handshake and answer, a start page that is not there (404,
/// 410) and statuses of 500 and above, once ``OutageTracker`` has confirmed them by several attempts in a
/// row; the outage is dated from the first. A firewall that refuses the watch (403, 406, 429) is told apart
/// from it.
///
/// **Why**: a website that people cannot reach serves nobody; but one lost packet is no outage, and a watch
/// that cries wolf is turned off.
///
/// **Errs**: the watch's own line may be down: when many websites fail in the same minute, look there first.
/// A firewall that refuses robots is never an outage, since people may well get in; but behind it the watch
/// is blind. A certificate that is refused is the certificate check's business.
///
/// **Do**: check server, line, name and firewall; let the firewall pass the watch.
package enum UnavailableCheck {
    package static let kind = CheckKind.unavailable

    /// The finding of a confirmed outage of the website at `url`.
    package static func finding(of outage: OutageTracker.Outage, on url: String) -> Finding {
        let code = outage.firstCode
        let evidence =
            code.hasPrefix(statusPrefix)
            ? Evidence(.errorStatus, place: url, value: String(code.dropFirst(statusPrefix.count)))
            : Evidence(.noAnswer, place: url, value: code)
        return Finding(kind, .serious, on: url, evidence: [evidence], trait: "down")
    }

    /// The finding of a firewall that keeps the watch out; `nil` for any other answer and for a failure.
    package static func firewallFinding(_ result: FetchResult, on url: String) -> Finding? {
        guard let status = result.answer?.status, refusals.contains(status) else { return nil }
        let evidence = Evidence(.firewallRefusal, place: url, value: String(status))
        return Finding(kind, .information, on: url, evidence: [evidence], trait: "firewall")
    }

    /// How ``Reachability`` writes the code of a status.
    private static let statusPrefix = "http-"
    /// Statuses by which firewalls refuse robots.
    private static let refusals: Set<Int> = [403, 406, 429]
}
