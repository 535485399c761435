import Assets
import Foundation
import Testing

/// The colours of one theme, read from the style sheet itself.
private func colours(after selector: String) throws -> [String: String] {
    let css = String(decoding: try #require(Asset.all["console.css"]).bytes, as: UTF8.self)
    let rest = try #require(css.components(separatedBy: selector + " {").dropFirst().first)
    let block = try #require(rest.components(separatedBy: "}").first)
    let found = block.matches(of: /--([a-z0-9-]+): (#[0-9a-f]{3,6})/)
    return Dictionary(found.map { (String($0.1), String($0.2)) }) { first, _ in first }
}

/// Relative luminance, WCAG 2.2.
private func luminance(_ colour: String) -> Double {
    var digits = colour.dropFirst().map(String.init)
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    let channels = stride(from: 0, to: 6, by: 2).map { index -> Double in
        let value = Double(Int(digits[index] + digits[index + 1], radix: 16) ?? 0) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
}

private func contrast(_ one: String, _ other: String) -> Double {
    let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
}

@Test("text reaches AA contrast on what it stands on", arguments: [":root", ":root[data-theme=\"dark\"]"])
func textIsLegible(theme: String) throws {
    let colours = try colours(after: theme)
    let pairs = [
        ("ink", "paper"), ("ink", "card"), ("ink-2", "paper"), ("ink-2", "card"), ("ink-3", "paper"),
        ("ink-3", "card"), ("lake", "card"), ("lake", "paper"), ("on-lake", "lake"), ("ok", "ok-soft"),
        ("warn", "warn-soft"), ("bad", "bad-soft"), ("lotus", "lotus-soft"), ("ok", "card"),
        ("warn", "card"), ("bad", "card"), ("lotus", "card"), ("ink-2", "lake-soft"),
    ]
    for (text, ground) in pairs {
        let ratio = contrast(try #require(colours[text]), try #require(colours[ground]))
        #expect(ratio >= 4.5, "\(text) on \(ground) has \(ratio)")
    }
    let edge = contrast(try #require(colours["edge"]), try #require(colours["card"]))
    #expect(edge >= 3, "the edge of a control has \(edge)")
}
