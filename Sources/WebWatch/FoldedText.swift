package import HTMLParsing
import Language

/// The words of a page as the term list reads them: folded letters and digits, with the way back to the original.
///
/// It is made once for each page; terms and shingles both read it, so no byte is decoded twice.
package struct FoldedText: Sendable {
    /// What a byte of ``symbols`` means.
    enum Symbol {
        static let space: UInt8 = 0
        static let letterA: UInt8 = 1
        static let digitZero: UInt8 = 27
        /// Signs that spammers put between letters: `. - _ *` and their like.
        static let joiner: UInt8 = 37
        /// The end of a block: no word goes on behind it.
        static let end: UInt8 = 38
        /// A letter of another script.
        static let foreign: UInt8 = 39

        /// Whether it is part of a word.
        @inline(__always)
        static func isWord(_ symbol: UInt8) -> Bool { symbol != space && symbol != joiner && symbol != end }
    }

    /// Where a text stood.
    package enum Place: UInt8, Sendable { case title, description, text, link, comment }

    /// One run of text of one kind.
    package struct Region: Sendable {
        package var place: Place
        package var way: Concealment.Way?
        /// The index of the outgoing link that the text belongs to; -1 for none.
        package var link: Int
        /// The first symbol of it.
        package var start: Int
    }

    package private(set) var original: [UInt8] = []
    private(set) var symbols: [UInt8] = []
    /// For each symbol the byte of ``original`` where it starts.
    private(set) var offsets: [UInt32] = []
    package private(set) var regions: [Region] = []

    /// Bytes of text looked at: a long page has 100 KB.
    package static let bytesMax = 1 << 20

    package init() {}

    mutating func reserve(_ bytes: Int) {
        original.reserveCapacity(bytes)
        symbols.reserveCapacity(bytes)
        offsets.reserveCapacity(bytes)
    }

    /// Adds a run of text.
    mutating func append(
        _ text: UnsafeBufferPointer<UInt8>,
        _ place: Place,
        way: Concealment.Way? = nil,
        link: Int = -1
    ) {
        guard original.count + text.count <= Self.bytesMax else { return }
        if let last = regions.last, last.place == place, last.way == way, last.link == link {
            // goes on
        } else {
            regions.append(Region(place: place, way: way, link: link, start: symbols.count))
        }
        let start = original.count
        original.append(contentsOf: text)
        fold(from: start)
    }

    /// Ends a block, so that its last word and the next one's first do not meet.
    mutating func endBlock() {
        guard let last = symbols.last, last != Symbol.end else { return }
        push(Symbol.end, original.count)
        original.append(0x0A)
    }

    private mutating func fold(from start: Int) {
        let table = Self.table
        var at = start
        while at < original.count {
            let byte = original[at]
            var symbol: UInt8
            var length = 1
            if byte < 0x80 {
                symbol = table[Int(byte)]
            } else {
                let decoded = UTF8Scalar.decode(original, at: at)
                length = decoded.length
                symbol = Self.symbol(of: decoded.scalar)
            }
            if symbol == Symbol.space || symbol == Symbol.joiner {
                // runs of space and of joiners are one; between words a space wins
                if let last = symbols.last,
                    last == Symbol.space || last == Symbol.joiner || last == Symbol.end
                {
                    if last == Symbol.joiner, symbol == Symbol.space {
                        symbols[symbols.count - 1] = Symbol.space
                    }
                    symbol = Self.dropped
                }
            }
            if symbol != Self.dropped { push(symbol, at) }
            at += length
        }
    }

    @inline(__always)
    private mutating func push(_ symbol: UInt8, _ offset: Int) {
        symbols.append(symbol)
        offsets.append(UInt32(truncatingIfNeeded: offset))
    }

    /// The original text of a range of symbols, marks and zero-width characters inside it included.
    package func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= offsets.count else { return "" }
        let end = range.upperBound < offsets.count ? Int(offsets[range.upperBound]) : original.count
        return String(decoding: original[Int(offsets[range.lowerBound])..<end], as: UTF8.self)
    }

    /// The passage around a range of symbols, for a quotation.
    package func passage(_ range: Range<Int>, around: Int = 60) -> String {
        var lower = max(0, range.lowerBound - around)
        var upper = min(symbols.count, range.upperBound + around)
        for index in stride(from: range.lowerBound - 1, through: lower, by: -1)
        where symbols[index] == Symbol.end {
            lower = index + 1
            break
        }
        for index in range.upperBound..<max(upper, range.upperBound) where symbols[index] == Symbol.end {
            upper = index
            break
        }
        while lower > 0, lower < range.lowerBound, Symbol.isWord(symbols[lower - 1]) { lower += 1 }
        return text(lower..<upper).filter { !$0.unicodeScalars.allSatisfy { Folding.fold($0.value) == 0 } }
    }

    /// The region that holds the symbol.
    package func region(at symbol: Int) -> Region? {
        var (low, high) = (0, regions.count)
        while low < high {
            let middle = (low + high) / 2
            if regions[middle].start <= symbol { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? regions[low - 1] : nil
    }

    // MARK: symbols

    private static let dropped: UInt8 = 0xFF

    /// The symbol of each scalar below U+0080.
    private static let table: [UInt8] = (0..<128).map { symbol(of: $0) }

    private static func symbol(of scalar: UInt32) -> UInt8 {
        let base = Folding.fold(scalar)
        switch base {
        case 0: return dropped
        case 0x61...0x7A: return UInt8(base - 0x61) + Symbol.letterA
        case 0x30...0x39: return UInt8(base - 0x30) + Symbol.digitZero
        case 0x2E, 0x2D, 0x5F, 0x2A, 0xB7, 0x2022, 0x7C, 0x7E, 0x2B, 0x2013, 0x2014, 0x2010, 0x2011, 0x60:
            return Symbol.joiner
        case ..<0x80: return Symbol.space
        default: break
        }
        if let latin = lookalikes[base] { return latin }
        guard let value = Unicode.Scalar(base), value.properties.isAlphabetic else { return Symbol.space }
        return Symbol.foreign
    }

    /// Cyrillic and Greek letters that look Latin.
    private static let lookalikes: [UInt32: UInt8] = {
        let pairs: [(String, String)] = [
            ("а", "a"), ("е", "e"), ("о", "o"), ("р", "p"), ("с", "c"), ("у", "y"), ("х", "x"), ("і", "i"),
            ("ѕ", "s"),
            ("ԁ", "d"), ("һ", "h"), ("ј", "j"), ("к", "k"), ("т", "t"), ("в", "b"), ("м", "m"), ("н", "h"),
            ("ο", "o"),
            ("α", "a"), ("υ", "u"), ("ν", "v"), ("ι", "i"), ("κ", "k"), ("ρ", "p"), ("τ", "t"),
        ]
        return Dictionary(
            uniqueKeysWithValues: pairs.compactMap { from, to in
                guard let key = from.unicodeScalars.first?.value, let latin = to.utf8.first else {
                    return nil
                }
                return (key, latin - 0x61 + Symbol.letterA)
            }
        )
    }()
}

extension FoldedText {
    /// The signature of the visible text, numbers left out: counters, clocks and dates change and mean nothing.
    func shingleSignature() -> (signature: ShingleSignature, words: Int) {
        var hashes: [UInt64] = []
        var (words, hasLetter) = (0, false)
        var recent: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var word = StableHash()
        for (index, region) in regions.enumerated() where region.way == nil {
            guard region.place == .text || region.place == .link else { continue }
            let end = index + 1 < regions.count ? regions[index + 1].start : symbols.count
            for symbol in symbols[region.start..<end] {
                if Symbol.isWord(symbol) {
                    word.add(symbol)
                    if symbol < Symbol.digitZero || symbol == Symbol.foreign { hasLetter = true }
                    continue
                }
                if hasLetter {
                    words += 1
                    if words >= ShingleSignature.wordsInShingle {
                        hashes.append(Self.mix(recent.0, recent.1, recent.2, word.value))
                    }
                    recent = (recent.1, recent.2, word.value)
                }
                word = StableHash()
                hasLetter = false
            }
        }
        return (ShingleSignature(hashes: hashes), words)
    }

    private static func mix(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt64 {
        var value = (a &* 0x9E37_79B9_7F4A_7C15) ^ (b &* 0xC2B2_AE3D_27D4_EB4F)
        value ^= (c &* 0x1656_67B1_9E37_79F9) ^ (d &* 0x27D4_EB2F_1656_67C5)
        value ^= value >> 29
        value = value &* 0xBF58_476D_1CE4_E5B9
        return value ^ value >> 32
    }
}
