import HTMLParsing
import Timekeeping

@testable import WebWatch

/// A small healthy page of the invented commune, with something added.
func page(head: String = "", body: String = "", title: String = "Xã Mẫu (thử nghiệm)") -> String {
    """
    <!DOCTYPE html><html><head><title>\(title)</title>\(head)</head><body><h1>Xã Mẫu</h1>
    <p>Bộ phận một cửa tiếp nhận và trả kết quả thủ tục hành chính vào các ngày trong tuần tại trụ sở xã.</p>\(body)
    <footer>Cơ quan chủ quản: UBND xã Mẫu. Chịu trách nhiệm: Ông Mẫu.</footer></body></html>
    """
}

/// A page as it is inspected, against the state of `before` when that is given.
func inspect(
    _ html: String,
    before: String? = nil,
    url: String = PortalPage.url,
    settings: CheckSettings = CheckSettings()
) throws -> PageInspection {
    let baseline = try before.map { healthy in
        let facts = try facts(healthy, url: url)
        return facts.baseline(at: Instant(secondsSince1970: 0))
    }
    return PageInspection(try facts(html, url: url), baseline: baseline, settings: settings)
}
