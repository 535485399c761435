import Foundation

/// Monthly reports of communes as agencies hand them over: some 31 fields, 850 bytes on average, the same in each run.
struct MonthlyReports {
    private var state: UInt64 = 7

    static let schema = """
        {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Báo cáo tháng","type":"object",
        "required":["org","period","form","status","submitted_by","submitted_at","population","households",
        "poor_households","births","deaths","revenue_vnd","expenditure_vnd","cases_received","cases_on_time","cases_late",
        "location","source"],
        "properties":{"org":{"type":"string","pattern":"^[0-9]{2}\\\\.[0-9]{3}(\\\\.[0-9]{2})?$"},
        "period":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])$"},
        "form":{"enum":["F01","F02","F03","F04","F05","F06","F07","F08","F09","F10","F11","F12"]},
        "status":{"enum":["draft","submitted","approved","returned"]},
        "submitted_by":{"type":"string","minLength":1,"maxLength":64},"submitted_at":{"type":"string","format":"date-time"},
        "approved_by":{"type":"string","maxLength":64},"approved_at":{"type":"string","format":"date-time"},
        "population":{"$ref":"#/$defs/count"},"households":{"$ref":"#/$defs/count"},
        "poor_households":{"$ref":"#/$defs/count"},"near_poor_households":{"$ref":"#/$defs/count"},
        "births":{"$ref":"#/$defs/count"},"deaths":{"$ref":"#/$defs/count"},"in_migrants":{"$ref":"#/$defs/count"},
        "out_migrants":{"$ref":"#/$defs/count"},"revenue_vnd":{"$ref":"#/$defs/money"},
        "expenditure_vnd":{"$ref":"#/$defs/money"},"investment_vnd":{"$ref":"#/$defs/money"},
        "disbursed_pct":{"$ref":"#/$defs/pct"},"cases_received":{"$ref":"#/$defs/count"},
        "cases_on_time":{"$ref":"#/$defs/count"},"cases_late":{"$ref":"#/$defs/count"},
        "complaints":{"$ref":"#/$defs/count"},"online_pct":{"$ref":"#/$defs/pct"},
        "area_ha":{"type":"number","exclusiveMinimum":0},
        "events":{"type":"array","maxItems":5,"items":{"type":"object","required":["type","date"],"properties":{
        "type":{"enum":["flood","fire","storm","landslide","accident"]},"date":{"type":"string","format":"date"},
        "loss_vnd":{"$ref":"#/$defs/money"}},"additionalProperties":false}},
        "location":{"type":"object","required":["lat","lon"],"properties":{"lat":{"type":"number","minimum":-90,"maximum":90},
        "lon":{"type":"number","minimum":-180,"maximum":180}},"additionalProperties":false},
        "tags":{"type":"array","uniqueItems":true,"maxItems":8,"items":{"type":"string","maxLength":32}},
        "notes":{"type":"string","maxLength":500},
        "source":{"type":"object","required":["system","ref"],"properties":{"system":{"type":"string"},
        "ref":{"type":"string"},"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$"}},"additionalProperties":false}},
        "dependentRequired":{"approved_by":["approved_at"]},
        "if":{"properties":{"status":{"const":"approved"}},"required":["status"]},
        "then":{"required":["approved_by","approved_at"]},"additionalProperties":false,
        "$defs":{"count":{"type":"integer","minimum":0,"maximum":10000000},
        "money":{"type":"integer","minimum":0,"maximum":1000000000000000},"pct":{"type":"number","minimum":0,"maximum":100}}}
        """

    private static let tags = ["nông thôn mới", "chuyển đổi số", "y tế", "giáo dục", "môi trường", "an sinh"]
    private static let events = ["flood", "fire", "storm", "landslide", "accident"]
    private static let note = Array(
        "Báo cáo tháng của xã: tiến độ thực hiện chỉ tiêu đạt kế hoạch, một số hồ sơ còn chậm do thiếu nhân lực."
    )

    /// `count` reports, each the bytes of one line.
    static func make(_ count: Int) -> [[UInt8]] {
        var maker = MonthlyReports()
        return (0..<count).map { Array(maker.report($0).utf8) }
    }

