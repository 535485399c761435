import Language

/// Fills ``Settings`` from their file and from the environment, which has the last word.
struct SettingsReader {
    /// Variables of ours that are no settings.
    static let otherVariables: Set<String> = ["SEN_SETTINGS", "SEN_WRITE_DOCS"]

    var settings = Settings()
    private var problems: [SettingsProblem] = []
    private let definitions = Settings.definitions

    /// - Throws: everything that is wrong at once.
    static func read(file: SettingsFile?, environment: [String: String]) throws(SettingsProblems) -> Settings
    {
        var reader = SettingsReader()
        try reader.take(file)
        reader.take(environment)
        guard reader.problems.isEmpty else { throw SettingsProblems(all: reader.problems) }
        return reader.settings
    }

    private mutating func take(_ file: SettingsFile?) throws(SettingsProblems) {
        guard let file else { return }
        for entry in try file.entries() {
            let place = "\(file.path):\(entry.line)"
            let members = definitions.filter { $0.group == entry.path }.map(\.path)
            if let setting = definitions.first(where: { $0.path == entry.path }) {
                take(entry.value, for: setting, at: place)
            } else if members.isEmpty || entry.value != .text("") {
                // A group without members is one whose settings are all comments.
                refuse(entry.path, at: place, known: members.isEmpty ? definitions.map(\.path) : members)
            }
        }
    }

    private mutating func take(_ environment: [String: String]) {
        for (name, text) in environment.sorted(by: { $0.key < $1.key })
        where name.hasPrefix("SEN_") && !Self.otherVariables.contains(name) {
            guard let setting = definitions.first(where: { $0.environmentName == name }) else {
                refuse(name, at: name, known: definitions.map(\.environmentName))
                continue
            }
            let entries = text.split(separator: ",").map { String($0.drop { $0 == " " }) }
            take(setting.isList ? .list(entries) : .text(text), for: setting, at: name)
        }
    }

    private mutating func take(_ value: Setting.Value?, for setting: Setting, at place: String) {
        if let value, setting.read(value, &settings) { return }
        let shown = setting.isSecret ? nil : value.map(Self.shown)
        let text = Text.settingIsWrong(setting.path, shown: shown, expected: setting.expected)
        problems.append(SettingsProblem(place: place, text: text))
    }

    private mutating func refuse(_ typed: String, at place: String, known: [String]) {
        let nearest = EditDistance.nearest(to: typed, among: known) ?? ""
        let shown = TerminalText.harmless(String(typed.prefix(EditDistance.lettersMax)))
        problems.append(SettingsProblem(place: place, text: .settingUnknown(shown, nearest: nearest)))
    }

    private static func shown(_ value: Setting.Value) -> String {
        let text =
            switch value {
            case .text(let text): text
            case .list(let entries): "[\(entries.prefix(5).joined(separator: ", "))]"
            }
        return TerminalText.harmless(String(text.prefix(EditDistance.lettersMax)))
    }
}
