import Language

/// One setting: its name, what it means, and how its text becomes a value.
struct Setting: Sendable {
    /// What the file or the environment says, before anybody knows its type.
    enum Value: Hashable, Sendable {
        case text(String)
        case list([String])
    }

    /// As in the file, with dots: `server.port`.
    let path: String
    let meaning: Text
    /// What may be written, in words.
    let expected: Text
    /// Never shown, neither by `print` nor in an error.
    let isSecret: Bool
    let isList: Bool
    /// `false` when the value is none of ``expected``.
    let read: @Sendable (Value, inout Settings) -> Bool
    /// As it is written in the file; `nil` when it is not set.
    let written: @Sendable (Settings) -> String?

    /// As in the environment: `SEN_SERVER_PORT`.
    var environmentName: String {
        path.reduce(into: "SEN_") { name, letter in
            if letter.isUppercase, name.last?.isLowercase == true { name += "_" }
            name.append(letter == "." ? "_" : letter)
        }.uppercased()
    }

    /// The part before the dot; empty for one that stands alone.
    var group: String { path.contains(".") ? String(path.prefix { $0 != "." }) : "" }
    var name: String { group.isEmpty ? path : String(path.dropFirst(group.count + 1)) }
}

/// Where a value of that type lies.
typealias SettingPlace<Value> = WritableKeyPath<Settings, Value> & Sendable

extension Setting {
    /// Any single value that `parse` understands; `write` gives it back.
    static func single<Value>(
        _ path: String,
        _ place: any SettingPlace<Value>,
        _ expected: Text,
        _ meaning: Text,
        isSecret: Bool = false,
        parse: @escaping @Sendable (String) -> Value?,
        write: @escaping @Sendable (Value) -> String?
    ) -> Setting {
        Setting(
            path: path,
            meaning: meaning,
            expected: expected,
            isSecret: isSecret,
            isList: false,
            read: { value, settings in
                guard case .text(let text) = value, let parsed = parse(text) else { return false }
                settings[keyPath: place] = parsed
                return true
            },
            written: { write($0[keyPath: place]) }
        )
    }

    /// A whole number within `range`.
    static func integer(
        _ path: String,
        _ place: any SettingPlace<Int>,
        _ range: ClosedRange<Int>,
        _ meaning: Text
    ) -> Setting {
        single(
            path,
            place,
            .settingExpectsInteger(range.lowerBound, range.upperBound),
            meaning,
            parse: { Int($0).flatMap { range.contains($0) ? $0 : nil } },
            write: { String($0) }
        )
    }

    /// Text that must pass `isRight`.
    static func text(
        _ path: String,
        _ place: any SettingPlace<String>,
        _ expected: Text,
        _ meaning: Text,
        isRight: @escaping @Sendable (String) -> Bool
    ) -> Setting {
        single(path, place, expected, meaning, parse: { isRight($0) ? $0 : nil }, write: { $0 })
    }

    /// Text that need not be there.
    static func optionalText(
        _ path: String,
        _ place: any SettingPlace<String?>,
        _ expected: Text,
        _ meaning: Text,
        isSecret: Bool = false,
        isRight: @escaping @Sendable (String) -> Bool
    ) -> Setting {
        single(
            path,
            place,
            expected,
            meaning,
            isSecret: isSecret,
            parse: { isRight($0) ? .some($0) : nil },
            write: { $0 }
        )
    }

    /// A list whose entries `parse` understands.
    static func list<Entry: CustomStringConvertible & Sendable>(
        _ path: String,
        _ place: any SettingPlace<[Entry]>,
        _ expected: Text,
        _ meaning: Text,
        parse: @escaping @Sendable (String) -> Entry?
    ) -> Setting {
        Setting(
            path: path,
            meaning: meaning,
            expected: expected,
            isSecret: false,
            isList: true,
            read: { value, settings in
                guard case .list(let entries) = value else { return false }
                let parsed = entries.compactMap(parse)
                settings[keyPath: place] = parsed
                return parsed.count == entries.count
            },
            written: { settings in
                let entries = settings[keyPath: place]
                return entries.isEmpty ? nil : "[\(entries.map { "\"\($0)\"" }.joined(separator: ", "))]"
            }
        )
    }
}
