import Foundation
import Lab
import Language
import Testing
import WebWatch

/// The kind by which the watch must know each attack.
private func expected(_ attack: Attack) -> CheckKind {
    switch attack {
    case .hiddenByDisplay, .hiddenOffScreen, .hiddenByFontSize, .hiddenByMarquee, .hiddenByClass,
        .hiddenByColour:
        .hiddenLinks
    case .visibleSpam: .links
    case .commentLinks: .comments
    case .obfuscatedWords: .terms
    case .externalScript, .refererScript: .script
    case .hiddenFrame: .iframe
    case .canonical: .canonical
    case .refresh: .refresh
    case .titleSpam: .title
    case .defacement: .defacement
    case .licenceRemoved: .mandatoryLines
    case .cloakedForSearchEngines, .cloakedFromSearch, .cloakedForMobile, .cloakedRedirect: .cloaking
    case .redirect: .redirect
    case .parasitePages: .parasitePages
    case .scriptTampered, .imageReplaced: .resources
    case .serverError, .slow: .unavailable
    }
}

@Suite("What the watch sees of the lab")
struct AttackTests {
    @Test("each attack is found by the check of its kind, on any of the sites", arguments: Attack.allCases)
    func attackIsFound(attack: Attack) throws {
        for site in labSites.prefix(2) {
            var watching = Watching(site)
            let baseline = try watching.baseline()
            watching.condition.attack = attack
            let loud = try watching.findings(against: baseline).filter { $0.severity > .information }
            #expect(loud.contains { $0.kind == expected(attack) }, "\(site.host): \(loud.map(\.kind))")
            #expect(loud.allSatisfy { !$0.evidence.isEmpty })
        }
    }

    @Test("docs/lab.md lists each attack with its name and the check that finds it")
    func manualIsCurrent() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let manual = try String(contentsOf: root.appending(path: "docs/lab.md"), encoding: .utf8)
        let rows = manual.split(separator: "\n").filter { $0.hasPrefix("| `") && !$0.contains(" /") }
        let wanted = Attack.allCases.map {
            "| `\($0.rawValue)` | \($0.name(.english)) | `\(expected($0).rawValue)` |"
        }
        #expect(rows.map(String.init) == wanted)
    }

    @Test("a healthy site raises nothing above information, with a baseline and without", arguments: labSites)
    func healthyIsQuiet(site: LabSite) throws {
        var watching = Watching(site)
        let baseline = try watching.baseline()
        for known in [baseline, nil] {
            let loud = try watching.findings(against: known).filter { $0.severity > .information }
            #expect(loud.isEmpty, "\(loud)")
        }
    }

    @Test("no harmless edit raises anything above information", arguments: HarmlessEdit.allCases)
    func editIsQuiet(edit: HarmlessEdit) throws {
        for site in labSites.suffix(8) {
            var watching = Watching(site)
            let baseline = try watching.baseline()
            watching.condition.edits = [edit]
            let loud = try watching.findings(against: baseline).filter { $0.severity > .information }
            #expect(loud.isEmpty, "\(site.host): \(loud)")
        }
    }

    @Test("a site that was cleaned is as quiet as before")
    func cleanedIsQuiet() throws {
        let site = try #require(labSites.first)
        var watching = Watching(site)
        let baseline = try watching.baseline()
        for attack in [Attack.defacement, .parasitePages, .slow, .scriptTampered] {
            watching.condition.attack = attack
            _ = try watching.findings(against: baseline)
            watching.condition.attack = nil
            #expect(try watching.findings(against: baseline).allSatisfy { $0.severity == .information })
        }
    }

    @Test("who is not meant by a cloaked attack sees the healthy site")
    func cloakingHides() throws {
        let site = try #require(labSites.first)
        var watching = Watching(site)
        for attack in [
            Attack.cloakedForSearchEngines, .cloakedFromSearch, .cloakedForMobile, .cloakedRedirect,
        ] {
            watching.condition.attack = attack
            #expect(!watching.answer("/").body.contains("tai-xiu"))
            #expect(!watching.answer("/").body.contains(Planted.hosts[0]))
            #expect(watching.answer("/").status == 200)
        }
    }
}
