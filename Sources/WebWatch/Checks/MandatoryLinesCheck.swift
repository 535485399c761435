/// Lines that the law asks a website to show and that are not there.
///
/// **Sees**: whether the page names its owner, the person responsible for the content and, for kinds that need one, the number of the
/// licence; by the words that such lines open with, read without tones.
///
/// **Why**: Decree 42/2022 (art. 4) asks it of state portals, Decree 147/2024 (art. 20-24) of aggregated-news sites. A line that
/// disappears is a sign that the page was replaced.
///
/// **Errs**: a line in a picture or in other words is not seen. What was never there is only information; what was in the baseline
/// and is gone needs attention.
///
/// **Do**: put the lines into the footer of every page.
package enum MandatoryLinesCheck: PageCheck {
    package static let kind = CheckKind.mandatoryLines

    package static func findings(in inspection: PageInspection) -> [Finding] {
        let page = inspection.page
        guard page.status < 400 else { return [] }
        let known = inspection.baseline?.mandatoryLines ?? []
        let wanted = inspection.settings.mandatoryLines.union(known)
        return MandatoryLine.allCases.filter { wanted.contains($0) && !page.mandatoryLines.contains($0) }.map
        { line in
            let isGone = known.contains(line)
            let reason = EvidenceReason(missing: line)
            return Finding(
                kind,
                isGone ? .attention : .information,
                on: page.url,
                evidence: [
                    Evidence(isGone ? .mandatoryLineGone : reason, place: "body", value: line.rawValue)
                ],
                trait: line.rawValue
            )
        }
    }
}

extension EvidenceReason {
    init(missing line: MandatoryLine) {
        switch line {
        case .licence: self = .missingLicence
        case .owner: self = .missingOwner
        case .responsible: self = .missingResponsible
        }
    }
}