    /// `count` reports that follow the first `start`, one a line.
    static func lines(from start: Int, _ count: Int) -> [String] {
        var maker = MonthlyReports()
        return (start..<start + count).map { maker.report($0) }
    }

    /// Writes `count` reports to a file, one a line, in memory that does not grow with it.
    static func write(_ count: Int, to file: URL) throws {
        var maker = MonthlyReports()
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        for start in stride(from: 0, to: count, by: 10_000) {
            let lines = (start..<min(start + 10_000, count)).map { maker.report($0) + "\n" }
            try handle.write(contentsOf: Data(lines.joined().utf8))
        }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int(state >> 33) % (range.upperBound - range.lowerBound + 1)
    }

    private mutating func decimal(_ whole: ClosedRange<Int>, _ digits: Int) -> String {
        let fraction = String((0..<digits).map { _ in Character(String(number(1...9))) })
        return "\(number(whole)).\(fraction)"
    }

    private static func padded(_ number: Int, _ digits: Int = 2) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private mutating func report(_ index: Int) -> String {
        let org = "40.\(Self.padded(index / 10 % 130 + 1, 3)).\(Self.padded(index % 10 + 1))"
        let period = "\(2021 + index / 15_600 / 12 % 6)-\(Self.padded(index / 15_600 % 12 + 1))"
        let form = "F\(Self.padded(index / 1_300 % 12 + 1))"
        let isApproved = number(1...10) <= 7
        let (people, received) = (number(800...9_000), number(0...400))
        let late = number(0...received / 10)
        var fields = [
            #""org":"\#(org)","period":"\#(period)","form":"\#(form)","status":"\#(isApproved ? "approved" : "submitted")""#,
            #""submitted_by":"cb.\#(Self.padded(number(1...4_000), 4))""#,
            #""submitted_at":"\#(period)-\#(number(20...28))T\#(Self.padded(number(7...17))):\#(Self.padded(number(0...59))):00Z""#,
            #""population":\#(people),"households":\#(people / 4),"poor_households":\#(number(0...people / 32))"#,
            #""near_poor_households":\#(number(0...people / 32)),"births":\#(number(0...20)),"deaths":\#(number(0...12))"#,
            #""in_migrants":\#(number(0...30)),"out_migrants":\#(number(0...30))"#,
            #""revenue_vnd":\#(number(10_000_000...2_000_000_000)),"expenditure_vnd":\#(number(10_000_000...2_000_000_000))"#,
            #""investment_vnd":\#(number(0...2_000_000_000)),"disbursed_pct":\#(decimal(0...99, 2))"#,
            #""cases_received":\#(received),"cases_on_time":\#(received - late),"cases_late":\#(late)"#,
            #""complaints":\#(number(0...5)),"online_pct":\#(decimal(0...99, 2)),"area_ha":\#(decimal(50...949, 2))"#,
            #""events":[\#(event(period))],"location":{"lat":\#(decimal(18...19, 6)),"lon":\#(decimal(104...105, 6))}"#,
            #""tags":[\#(Self.tags.prefix(number(0...3)).map { "\"\($0)\"" }.joined(separator: ","))]"#,
            #""notes":"\#(String(Self.note.prefix(number(20...Self.note.count))))""#,
            #""source":{"system":"cmr","ref":"\#(org)/\#(period)/\#(form)","sha256":"\#(digest())"}"#,
        ]
        if isApproved {
            fields.append(
                #""approved_by":"ld.\#(Self.padded(number(1...300), 3))","approved_at":"\#(period)-28T17:30:00Z""#
            )
        }
        return "{" + fields.joined(separator: ",") + "}"
    }

    private mutating func event(_ period: String) -> String {
        guard number(1...100) <= 15 else { return "" }
        let day = Self.padded(number(1...28))
        return
            #"{"type":"\#(Self.events[number(0...4)])","date":"\#(period)-\#(day)","loss_vnd":\#(number(0...1_000_000_000))}"#
    }

    private mutating func digest() -> String {
        String((0..<64).map { _ in Array("0123456789abcdef")[number(0...15)] })
    }
}
