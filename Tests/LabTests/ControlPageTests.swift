import Lab
import Language
import Testing
import Timekeeping

@Suite("The lab's control page")
struct ControlPageTests {
    private func page(_ language: Language) -> String {
        var state = LabState(labSites, schedule: .nothing, at: labStart)
        state.breakSite("tamhop.lab", by: .defacement, at: labStart)
        return ControlPage(state, port: 8_090, language: language).html
    }

    @Test(
        "lists every site with its state and one button to clean, in both languages",
        arguments: Language.allCases
    )
    func listsSites(language: Language) {
        let page = page(language)
        #expect(page.ranges(of: "class=\"clean\"").count == labSites.count)
        #expect(page.ranges(of: "data-state=\"broken\"").count == 1)
        #expect(page.contains(Text.labBanner(language)))
        #expect(page.contains(Text.labBrokenOf(1, 40)(language)))
        #expect(page.contains("http://tamhop.lab.localhost:8090/"))
        for attack in Attack.allCases { #expect(page.contains("value=\"\(attack.rawValue)\"")) }
    }

    @Test("each button says of which site it speaks")
    func buttonsAreNamed() {
        let page = page(.vietnamese)
        for site in labSites { #expect(page.contains("aria-label=\"Làm sạch: \(site.name)\"")) }
    }

    @Test("attacks and states have names of their own in both languages", arguments: Language.allCases)
    func namesDiffer(language: Language) {
        #expect(Set(Attack.allCases.map { $0.name(language) }).count == Attack.allCases.count)
        let phases: [LabState.Phase] = [.healthy, .edited, .broken, .cleaned]
        #expect(Set(phases.map { $0.text(language) }).count == 4 && Set(phases.map(\.code)).count == 4)
    }
}
