import HTMLParsing
import Lab
import Language
import Places
import Testing
import WebWatch

@Suite("The sites of the lab")
struct SiteTests {
    private static let label = "Phòng thử nghiệm"
    private static let paths = [
        "/", "/gioi-thieu", "/thu-tuc", "/lien-he", "/tin-tuc/0", "/khong-co", "/robots.txt", "/sitemap.xml",
        "/anh/3.svg",
        "/upload/2026/nha-cai-uy-tin-so-mot.html",
    ]

    @Test("forty communes each have one, under names that no resolver knows")
    func fortySites() {
        #expect(labSites.count == 40)
        #expect(Set(labSites.map(\.host)).count == 40)
        #expect(Set(labSites.map(\.unit)).count == 40)
        let names = labSites.map(\.host)
        #expect(names.contains("tamhop.lab"))
        #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z0-9-]+\.lab/) != nil })
        #expect(Set(names).isDisjoint(with: Planted.hosts))
        #expect(LabSites.hosts(of: labSites) == names + Planted.hosts)
    }

    @Test("every commune of the province may have one, and no more than there are")
    func allCommunes() throws {
        let communes = try LabSites.communes()
        #expect(communes.count == 130)
        #expect(Set(LabSites.sites(130, of: communes).map(\.host)).count == 130)
        #expect(LabSites.sites(500, of: communes).count == 130)
        #expect(LabSites.sites(0, of: communes).isEmpty)
        #expect(LabSites.sites(-1, of: communes).isEmpty)
        #expect(LabSites.sites(5, of: []).isEmpty)
    }

    @Test("every page says that it is a lab, whatever happened to the site", arguments: Attack.allCases)
    func everyPageIsLabelled(attack: Attack) {
        for site in labSites.prefix(5) {
            var watching = Watching(site)
            watching.condition.attack = attack
            for path in Self.paths {
                for identity in VisitorIdentity.allCases {
                    let answer = watching.answer(path, as: identity)
                    #expect(
                        answer.location != nil || answer.body.lowercased().contains(Self.label.lowercased()),
                        "\(path)"
                    )
                }
            }
        }
        #expect(Planted.hosts.allSatisfy { Planted.page($0).body.contains(Self.label) })
    }

    @Test("the label is styled in the page itself, since a broken server sends no style sheet")
    func labelIsStyled() throws {
        let site = try #require(labSites.first)
        var watching = Watching(site)
        for attack in [Attack.serverError, .defacement] {
            watching.condition.attack = attack
            #expect(watching.answer("/").body.contains("style=\"background-color:#fff3cd"))
        }
    }

    @Test("no place-holder is left in the news, and quotation marks break no attribute", arguments: labSites)
    func newsIsFilled(site: LabSite) throws {
        var watching = Watching(site)
        for edit in [nil, HarmlessEdit.policeNews, .warning, .newArticle] {
            watching.condition.edits = edit.map { [$0] } ?? []
            let page = watching.answer("/").body
            let main = try #require(page.split(separator: "<main>").last)
            #expect(!main.contains("{") && !main.contains("}"))
            #expect(page.contains(site.name))
        }
    }

    @Test("counter, clock, token and versions change at each visit")
    func harmlessChanges() throws {
        let site = try #require(labSites.first)
        var watching = Watching(site)
        let pages = (0..<3).map { _ in watching.answer("/").body }
        #expect(Set(pages).count == 3)
        #expect(
            Set(
                labSites.map { Watching($0) }.map {
                    var each = $0; return each.answer("/").body
                }
            ).count == 40
        )
    }

    @Test("robots.txt names the sitemap, the sitemap names pages that exist")
    func sitemapIsTrue() throws {
        let site = try #require(labSites.first)
        var watching = Watching(site)
        #expect(watching.answer("/robots.txt").body.contains("Sitemap: http://\(site.host):8090/sitemap.xml"))
        let addresses = Sitemap.addresses(in: Array(watching.answer("/sitemap.xml").body.utf8))
        #expect(addresses.count > 15)
        for address in addresses {
            let path = try #require(WebAddress(address)?.path)
            #expect(watching.answer(path).status == 200, "\(path)")
        }
    }

    @Test(
        "an address from outside is a page not found and never markup",
        arguments: [
            "/<script>alert(1)</script>", "/tin-tuc/99999999999999999999", "/tin-tuc/-1", "/anh/x.svg",
            "/anh/999.svg", "",
            "/\"onload=x", "/upload/2026/nha-cai-uy-tin-so-mot.html",
        ]
    )
    func strangePaths(path: String) throws {
        let site = try #require(labSites.first)
        var watching = Watching(site)
        let answer = watching.answer(path)
        #expect(answer.status == 404)
        watching.condition.attack = .serverError
        let failure = watching.answer(path)
        #expect(failure.status == 503 && !failure.body.contains("<script>alert"))
        #expect(!answer.body.contains("<script>alert") && !answer.body.contains("\"onload"))
    }

    @Test("the list for the registry has a row a site and a unit that exists")
    func csvList() throws {
        let rows = LabListing.csv(labSites, address: labAddress).split(separator: "\r\n")
        #expect(rows.count == 41)
        #expect(rows[0] == "url,name,unit,kind,criticality,responsible,licence")
        #expect(rows.dropFirst().allSatisfy { $0.split(separator: ",").count == 7 })
        let units = Set(try LabSites.communes().map(\.id))
        #expect(labSites.allSatisfy { units.contains($0.unit) })
        #expect(WebsiteKind(rawValue: "state-portal") != nil && Criticality(rawValue: "critical") != nil)
    }
}
