import Language

/// One term of the list.
package struct Term: Hashable, Sendable {
    /// What it is used for.
    package enum Category: String, CaseIterable, Hashable, Sendable {
        case gambling, loan, adult, pharmacy, forgery
        /// What an attacker writes on a page that he took over.
        case defacement
        /// Words of news about crime, and of warnings.
        case news
        /// Words that invite to take part.
        case call

        /// Whether a hit is spam, not context.
        package var isSpam: Bool {
            switch self {
            case .gambling, .loan, .adult, .pharmacy, .forgery: true
            case .defacement, .news, .call: false
            }
        }

        /// The reason that evidence of it gives.
        package var reason: EvidenceReason {
            switch self {
            case .gambling: .termGambling
            case .loan: .termLoan
            case .adult: .termAdult
            case .pharmacy: .termPharmacy
            case .forgery: .termForgery
            case .defacement: .defacementWords
            case .news, .call: .termInNews
            }
        }
    }

    package var category: Category
    /// Whether it also stands in honest text, so that it counts only beside a strong one.
    package var isWeak: Bool
    /// As it is written, with all its marks.
    package var text: String

    package init(_ category: Category, isWeak: Bool = false, _ text: String) {
        self.category = category
        self.isWeak = isWeak
        self.text = text
    }
}

/// A line of a term list that cannot be read.
package struct TermListError: Error, Hashable, Sendable {
    package var line: Int
    package var text: String
}

extension Term {
    /// Letters of the shortest term that may be given: shorter ones are in every text.
    package static let lettersMin = 3
    /// Terms of one list; the matcher numbers its states with 16 bits.
    package static let termsMax = 4_000

    /// Reads a list: category, strength and term on each line, `#` before remarks.
    package static func list(_ text: String) throws(TermListError) -> [Term] {
        var terms: [Term] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
            let words = line.split(whereSeparator: \.isWhitespace)
            if words.isEmpty { continue }
            guard words.count >= 3, let category = Category(rawValue: String(words[0])),
                words[1] == "strong" || words[1] == "weak", terms.count < termsMax
            else { throw TermListError(line: index + 1, text: String(line)) }
            let term = words.dropFirst(2).joined(separator: " ")
            guard term.folded.filter({ $0.isLetter || $0.isNumber }).count >= lettersMin else {
                throw TermListError(line: index + 1, text: String(line))
            }
            terms.append(Term(category, isWeak: words[1] == "weak", term))
        }
        return terms
    }

    /// The list that comes with Sen.
    package static let standard: [Term] = {
        let text = String(decoding: PackageResources.terms_txt, as: UTF8.self)
        // the file is ours and a test reads it; a broken one leaves the watch without terms, not without life
        return (try? list(text)) ?? []
    }()
}
