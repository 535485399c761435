package import Timekeeping

/// Writes numbers, times and lengths of time as the reader's language does.
///
/// A unit never stands alone at the start of a line: a no-break space goes before it.
package struct Formatting: Sendable {
    package let language: Language
    private let calendar: CivilCalendar

    package init(language: Language, calendar: CivilCalendar) {
        self.language = language
        self.calendar = calendar
    }

    package static let noBreakSpace = "\u{A0}"

    // MARK: Numbers

    /// `7.982` in Vietnamese, `7,982` in English.
    package func number(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        let grouped = digits.enumerated().reduce(into: "") { out, digit in
            if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { out.append(groupSeparator) }
            out.append(digit.element)
        }
        return (number < 0 ? "−" : "") + grouped
    }

    /// `1.234,5`, rounded half away from zero; a dash for what is not a number or too large to write.
    package func number(_ number: Double, decimals: Int) -> String {
        let places = min(max(decimals, 0), Self.decimalsMax)
        let scale = (0..<places).reduce(1) { value, _ in value * 10 }
        let scaled = (number * Double(scale)).rounded()
        guard scaled.isFinite, abs(scaled) < Self.scaledMax else { return "–" }
        let whole = Int(scaled)
        let fraction = String(whole.magnitude % UInt(scale))
        let sign = whole < 0 && abs(whole) < scale ? "−" : ""
        guard places > 0 else { return self.number(whole) }
        let zeros = String(repeating: "0", count: places - fraction.count)
        return sign + self.number(whole / scale) + decimalSeparator + zeros + fraction
    }

    /// A share of 1, as `99,2 %`.
    package func percent(_ share: Double, decimals: Int = 1) -> String {
        with(unit: "%", number(share * 100, decimals: decimals))
    }

    /// A number and its unit, which stay together.
    package func with(unit: String, _ number: String) -> String { number + Self.noBreakSpace + unit }

    /// More decimals than a page ever says.
    private static let decimalsMax = 6
    /// Below this a Double holds every whole number (2^53).
    private static let scaledMax = 9_007_199_254_740_992.0

    private var groupSeparator: String { language == .vietnamese ? "." : "," }
    private var decimalSeparator: String { language == .vietnamese ? "," : "." }

    // MARK: Dates

    /// `24/11/2026`, and `24 Nov 2026` in English, where figures alone can be misread.
    package func date(_ day: Day) -> String {
        switch language {
        case .vietnamese: "\(padded(day.day))/\(padded(day.month))/\(day.year)"
        case .english: "\(day.day) \(Self.englishMonths[day.month - 1]) \(day.year)"
        }
    }
    package func date(_ instant: Instant) -> String { date(calendar.day(of: instant)) }

    /// `24/11/2026 17:20`.
    package func dateTime(_ instant: Instant) -> String { "\(date(instant)) \(time(instant))" }

    /// `17:20`.
    package func time(_ instant: Instant) -> String {
        let (hour, minute) = calendar.time(of: instant)
        return "\(padded(hour)):\(padded(minute))"
    }

    /// `Thứ Hai, 23/11/2026`.
    package func weekdayAndDate(_ instant: Instant) -> String {
        let day = calendar.day(of: instant)
        return "\(Text.weekdays[calendar.isoWeekday(of: day) - 1](language)), \(date(day))"
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

// MARK: Lengths of time

extension Formatting {
    /// The two largest parts, as `6 giờ 12 phút`.
    ///
    /// Under a minute it is `dưới 1 phút`; the sign is dropped.
    package func duration(_ duration: Duration) -> String {
        let minutes = Int((duration.components.seconds.magnitude) / 60)
        let (days, hours, rest) = (minutes / 1440, minutes % 1440 / 60, minutes % 60)
        let parts: [(Int, CountedUnit)] =
            days > 0 ? [(days, .day), (hours, .hour)] : [(hours, .hour), (rest, .minute)]
        let written = parts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
        return written.isEmpty ? Text.underOneMinute(language) : written.joined(separator: " ")
    }

    /// `2 phút trước`, `3 ngày nữa`, `vừa xong`, by the largest part alone.
    package func relative(_ instant: Instant, now: Instant) -> String {
        let (seconds, overflow) = now.microsecondsSince1970.subtractingReportingOverflow(
            instant.microsecondsSince1970
        )
        let minutes = overflow ? 0 : Int(seconds / 60_000_000)
        let size = minutes.magnitude
        guard size > 0 else { return instant > now ? Text.soon(language) : Text.justNow(language) }
        let (count, unit): (Int, CountedUnit) =
            size >= 1440
            ? (Int(size / 1440), .day) : size >= 60 ? (Int(size / 60), .hour) : (Int(size), .minute)
        let length = counted(count, unit)
        return minutes > 0 ? Text.ago(length)(language) : Text.ahead(length)(language)
    }

    /// Milliseconds up to a second, then seconds: `312 ms`, `1,4 giây`.
    package func responseTime(_ duration: Duration) -> String {
        let milliseconds = Double(duration.microseconds) / 1000
        return milliseconds < 1000
            ? with(unit: "ms", number(milliseconds, decimals: 0))
            : with(unit: Text.secondsUnit(language), number(milliseconds / 1000, decimals: 1))
    }

    package enum CountedUnit { case minute, hour, day }

    /// `12 phút`, `1 minute`, `2 minutes`.
    package func counted(_ count: Int, _ unit: CountedUnit) -> String {
        let name =
            switch unit {
            case .minute: Text.minutes(count)
            case .hour: Text.hours(count)
            case .day: Text.days(count)
            }
        return with(unit: name(language), number(count))
    }
}
