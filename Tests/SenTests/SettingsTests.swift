import Language
import Testing

@testable import sen

@Suite("Settings")
struct SettingsTests {
    @Test(
        "the distance counts letters added, left out, replaced and swapped, in either case",
        arguments: [
            ("port", "port", 0), ("prot", "port", 1), ("pot", "port", 1), ("pport", "port", 1),
            ("pork", "port", 1),
            ("PORT", "port", 0), ("", "port", 4), ("port", "", 4), ("", "", 0), ("abc", "xyz", 3),
        ]
    )
    func distance(a: String, b: String, letters: Int) {
        #expect(EditDistance.between(a, b) == letters)
        #expect(EditDistance.between(b, a) == letters)
    }

    @Test("a name of a megabyte is compared by its beginning")
    func longName() {
        #expect(EditDistance.between(String(repeating: "a", count: 1 << 20), "b") == EditDistance.lettersMax)
    }

    @Test("each slip of one letter still leads to the setting that was meant")
    func slips() {
        let paths = Settings.definitions.map(\.path)
        for path in paths {
            for index in path.indices where path[index] != "." {
                var slip = path
                slip.remove(at: index)
                #expect(EditDistance.nearest(to: slip, among: paths) == path, "\(slip)")
            }
        }
    }

    @Test("names are unique, in the file and in the environment, and no setting is without words")
    func definitions() {
        let definitions = Settings.definitions
        #expect(Set(definitions.map(\.path)).count == definitions.count)
        #expect(Set(definitions.map(\.environmentName)).count == definitions.count)
        #expect(definitions.allSatisfy { !$0.meaning.vi.isEmpty && $0.meaning.vi != $0.meaning.en })
    }

    @Test(
        "names of variables follow from names of settings",
        arguments: [
            ("language", "SEN_LANGUAGE"), ("timeZone", "SEN_TIME_ZONE"),
            ("server.publicURL", "SEN_SERVER_PUBLIC_URL"),
            ("watch.hostGapMilliseconds", "SEN_WATCH_HOST_GAP_MILLISECONDS"),
        ]
    )
    func environmentName(path: String, name: String) {
        #expect(Settings.definitions.first { $0.path == path }?.environmentName == name)
    }

    @Test("each default is a value that its own setting accepts")
    func defaults() {
        for setting in Settings.definitions where !setting.isList {
            guard let text = setting.written(Settings()) else { continue }
            var settings = Settings()
            #expect(setting.read(.text(text), &settings), "\(setting.path)")
            #expect(setting.written(settings) == text)
        }
    }

    @Test(
        "a word that begins with & or * is found wherever a parser could take it for an alias",
        arguments: [
            ("a: *b", 1), ("\n\na: &b c", 3), ("[\"a\",*b]", 1), ("a:*b", 1), ("{a:&b c}", 1), ("- *a", 1),
            ("-*a", 1),
            ("# *note*", 1), ("'q'*b", 1), ("a: \u{85}*b", 1), ("*a", 1), ("a: &&b", 1),
        ]
    )
    func alias(text: String, line: Int) { #expect(SettingsFile.lineOfAlias(in: text) == line) }

    @Test(
        "signs inside words and alone are no aliases",
        arguments: ["u: https://a.vn/?x=1&y=2", "R&D", "a & b", "2*3", "a * b", "100%&x", "", "*"]
    )
    func noAlias(text: String) { #expect(SettingsFile.lineOfAlias(in: text) == nil) }

    @Test("without file and variables the defaults hold; variables of others are left alone")
    func nothingSet() throws {
        let settings = try SettingsReader.read(file: nil, environment: ["HOME": "/", "SEN_SETTINGS": "x"])
        #expect(settings.yaml() == Settings().yaml())
    }
}
