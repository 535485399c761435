package import Database
import Language

/// The code by which an agency is known when agencies exchange documents and data.
///
/// Two forms are in use. QCVN 102:2016/BTTTT has fixed groups, `000.00.00.H41`. QĐ 20/2020/QĐ-TTg (in force
/// since 2020-09-15) has groups of digits and capital letters separated by dots, at most 35 characters, the
/// highest level first.
package struct ElectronicIdentifier: Hashable, Sendable {
    package enum Form: Hashable, Sendable { case qcvn102, decision20 }

    package let text: String
    package let form: Form

    /// Characters of the longest identifier, dots included: QĐ 20/2020/QĐ-TTg.
    package static let charactersMax = 35

    /// Reads an identifier of either form.
    ///
    /// - Throws: ``PlacesError`` whose text says what was expected and what is wrong.
    package init(_ text: String) throws(PlacesError) {
        guard !text.isEmpty else { throw Self.refused(.electronicIdentifierEmpty) }
        guard text.utf8.count <= Self.charactersMax else {
            throw Self.refused(.electronicIdentifierTooLong(charactersMax: Self.charactersMax))
        }
        if let wrong = text.first(where: { !Self.isAllowed($0) && $0 != "." }) {
            throw Self.refused(.electronicIdentifierCharacter(wrong))
        }
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty }) else {
            throw Self.refused(.electronicIdentifierEmptyGroup)
        }
        self.text = text
        form = Self.isQCVN102(groups) ? .qcvn102 : .decision20
    }

    /// Three characters, two, two, then a letter and two digits, as in `000.00.00.H41`.
    private static func isQCVN102(_ groups: [Substring]) -> Bool {
        guard groups.map(\.utf8.count) == [3, 2, 2, 3], let last = groups.last?.utf8 else { return false }
        return last.dropFirst().allSatisfy(isDigit) && last.first.map { !isDigit($0) } == true
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isAllowed(_ character: Character) -> Bool {
        ("0"..."9").contains(character) || (("A"..."Z").contains(character) && character.isASCII)
    }

    private static func refused(_ text: Text) -> PlacesError {
        PlacesError(.electronicIdentifierInvalid, "an electronic identifier has neither form", text: text)
    }
}

extension ElectronicIdentifier: CustomStringConvertible {
    package var description: String { text }
}

extension ElectronicIdentifier: SQLConvertible, SQLDecodable {
    package var sqlValue: SQLValue { .text(text) }
    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue, let read = try? Self(text) else { return nil }
        self = read
    }
}
