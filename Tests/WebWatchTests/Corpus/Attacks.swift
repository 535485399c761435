@testable import WebWatch

/// One way to attack, as a change of the healthy page.
struct Attack: Sendable {
    var name: String
    /// Kinds of which at least one must find it.
    var kinds: Set<CheckKind>
    var change: @Sendable (inout PortalPage) -> Void

    init(_ name: String, _ kinds: Set<CheckKind>, _ change: @escaping @Sendable (inout PortalPage) -> Void) {
        self.name = name
        self.kinds = kinds
        self.change = change
    }

    /// Links such as injected blocks carry; the hosts do not exist.
    static let links = """
        <a href="https://tro-choi-mot.lab/">nhà cái uy tín</a> <a href="https://tro-choi-hai.lab/x">tài xỉu online</a>
        <a href="https://tro-choi-ba.lab/">nổ hũ đổi thưởng</a> <a href="https://tro-choi-bon.lab/">soi kèo</a>
        """
    /// Links whose text says nothing, so that only the hiding gives them away.
    static let plainLinks = """
        <a href="https://mot.lab/">tại đây</a> <a href="https://hai.lab/">xem thêm</a> <a href="https://ba.lab/">tiếp</a>
        """

    private static func hidden(_ name: String, _ open: String, _ close: String, head: String = "") -> [Attack]
    {
        [
            Attack("links: \(name)", [.hiddenLinks]) { page in
                page.head = head
                page.bottom = open + links + close
            },
            Attack("links without spam words: \(name)", [.hiddenLinks]) { page in
                page.head = head
                page.bottom = open + plainLinks + close
            },
        ]
    }

    static let hiddenLinks: [Attack] = [
        hidden("display:none", "<div style=\"display:none\">", "</div>"),
        hidden("off screen", "<div style=\"position:absolute;left:-9999px\">", "</div>"),
        hidden("font-size:0", "<p style='font-size:0'>", "</p>"),
        hidden("1-pixel marquee", "<marquee width=\"1\" height=\"1\" scrollamount=\"9000\">", "</marquee>"),
        hidden(
            "class in <style>",
            "<div class=\"xq1\">",
            "</div>",
            head: "<style>.xq1{text-indent:-9999px}</style>"
        ),
        hidden(
            "white on white",
            "<div class=w style=\"background:#fff\">",
            "</div>",
            head: "<style>.w a{color:#fefefe}</style>"
        ),
        hidden("visibility", "<ul style=visibility:hidden><li>", "</li></ul>"),
        hidden("opacity", "<div style=\"opacity:0;height:1px\">", "</div>"),
        hidden("clip", "<div style=\"position:absolute;clip:rect(0,0,0,0)\">", "</div>"),
        hidden("zero-size box", "<div style=\"width:0;height:0;overflow:hidden\">", "</div>"),
        hidden("hidden attribute", "<div hidden>", "</div>"),
        hidden(
            "by script",
            "<div id=q7>",
            "</div><script>document.getElementById('q7').style.display='none'</script>"
        ),
    ].flatMap { $0 }

    static let visible: [Attack] = [
        Attack("visible spam links", [.links, .terms]) { $0.bottom = "<div>\(links)</div>" },
        Attack("whole page replaced", [.defacement]) { page in
            page.title = "Hacked by Nhóm Thử Nghiệm"
            page.articles = [
                "HACKED BY NHÓM THỬ NGHIỆM. " + String(repeating: "your security is an illusion ", count: 9)
            ]
        },
        Attack("whole page replaced without a message", [.defacement]) { page in
            page.articles = (0..<40).map {
                "Nội dung lạ số \($0) chưa từng có ở trang này bao giờ cả nhé bạn \($0)."
            }
        },
        Attack("obfuscated words: separators", [.terms]) {
            $0.bottom = "<p>c.á c.ư.ợ.c b-ó-n-g đ-á, t_à_i x_ỉ_u, n*ổ h*ũ</p>"
        },
        Attack("obfuscated words: zero-width", [.terms]) {
            $0.bottom =
                "<p>nh\u{200B}à c\u{200D}ái u\u{2060}y t\u{FEFF}ín, tài\u{200B} xỉu on\u{00AD}line</p>"
        },
        Attack("obfuscated words: no tones", [.terms]) {
            $0.bottom = "<p>nha cai uy tin, tai xiu online, no hu</p>"
        },
        Attack("obfuscated words: look-alike letters", [.terms]) {
            $0.bottom = "<p>nhà сái uy tín, tài хỉu</p>"
        },
        Attack("licence line removed", [.mandatoryLines]) { $0.licence = "" },
        Attack("title spam", [.title]) { $0.title = "Nhà cái 789bet | Tài xỉu uy tín | xã Mẫu" },
        Attack("description spam", [.title]) {
            $0.description = "Link vào nhà cái uy tín, nổ hũ đổi thưởng."
        },
        Attack("links inside an HTML comment", [.comments]) { $0.bottom = "<!-- \(plainLinks) -->" },
        Attack("spam inside an HTML comment", [.comments]) { $0.bottom = "<!-- start \(links) end -->" },
    ]

    static let machinery: [Attack] = [
        Attack("external script added", [.script]) {
            $0.head = "<script src=\"//thong-ke.lab/s.js\"></script>"
        },
        Attack("script from an open network", [.script]) {
            $0.head = "<script src=\"https://cdn.jsdelivr.net/gh/ai-do/x@1/s.js\"></script>"
        },
        Attack("inline obfuscated script that redirects only visitors from search engines", [.script]) {
            page in
            page.head = """
                <script>var _0x3f=['\\x67\\x6f','ref'+'errer'];if(/google|bing|coccoc/.test(document.referrer)){
                window.location.href=atob('aHR0cHM6Ly9tb3QubGFiLw==');}</script>
                """
        },
        Attack("packed inline script", [.script]) { page in
            page.bottom = "<script>eval(atob('\(String(repeating: "ZG9jdW1lbnQ", count: 60))'))</script>"
        },
        Attack("0x0 iframe", [.iframe]) {
            $0.bottom = "<iframe src=\"https://mot.lab/f\" width=\"0\" height=\"0\" frameborder=0></iframe>"
        },
        Attack("iframe hidden by style", [.iframe]) {
            $0.bottom = "<iframe src=\"https://mot.lab/f\" style=\"width:0;height:0;border:0\"></iframe>"
        },
        Attack("iframe hidden by its parent", [.iframe]) {
            $0.bottom = "<div style=\"display:none\"><iframe src=\"https://mot.lab/f\"></iframe></div>"
        },
        Attack("canonical link to another host", [.canonical]) {
            $0.head = "<link rel=\"canonical\" href=\"https://mot.lab/\">"
        },
        Attack("meta refresh", [.refresh]) {
            $0.head = "<meta http-equiv=\"Refresh\" content=\"0; URL='https://mot.lab/'\">"
        },
    ]

    static let all = hiddenLinks + visible + machinery
}
