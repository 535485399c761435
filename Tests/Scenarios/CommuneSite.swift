import Foundation
import HostileServers
import Synchronization

/// A website of an invented commune, on loopback, with something wrong with it.
struct CommuneSite: Sendable {
    var head = ""
    var body = ""
    /// What only visitors receive whose request holds this word, such as a crawler's name.
    var cloaked: (word: String, body: String)?
    var news = "Bộ phận một cửa tiếp nhận và trả kết quả thủ tục hành chính vào các ngày trong tuần."
    var sitemap: [String] = ["/", "/gioi-thieu", "/thu-tuc-hanh-chinh"]
    var script = "document.title += '';"

    static let hiddenLinks = """
        <div style="display:none"><a href="https://tro-choi-mot.lab/">nhà cái uy tín</a>
        <a href="https://tro-choi-hai.lab/">tài xỉu online</a></div>
        """

    func html(for request: String) -> String {
        let hidden = cloaked.flatMap { request.contains($0.word) ? $0.body : nil } ?? ""
        return """
            <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Xã Mẫu (thử nghiệm)</title>\(head)
            <script src="/site.js?v=1"></script></head><body><h1>Xã Mẫu</h1><p>\(news)</p>\(body)\(hidden)
            <footer>Cơ quan chủ quản: Ủy ban nhân dân xã Mẫu. Chịu trách nhiệm nội dung: Ông Mẫu.</footer>
            </body></html>
            """
    }

    /// Runs it for the time of `use`.
    func serve<T>(_ use: (HostileServer) async throws -> T) async throws -> T {
        try await SiteOnShow(self).serve(use)
    }

    fileprivate func answer(_ connection: HostileServer.Connection) {
        let request = connection.readRequest()
        switch request.split(separator: " ").dropFirst().first ?? "" {
        case "/": answer(html(for: request), "text/html; charset=utf-8", to: connection)
        case "/site.js", "/site.js?v=1": answer(script, "text/javascript", to: connection)
        case "/sitemap.xml": answer(sitemapXML, "application/xml", to: connection)
        default: connection.answer([], status: "404 Not Found")
        }
    }

    private func answer(_ text: String, _ type: String, to connection: HostileServer.Connection) {
        connection.answer(Array(text.utf8), headers: ["Content-Type: \(type)", "Connection: close"])
    }

    private var sitemapXML: String {
        let entries = sitemap.map { "<url><loc>http://127.0.0.1\($0)</loc></url>" }
        return "<?xml version=\"1.0\"?><urlset>\(entries.joined())</urlset>"
    }
}

/// A website that turns into another one while its server runs.
final class SiteOnShow: Sendable {
    let site: Mutex<CommuneSite>

    init(_ site: CommuneSite) { self.site = Mutex(site) }

    func serve<T>(_ use: (HostileServer) async throws -> T) async throws -> T {
        try await withServer({ connection in self.site.withLock { $0 }.answer(connection) }, use)
    }
}
