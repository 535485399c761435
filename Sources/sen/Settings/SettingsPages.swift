import Language

extension Settings {
    /// The settings as a file that could be read again, except that secrets are masked.
    func yaml() -> String {
        var lines: [String] = []
        var group = ""
        for setting in Self.definitions {
            if setting.group != group {
                group = setting.group
                lines.append("\(group):")
            }
            let indent = group.isEmpty ? "" : "  "
            let value = setting.written(self)
            let shown = setting.isList ? value : value.map { Self.quoted(setting.isSecret ? "********" : $0) }
            lines.append(shown.map { "\(indent)\(setting.name): \($0)" } ?? "\(indent)# \(setting.name):")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Numbers and simple words stand as they are.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "/")
        }
        guard !isPlain || text.isEmpty else { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// The manual of all settings, in Markdown.
    static func manual(_ language: Language) -> String {
        let defaults = Settings()
        var text = Text.settingsManual(language) + "\n"
        for setting in definitions {
            let standard = setting.written(defaults).map { "`\($0)`" } ?? Text.settingNone(language)
            text += """
                ## `\(setting.path)`

                \(setting.meaning(language))

                - \(Text.settingMayBe(language)): \(setting.expected(language))
                - \(Text.settingDefault(language)): \(standard)
                - \(Text.settingVariable(language)): `\(setting.environmentName)`

                """
            if setting.isSecret { text += "- \(Text.settingSecret(language))\n" }
            text += "\n"
        }
        return String(text.dropLast())
    }
}
