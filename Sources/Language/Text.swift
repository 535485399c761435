/// What a person reads, in every language that Sen speaks.
///
/// Texts are written only in `Language/Catalogue/`, one file for each room; a test fails on a text written
/// elsewhere, and the initialiser makes a missing translation a compile error. A text with values in it is a
/// function that returns one.
package struct Text: Hashable, Sendable {
    package let vi: String
    package let en: String

    package init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    package func callAsFunction(_ language: Language) -> String {
        switch language {
        case .vietnamese: vi
        case .english: en
        }
    }
}
