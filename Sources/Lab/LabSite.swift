import Language
package import Places

/// One website of the lab: the portal of a real commune, with invented people and news.
package struct LabSite: Hashable, Sendable {
    /// Such as `tamhop.lab`; no resolver knows it.
    package let host: String
    package let unit: Unit.ID
    /// The commune's name with its kind: "Xã Tam Hợp".
    package let name: String
    let kind: UnitKind
    let look: Look
    let people: People
    let articles: [Article]
    /// A number, with the label that it is none.
    let licence: String
    /// Visits before the lab was started.
    let visitsBefore: Int

    /// People of whom none exists.
    struct People: Hashable, Sendable {
        let chairman, viceChairman, editor: String
    }

    /// Who answers for the content, as the registry of websites has it.
    package var responsible: String { people.editor.withCapital }
    package var licenceNumber: String { licence }
    /// "xã Tam Hợp", inside a sentence.
    var nameInSentence: String { name.prefix(1).lowercased() + name.dropFirst() }

    init(_ unit: Unit, host: String) {
        var dice = Dice(host)
        self.host = host
        self.unit = unit.id
        name = unit.name
        kind = unit.kind
        look = Look(&dice)
        people = People(
            chairman: Names.man(&dice),
            viceChairman: Names.woman(&dice),
            editor: Names.man(&dice)
        )
        licence = "Giấy phép số \(dice.number(in: 11...99))/GP-GIẢ-LẬP"
        visitsBefore = dice.number(in: 40_000...900_000)
        articles = News.articles(for: unit, chairman: people.chairman, &dice)
    }
}

/// The websites of a lab.
package enum LabSites {
    /// As many as the issue of a small province's overview needs; the province has 130 communes.
    package static let sitesDefault = 40

    /// The portals of `count` communes spread over the list of those that exist, at most one each.
    package static func sites(_ count: Int, of communes: [Unit]) -> [LabSite] {
        let wanted = min(max(count, 0), communes.count)
        var taken: Set<String> = []
        return (0..<wanted).map { number in
            let unit = communes[number * communes.count / wanted]
            let name = unit.name.split(separator: " ").dropFirst().joined().folded
            let host = taken.insert(name).inserted ? "\(name).lab" : "\(name)-\(unit.code).lab"
            return LabSite(unit, host: host)
        }
    }

    /// Every name that the watch must be told lies on loopback: the sites, and where attacks lead.
    package static func hosts(of sites: [LabSite]) -> [String] { sites.map(\.host) + Planted.hosts }

    /// The communes that the program ships.
    package static func communes() throws(PlacesError) -> [Unit] {
        try ReferenceProvince.load().units.filter { unit in
            unit.validTo == nil && (unit.kind == .commune || unit.kind == .ward)
        }
    }
}

/// Names that are put together by chance and are nobody's.
enum Names {
    private static let families = [
        "Nguyễn", "Trần", "Lê", "Phan", "Hồ", "Võ", "Đặng", "Bùi", "Cao", "Lô", "Vi", "Hoàng", "Đậu", "Thái",
        "Ngô",
    ]
    private static let menMiddle = ["Văn", "Đình", "Xuân", "Sỹ", "Hữu", "Quang"]
    private static let men = [
        "An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Hưng", "Khánh", "Lâm", "Nam", "Phúc", "Quân", "Sơn",
        "Tùng",
    ]
    private static let womenMiddle = ["Thị", "Thị Thanh", "Thị Thu", "Thị Bích"]
    private static let women = [
        "Hà", "Hoa", "Hương", "Lan", "Mai", "Nga", "Oanh", "Phương", "Thảo", "Thủy", "Trang", "Yến",
    ]

    static func man(_ dice: inout Dice) -> String {
        "ông \(dice.pick(families)) \(dice.pick(menMiddle)) \(dice.pick(men))"
    }

    static func woman(_ dice: inout Dice) -> String {
        "bà \(dice.pick(families)) \(dice.pick(womenMiddle)) \(dice.pick(women))"
    }
}
