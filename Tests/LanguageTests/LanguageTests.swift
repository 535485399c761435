import Language
import Testing

@Test(
    "the language follows the header's weights, and is Vietnamese when nothing fits",
    arguments: [
        (nil, Language.vietnamese), ("", .vietnamese), ("fr", .vietnamese), ("en-GB", .english),
        ("en;q=0.5, vi;q=0.9", .vietnamese), ("vi;q=0, en", .english), ("en;q=0", .vietnamese),
    ]
)
func acceptLanguage(header: String?, expected: Language) {
    #expect(Language(acceptLanguage: header) == expected)
}
