import Language
import Places
import Testing

@Test(
    "each failure has a code of this room and a sentence of its own in both languages",
    arguments: PlacesErrorCode.allCases
)
func failuresSpeak(code: PlacesErrorCode) {
    #expect(code.rawValue.hasPrefix("places."))
    #expect(!code.text.vi.isEmpty && code.text.vi != code.text.en)
    let namesakes = PlacesErrorCode.allCases.filter { $0.text == code.text }
    #expect(namesakes == [code])
}

@Test("each kind of unit has a name in both languages, and no two share one", arguments: Language.allCases)
func kindsHaveNames(language: Language) {
    let names = UnitKind.allCases.map { $0.text(language) }
    #expect(Set(names).count == names.count && !names.contains(""))
}
