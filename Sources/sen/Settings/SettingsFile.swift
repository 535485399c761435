import Foundation
import Language
import Yams

/// The settings file as names and values, before anybody looks at their meaning.
///
/// YAML is hostile: a few lines of aliases can grow to gigabytes while it is read. Settings need no aliases, so a file
/// with one is refused by its bytes, before the parser sees it; nesting ends at the parser's own limit of 1,000.
struct SettingsFile {
    struct Entry: Hashable {
        let path: String
        /// `nil` for a group or a deeper structure where a value belongs.
        let value: Setting.Value?
        let line: Int
    }

    /// Bytes of a whole file: a hundred times what all settings with comments take.
    static let bytesMax = 256 << 10
    /// Entries of one list.
    static let listMax = 1_000

    let path: String

    func entries() throws(SettingsProblems) -> [Entry] {
        let text = try source()
        if let line = Self.lineOfAlias(in: text) { throw problem(line, .settingsAlias) }
        do {
            guard let root = try Yams.compose(yaml: text) else { return [] }
            guard let mapping = root.mapping else { throw problem(1, .settingsNoMapping) }
            return try entries(of: mapping, below: "")
        } catch let problems as SettingsProblems {
            throw problems
        } catch let error as YamlError {
            throw problem(YAMLComplaint.line(of: error), .settingsNotYAML(YAMLComplaint.text(of: error)))
        } catch {
            throw problem(1, .settingsNotYAML("\(error)"))
        }
    }

    private func source() throws(SettingsProblems) -> String {
        let bytes: Data
        do {
            // At the end of an empty file there is nothing to read, which is no error.
            bytes =
                try FileHandle(forReadingFrom: URL(filePath: path)).read(upToCount: Self.bytesMax + 1)
                ?? Data()
        } catch {
            throw problem(nil, .settingsUnreadable)
        }
        guard bytes.count <= Self.bytesMax else { throw problem(nil, .settingsTooLarge(Self.bytesMax >> 10)) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw problem(nil, .settingsNotUTF8)
        }
        return text
    }

    private func problem(_ line: Int?, _ text: Text) -> SettingsProblems {
        SettingsProblems(all: [SettingsProblem(place: line.map { "\(path):\($0)" } ?? path, text: text)])
    }

    /// Groups are one deep: what lies deeper has no name of ours.
    private func entries(of mapping: Node.Mapping, below group: String) throws(SettingsProblems) -> [Entry] {
        var entries: [Entry] = []
        for (key, value) in mapping {
            let line = key.mark?.line ?? 1
            guard let name = key.scalar?.string else { throw problem(line, .settingsKeyNoText) }
            if group.isEmpty, let inner = value.mapping {
                entries += try self.entries(of: inner, below: name + ".")
            } else {
                entries.append(Entry(path: group + name, value: Self.value(of: value), line: line))
            }
        }
        return entries
    }

    private static func value(of node: Node) -> Setting.Value? {
        if let scalar = node.scalar { return .text(scalar.string) }
        guard let sequence = node.sequence, sequence.count <= listMax else { return nil }
        let texts = sequence.compactMap { $0.scalar?.string }
        return texts.count == sequence.count ? .list(texts) : nil
    }
}

// MARK: What the parser must not see, and what it says

extension SettingsFile {
    /// The line of the first word that begins with `&` or `*`, also in a comment or in quotes: a rule that is simple
    /// cannot be led astray by quotes that two readers see differently.
    static func lineOfAlias(in text: String) -> Int? {
        var line = 1
        var before = UInt8(ascii: " ")
        var isSign = false
        for byte in text.utf8 {
            if isSign, byte > 0x20 { return line }
            if byte == 0x0A { line += 1 }
            isSign = (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")) && !isInsideWord(before)
            before = byte
        }
        return nil
    }

    /// Letters, digits and what addresses have before an ampersand; the parser takes no alias after them.
    private static func isInsideWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
