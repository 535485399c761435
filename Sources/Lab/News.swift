import Places

/// One item of invented news.
struct Article: Hashable, Sendable {
    var title: String
    var lead: String
    var paragraphs: [String]
    var date: String
}

/// The news of the lab's communes, from `Resources/news.txt` and `edits.txt`.
///
/// They are the content of the sites, which play Vietnamese portals and speak only Vietnamese; so they stand
/// there as data and not in the catalogue.
enum News {
    private static let everyday = blocks(String(decoding: PackageResources.news_txt, as: UTF8.self))
    private static let edits = blocks(String(decoding: PackageResources.edits_txt, as: UTF8.self))

    /// Items on one front page: what makes a page as long as small portals are.
    static let itemsMax = 14

    static func articles(for unit: Unit, chairman: String, _ dice: inout Dice) -> [Article] {
        everyday.filter { unit.kind != .ward || !isRural($0) }.shuffled(using: &dice).prefix(itemsMax).map {
            filled($0, unit.name, chairman, &dice)
        }
    }

    /// Number `index` of the items that must raise no case, for a site.
    static func edit(_ index: Int, for site: LabSite) -> Article {
        var dice = Dice(site.host + String(index))
        return filled(edits[index % edits.count], site.name, site.people.chairman, &dice)
    }

    /// Whether an item speaks of what a ward of a town does not have.
    private static func isRural(_ block: [String]) -> Bool {
        let words = ["nông thôn", "lúa", "ngõ xóm", "trưởng xóm"]
        return block.contains { line in words.contains { line.lowercased().contains($0) } }
    }

    /// Blocks of lines between empty lines; a line that begins with "#" is a remark.
    private static func blocks(_ text: String) -> [[String]] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("#") }
            .split(separator: "")
            .map { $0.map(String.init) }
    }

    private static func filled(_ block: [String], _ name: String, _ chairman: String, _ dice: inout Dice)
        -> Article
    {
        let words = name.split(separator: " ")
        let kind = words.first?.lowercased() ?? ""
        let bare = words.dropFirst().joined(separator: " ")
        let day = "\(dice.number(in: 10...28))/\(dice.number(in: 8...10))"
        let hamlet = kind == "phường" ? "khối \(dice.number(in: 1...18))" : dice.pick(hamlets)
        let values = [
            "{đơn vị}": "\(kind) \(bare)", "{Đơn vị}": name, "{loại}": kind, "{tên}": bare, "{ngày}": day,
            "{xóm}": hamlet, "{chủ tịch}": chairman, "{số}": String(dice.number(in: 120...480)),
            "{nhiều}": String(dice.number(in: 40...190)), "{ít}": String(dice.number(in: 3...16)),
            "{phần trăm}": String(dice.number(in: 18...96)),
        ]
        let lines = block.map { line in values.reduce(line) { $0.replacing($1.key, with: $1.value) } }
            .map { line in kind == "phường" ? line.replacing("xóm", with: "khối") : line }
            .map(\.withCapital)
        return Article(
            title: lines.first ?? "",
            lead: lines.dropFirst().first ?? "",
            paragraphs: Array(lines.dropFirst(2)),
            date: day + "/2026"
        )
    }

    private static let hamlets = [
        "xóm 1", "xóm 3", "xóm 7", "xóm 9", "xóm Đồng Xuân", "xóm Tân Tiến", "xóm Đông Thịnh",
        "xóm Hồng Phong",
        "xóm Trung Hòa", "xóm Bắc Sơn",
    ]
}
