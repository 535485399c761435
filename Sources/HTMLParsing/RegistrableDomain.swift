/// The part of a host name that somebody registered: `nghean.gov.vn` for `xa-mau.nghean.gov.vn`.
///
/// Two hosts belong together when this part is equal. The full public suffix list has 10,000 lines and
/// changes weekly; what the watch has to tell apart is whether a page of a Vietnamese agency leads away from
/// it. So the list here is exact for `.vn` (VNNIC's second-level domains and those of the provinces before
/// the merger of 2025), holds the second-level domains that other countries sell and the hosts where anybody
/// gets a name, and takes one label as the suffix elsewhere. Where it errs, it errs by calling two customers
/// of a small registry one domain.
package enum RegistrableDomain {
    /// The registrable domain; the host itself for an address in numbers, a single label or a bare suffix.
    package static func of(_ host: String) -> String {
        let host = host.hasSuffix(".") ? String(host.dropLast()) : host
        if host.hasPrefix("[") || host.allSatisfy({ $0.isNumber || $0 == "." }) { return host }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1 else { return host }
        let length = min(suffixLength(of: labels) + 1, labels.count)
        return labels.suffix(length).joined(separator: ".")
    }

    /// Whether two hosts belong to one registrable domain.
    package static func areSame(_ a: String, _ b: String) -> Bool { a == b || of(a) == of(b) }

    /// How many labels at the end nobody can own.
    static func suffixLength(of labels: [Substring]) -> Int {
        for length in stride(from: min(3, labels.count), through: 2, by: -1) {
            if suffixes.contains(labels.suffix(length).joined(separator: ".")) { return length }
        }
        return 1
    }

    private static let suffixes: Set<String> = {
        var all = Set(hosting)
        for (top, seconds) in secondLevels {
            for second in seconds.split(separator: " ") { all.insert("\(second).\(top)") }
        }
        return all
    }()

    /// Second levels by top level.
    private static let secondLevels = [
        "vn":
            "ac ai biz com edu gov health id info int io name net org pro angiang bacgiang backan baclieu bacninh "
            + "baria-vungtau bentre binhdinh binhduong binhphuoc binhthuan camau cantho caobang daklak daknong danang "
            + "dienbien dongnai dongthap gialai hagiang haiduong haiphong hanam hanoi hatinh haugiang hoabinh "
            + "hungyen khanhhoa kiengiang kontum laichau lamdong langson laocai longan namdinh nghean ninhbinh "
            + "ninhthuan phutho phuyen quangbinh quangnam quangngai quangninh quangtri soctrang sonla tayninh "
            + "thaibinh thainguyen thanhhoa thanhphohochiminh thuathienhue tiengiang travinh tuyenquang vinhlong "
            + "vinhphuc yenbai",
        "uk": "ac co gov ltd me net nhs org plc police sch", "au": "asn com edu gov id net org",
        "jp": "ac ad co ed go gr lg ne or", "kr": "ac co go ne or pe re", "cn": "ac com edu gov net org",
        "tw": "com edu gov idv net org", "hk": "com edu gov idv net org", "sg": "com edu gov net org per",
        "th": "ac co go in mi net or", "my": "com edu gov mil name net org",
        "id": "ac co desa go mil my net or sch web",
        "ph": "com edu gov net ngo org", "in": "ac co edu firm gen gov ind net org res",
        "kh": "com edu gov net org",
        "la": "com edu gov net org", "br": "com edu gov net org", "nz": "ac co geek gen govt net org school",
        "za": "ac co gov net org web", "tr": "com edu gov net org web", "ru": "com",
        "il": "ac co gov net org",
        "mx": "com edu gob net org", "ar": "com edu gob net org", "ua": "com edu gov net org in",
    ]

    /// Hosts where anybody gets a name of their own, much used for spam.
    private static let hosting = [
        "blogspot.com", "github.io", "gitlab.io", "netlify.app", "vercel.app", "pages.dev", "workers.dev",
        "web.app",
        "firebaseapp.com", "herokuapp.com", "wordpress.com", "wixsite.com", "weebly.com", "azurewebsites.net",
        "cloudfront.net", "appspot.com", "onrender.com", "fly.dev", "glitch.me", "r2.dev",
    ]
}
