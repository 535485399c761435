import Assets
import Console
import Foundation
import Language
import Testing

private let everyPage = Language.allCases.flatMap { language in
    AllPages.documents(language).map { (language, $0.name, $0.document.text) }
}

@Test("every page names its language, has one main, one heading, a skip link and a title")
func landmarks() {
    for (language, name, text) in everyPage {
        #expect(text.contains("<html lang=\"\(language.rawValue)\""), "\(name)")
        for once in ["<main id=\"main\"", "<h1>", "class=\"skip\" href=\"#main\"", " · Sen</title>"] {
            #expect(text.components(separatedBy: once).count == 2, "\(name): \(once)")
        }
    }
}

@Test("no page holds an inline script or style, so the policy can be strict")
func nothingInline() {
    let inline = /<script(?![^>]*src=)|<style|\sstyle="|\son[a-z]+="|javascript:/
    for (_, name, text) in everyPage {
        #expect(text.firstMatch(of: inline) == nil, "\(name): \(text.firstMatch(of: inline)?.output ?? "")")
    }
    #expect(!Page.contentSecurityPolicy.contains("unsafe"))
}

@Test("each form that changes something carries the token, each control has a label, each id stands once")
func formsAndIDs() {
    for (_, name, text) in everyPage {
        let posts = text.components(separatedBy: "method=\"post\"").count
        #expect(text.components(separatedBy: "name=\"token\"").count == posts, "\(name)")
        let ids = text.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "\(name) has an id twice")
        for match in text.matches(of: /\sfor="([^"]+)"/) {
            #expect(ids.contains(String(match.1)), "\(name): no control \(match.1)")
        }
    }
}

@Test("pages load only embedded files, under addresses that hold their digest")
func assetsAreEmbedded() {
    for (_, name, text) in everyPage {
        #expect(!text.contains("/assets/none/"), "\(name)")
        for match in text.matches(of: /\/assets\/([0-9a-f]+)\/([A-Za-z0-9.-]+)/) {
            #expect(Asset.all[String(match.2)]?.digest == String(match.1), "\(name): \(match.0)")
        }
    }
}

@Test("each icon that a page shows is in the sprite")
func iconsAreInSprite() throws {
    let sprite = String(decoding: try #require(Asset.all["icons.svg"]).bytes, as: UTF8.self)
    for (_, name, text) in everyPage {
        for match in text.matches(of: /icons\.svg#([a-z0-9-]+)/) {
            #expect(sprite.contains("id=\"\(match.1)\""), "\(name): \(match.1)")
        }
    }
}

@Test("what somebody typed is text on each page, never markup")
func hostileTextsAreText() {
    for (_, name, text) in everyPage {
        #expect(!text.contains("<script>alert") && !text.contains("<img src=x"), "\(name)")
    }
    #expect(everyPage.filter { $0.2.contains("&lt;script&gt;alert(&#39;x&#39;)") }.count >= 24)
}

@Test("no page gives a password back, and each mistake stands beside its field")
func passwordsAndMistakes() {
    for (_, name, text) in everyPage {
        #expect(text.firstMatch(of: /type="password"[^>]*value=/) == nil, "\(name)")
        for match in text.matches(of: /aria-invalid="true" aria-describedby="([^"]+)"/) {
            for id in match.1.split(separator: " ") {
                #expect(text.contains("id=\"\(id)\""), "\(name): \(id)")
            }
        }
    }
}

@Test("a quotation of an attack is shown as text, with the offending part marked")
func quotesAreText() {
    let page = WebsiteView.document(Samples.website, in: Samples.frame()).text
    #expect(page.contains("<mark>&lt;a href=&quot;https://nha-cai.example/&quot;&gt;"))
    #expect(!page.contains("<a href=\"https://nha-cai.example/"))
}

@Test("a website whose address is a script is not linked")
func hostileWebsite() {
    var website = Samples.website
    website.address = "javascript:alert(1)"
    website.name = "<img src=x onerror=alert(1)>"
    let page = WebsiteView.document(website, in: Samples.frame()).text
    #expect(!page.contains("href=\"javascript") && !page.contains("<img"))
}

@Test("a reader without the right sees no button; one who may not add is not told how")
func buttonsFollowRights() {
    var website = Samples.website
    website.acts = []
    let page = WebsiteView.document(website, in: Samples.frame()).text
    #expect(!page.contains("/check\"") && !page.contains("/baseline\""))
    var list = Samples.websiteList(rows: 0)
    list.mayAdd = false
    #expect(!WebsiteListView.document(list, in: Samples.frame()).text.contains(ConsolePath.importWebsites))
}

@Test("empty pages say why they are empty and what to do")
func emptyPagesTeach() {
    let board = BoardView.document(Samples.emptyBoard(), in: Samples.frame()).text
    #expect(
        board.contains(Text.noFindingsWhy(.vietnamese)) && board.contains(Text.noOpenCasesWhy(.vietnamese))
    )
    let list = WebsiteListView.document(Samples.websiteList(rows: 0), in: Samples.frame()).text
    #expect(list.contains(ConsolePath.importWebsites) || list.contains(Text.nothingFitsWhy(.vietnamese)))
}

@Test("the lab says so on every page, and a real province does not")
func labBadge() {
    for (language, name, text) in everyPage { #expect(text.contains(Text.labBadge(language)), "\(name)") }
}

@Test("the wall has no rooms, and its way back leads to the board")
func wall() {
    let page = BoardView.document(Samples.board(isKiosk: true), in: Samples.frame()).text
    #expect(page.contains("<body class=\"kiosk\"") && !page.contains("class=\"rooms\""))
}

@Test("the map draws each unit once, with its name and state in words")
func mapIsSpoken() {
    let map = BoardView.map(Samples.board(), Samples.frame()).text
    #expect(map.components(separatedBy: "<use href=\"#hexagon\"/>").count == 131)
    #expect(map.contains("aria-label=\"Xã Mẫu 1: Bình thường\""))
}

@Test("a case that ran out of time is overdue by so much, and one that is verified waits for no deadline")
func deadlines() {
    let cases = BoardView.cases(Samples.board(), Samples.frame()).text
    #expect(cases.contains("quá hạn 3\u{A0}giờ 5\u{A0}phút") && cases.contains("chờ kiểm tra lại"))
    #expect(cases.contains("còn 2\u{A0}giờ 10\u{A0}phút"))
}

@Test("the chart leaves a gap where checks failed and says how many")
func chartHasGaps() {
    let page = WebsiteView.document(Samples.website, in: Samples.frame()).text
    #expect(page.components(separatedBy: "class=\"failed\"").count == 5)
    #expect(page.contains("null,null,null,null") && page.contains("4 lượt không phản hồi"))
}
