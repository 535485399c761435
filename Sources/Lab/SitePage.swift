/// One page of a portal in parts, so that an attack or an editor can change one of them.
///
/// The label that this is a lab stands in the frame that ``html`` puts around the parts; no attack reaches it.
struct SitePage: Sendable {
    let site: LabSite
    let request: LabRequest
    var title: String
    var description: String
    /// Absolute address of this page, escaped already.
    var canonical: String
    /// Added at the end of `head`.
    var head = ""
    /// Added before the footer.
    var bottom = ""
    var licence: String
    var articles: [Article]
    /// Stands instead of the news; escaped already.
    var content: String?
    /// What is left of a defaced page; replaces all but the label.
    var takenOver: String?
    var prefix: String
    var separator = "\n"

    init(_ site: LabSite, _ request: LabRequest) {
        self.site = site
        self.request = request
        title = "Cổng thông tin điện tử \(site.nameInSentence)"
        description =
            "Tin tức, thủ tục hành chính và lịch tiếp công dân của \(site.nameInSentence), tỉnh Nghệ An."
        // the path comes from outside
        canonical = request.address.url(site.host, request.path.escaped)
        licence = site.licence
        articles = site.articles
        prefix = site.look.prefix
    }

    /// Assets get a new version every so many visits, as deployments do.
    private static let visitsPerVersion = 25
    /// What a person must see on every page, whatever happened to it.
    static let label = """
        <strong>Phòng thử nghiệm — dữ liệu giả lập.</strong> Trang này không phải của cơ quan nào; \
        người và sự việc đều do máy dựng lên để thử phần mềm.
        """

    var html: String {
        // in the page itself, since a broken server sends no style sheet
        let labelStyle = "background-color:#fff3cd;color:#3d2c00;padding:.5rem 1rem"
        let body = takenOver ?? whole
        return [
            opening, "<div class=\"\(prefix)-lab\" style=\"\(labelStyle)\" role=\"note\">\(Self.label)</div>",
            body,
            "</body></html>",
        ]
        .joined(separator: separator)
    }

    private var version: Int { 20_261_100 + request.visit / Self.visitsPerVersion }
    private var token: String {
        var dice = Dice("\(site.host) \(request.visit)")
        return String(dice.next(), radix: 16) + String(dice.next(), radix: 16)
    }

    private var opening: String {
        """
        <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" \
        content="width=device-width,initial-scale=1"><title>\(title.escaped) · Phòng thử nghiệm</title>
        <meta name="description" content="\(description.escaped)"><meta name="csrf-token" content="\(token)">
        <link rel="canonical" href="\(canonical)"><link rel="stylesheet" href="/css/site.css?v=\(version)&amp;p=\(prefix)">
        <link rel="icon" href="/favicon.svg"><script src="/js/site.js?v=\(version)" defer></script>
        <script>var csrf="\(token)";var luotXem=\(site.visitsBefore + request.visit);</script>
        \(head)</head><body>
        """
    }

    private var whole: String {
        let main = [content ?? news, side]
        let inOrder = site.look.side == .left ? main.reversed() : main
        return [
            header, menu, "<div class=\"\(prefix)-wide \(prefix)-main\">",
            inOrder.joined(separator: separator),
            "</div>", bottom, footer,
        ].joined(separator: separator)
    }

    private var header: String {
        """
        <header class="\(prefix)-head"><div class="\(prefix)-wide">\(Self.emblem(site.look.accent))
        <div><p>Ủy ban nhân dân · Tỉnh Nghệ An</p><h1>\(site.name.escaped)</h1><p>Cổng thông tin điện tử</p></div></div></header>
        """
    }

    /// A lotus of seven petals, which is no agency's sign.
    static func emblem(_ colour: String) -> String {
        let petals = stride(from: -72, through: 72, by: 24).map {
            "<path d=\"M32 56C22 44 24 26 32 12C40 26 42 44 32 56Z\" transform=\"rotate(\($0) 32 56)\"/>"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 4 80 58" width="72" height="56" fill="\(colour)" \
            fill-opacity=".75" stroke="#fff" aria-hidden="true">\(petals.joined())</svg>
            """
    }

    private var menu: String {
        let links = SiteSection.allCases.map { "<a href=\"\($0.path)\">\($0.title)</a>" }.joined()
        return
            "<nav class=\"\(prefix)-menu\"><div class=\"\(prefix)-wide\"><a href=\"/\">Trang chủ</a>\(links)</div></nav>"
    }

    private var news: String {
        let items = articles.map { article in
            let number = site.articles.firstIndex(of: article) ?? site.articles.count
            return item(article, number)
        }
        return """
            <main><h2 class="\(prefix)-title">Tin tức – Sự kiện</h2><div class="\(prefix)-news">
            \(items.joined(separator: separator))
            </div></main>
            """
    }

    private func item(_ article: Article, _ number: Int) -> String {
        let path = "/tin-tuc/\(number)"
        return """
            <article class="\(prefix)-item"><img src="/anh/\(number).svg?v=\(version)" alt="Ảnh minh họa" width="640" \
            height="360"><div><h2><a href="\(path)">\(article.title.escaped)</a></h2>
            <p class="\(prefix)-date">\(article.date) · Ban biên tập</p><p>\(article.lead.escaped)</p>
            <p>\(article.paragraphs.first.map(\.escaped) ?? "")</p></div></article>
            """
    }

    private var side: String {
        let people = site.people
        return """
            <aside><section class="\(prefix)-box"><h2>Thông báo</h2><ul>
            <li>Lịch tiếp công dân: sáng thứ Năm hằng tuần.</li><li>Nộp hồ sơ trực tuyến tại
            <a href="https://dichvucong.gov.vn/">Cổng Dịch vụ công quốc gia</a>.</li>
            <li>Lịch thu gom rác: thứ Ba và thứ Sáu.</li></ul></section>
            <section class="\(prefix)-box"><h2>Lãnh đạo (nhân vật giả lập)</h2><dl><dt>Chủ tịch</dt><dd>\(people.chairman.withCapital)</dd>
            <dt>Phó Chủ tịch</dt><dd>\(people.viceChairman.withCapital)</dd></dl></section>
            <section class="\(prefix)-box"><h2>Tìm kiếm</h2><form action="/tim-kiem"><input type="hidden" name="_token"
            value="\(token)"><label>Từ khóa <input name="q"></label> <button>Tìm</button></form></section>
            <section class="\(prefix)-box"><h2>Thống kê truy cập</h2><p>Lượt truy cập: <b>\(site.visitsBefore + request.visit)</b></p>
            <p>Bây giờ là <time>\(request.clock)</time></p></section></aside>
            """
    }

    private var footer: String {
        """
        <footer class="\(prefix)-foot"><div class="\(prefix)-wide"><p>Cơ quan chủ quản: Ủy ban nhân dân \
        \(site.nameInSentence) (trang giả lập)</p><p>Chịu trách nhiệm nội dung: \(site.people.editor.withCapital) (nhân vật giả lập)</p>
        <p>\(licence)</p><p><a href="https://nghean.gov.vn/">Cổng thông tin điện tử tỉnh Nghệ An</a></p></div></footer>
        """
    }
}
