/// How one portal looks, so that no two of the lab are alike.
struct Look: Hashable, Sendable {
    enum Side: Hashable, Sendable { case left, right }

    /// Main colour, its darker shade and an accent.
    let main, dark, accent: String
    let side: Side
    /// Cards beside each other, or a list.
    let hasCards: Bool
    /// Begins the names of the classes; "renamed CSS classes" changes it.
    let prefix: String

    private static let palettes = [
        ("#b3261e", "#7d1a15", "#f2c94c"), ("#0b5cad", "#083f78", "#f2a33c"),
        ("#1b7f4d", "#125636", "#f0c24b"),
        ("#0f6f7c", "#0a4a53", "#f4b860"), ("#7a3e9d", "#532a6c", "#f3c969"),
        ("#9a5b13", "#6a3e0c", "#ffd27a"),
        ("#31538f", "#1f3763", "#e9b949"),
    ]

    init(_ dice: inout Dice) {
        (main, dark, accent) = dice.pick(Self.palettes)
        side = dice.pick([Side.left, .right])
        hasCards = dice.number(in: 0...2) > 0
        prefix = dice.pick(["k", "portal", "x", "cms", "tt"])
    }

    /// The style sheet; `p` begins the names of the classes.
    func styleSheet(_ p: String) -> String {
        """
        *{box-sizing:border-box}
        body{margin:0;font:16px/1.6 "Be Vietnam Pro","Noto Sans",system-ui,sans-serif;color:#22262b;background:#f3f4f6}
        a{color:\(main)} img{max-width:100%;height:auto;display:block}
        \(frameRules(p))
        \(newsRules(p))
        @media (max-width:760px){.\(p)-main{grid-template-columns:minmax(0,1fr)}.\(p)-main>aside{order:2}
        .\(p)-news{grid-template-columns:minmax(0,1fr)}.\(p)-item{display:block}.\(p)-item img{width:100%;margin-bottom:.6rem}
        .\(p)-head h1{font-size:1.35rem}}
        """
    }

    private func frameRules(_ p: String) -> String {
        let columns = side == .left ? "300px minmax(0,1fr)" : "minmax(0,1fr) 300px"
        return """
            .\(p)-wide{max-width:1160px;margin:0 auto;padding:0 1rem}
            .\(p)-lab{background:repeating-linear-gradient(135deg,#fff3cd 0 18px,#ffe69c 18px 36px);color:#3d2c00;
            text-align:center;font-size:.9rem;padding:.5rem 1rem;border-bottom:2px solid #b58100}
            .\(p)-head{background:linear-gradient(120deg,\(main),\(dark));color:#fff}
            .\(p)-head>div{display:flex;gap:1rem;align-items:center;padding-top:1.2rem;padding-bottom:1.2rem}
            .\(p)-head p{margin:0;font-size:.8rem;letter-spacing:.08em;text-transform:uppercase}
            .\(p)-head h1{margin:0;font-size:1.9rem;line-height:1.25;text-transform:uppercase} .\(p)-head svg{flex:none}
            .\(p)-menu{background:\(dark)} .\(p)-menu>div{display:flex;flex-wrap:wrap}
            .\(p)-menu a{color:#fff;text-decoration:none;padding:.7rem .9rem} .\(p)-menu a:hover{background:\(main)}
            .\(p)-main{display:grid;grid-template-columns:\(columns);gap:1.5rem;margin-top:1.5rem;margin-bottom:2rem}
            .\(p)-box{background:#fff;border:1px solid #dfe3e8;border-top:3px solid \(main);padding:1rem;margin-bottom:1rem}
            .\(p)-box h2{margin:0 0 .6rem;font-size:1rem;text-transform:uppercase;color:\(dark)}
            .\(p)-box ul{margin:0;padding-left:1.1rem} .\(p)-box dl{margin:0} .\(p)-box dt{font-weight:600}
            .\(p)-box dd{margin:0 0 .5rem}
            .\(p)-foot{background:\(dark);color:#fff;font-size:.9rem;padding:1.4rem 0} .\(p)-foot p{margin:.2rem 0}
            .\(p)-foot a{color:\(accent)}
            """
    }

    private func newsRules(_ p: String) -> String {
        let columns = hasCards ? "repeat(2,minmax(0,1fr))" : "minmax(0,1fr)"
        let item =
            hasCards
            ? "" : ".\(p)-item{display:flex;gap:1rem}.\(p)-item img{width:220px;flex:none;align-self:start}"
        return """
            .\(p)-news{display:grid;grid-template-columns:\(columns);gap:1rem}
            .\(p)-item{background:#fff;border:1px solid #dfe3e8;padding:1rem;border-radius:4px;overflow-wrap:anywhere}
            \(item)
            .\(p)-item h2{font-size:1.1rem;line-height:1.35;margin:.5rem 0} .\(p)-item h2 a{color:\(dark);text-decoration:none}
            .\(p)-item p{margin:.4rem 0} .\(p)-date{color:#5b6470;font-size:.85rem}
            .\(p)-title{margin:0 0 1rem;padding-left:.6rem;border-left:5px solid \(accent);font-size:1.25rem}
            """
    }

    /// A picture for number `number`: hills under the sun, drawn and not taken.
    func picture(_ number: Int, of host: String, isReplaced: Bool = false) -> String {
        var dice = Dice("\(host) \(number)")
        let sun = dice.number(in: 60...560)
        let hill = (0..<3).map { _ in dice.number(in: 120...230) }
        let sky = isReplaced ? "#111" : dice.pick(["#d8ecf7", "#fbe7c6", "#e3f1df", "#e6e2f3"])
        let words = isReplaced ? "ẢNH BỊ THAY – PHÒNG THỬ NGHIỆM" : "Ảnh minh họa – phòng thử nghiệm"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360"><rect width="640" \
            height="360" fill="\(sky)"/><circle cx="\(sun)" cy="90" r="38" fill="\(accent)"/><path d="M0 \(hill[0]) Q160 \
            \(hill[1] - 60) 320 \(hill[1]) T640 \(hill[2]) V360 H0Z" fill="\(main)" opacity=".55"/><path d="M0 \
            \(hill[2] + 60) Q200 \(hill[0]) 400 \(hill[1] + 80) T640 \(hill[0] + 70) V360 H0Z" fill="\(dark)" \
            opacity=".8"/><text x="16" y="344" font-family="sans-serif" font-size="16" fill="#fff">\(words)</text></svg>
            """
    }
}
