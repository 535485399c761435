/// What the parser does not look at: depth, number of values, length of numbers, names that stand twice.
///
/// One pass over the flat values, without calling itself.
struct StructureCheck {
    struct Finding {
        let kind: JSONProblem.Kind
        /// In the text; `nil` for where it first nests too deep.
        let offset: Int?
    }

    private let limits: JSONLimits
    /// Values that are still to come in each open array or object.
    private var left: [Int]
    private var names = NameCheck()

    init(limits: JSONLimits) {
        self.limits = limits
        left = Array(repeating: 0, count: limits.depthMax + 1)
    }

    mutating func problem(of root: JSONValue, count: Int, copy: UnsafePointer<UInt8>?) -> Finding? {
        guard count <= limits.valuesMax else {
            return Finding(kind: .tooManyValues(valuesMax: limits.valuesMax), offset: 0)
        }
        let copy = UInt(bitPattern: copy)
        var depth = 0
        var at = root.words
        let end = at + 2 * count
        while at < end {
            let value = JSONValue(words: at)
            at += 2
            left[depth] &-= 1
            switch value.tag & KindBits.mask {
            case KindBits.number where value.count > Self.plainNumberBytes:
                if let kind = problem(ofNumber: value.utf8) {
                    return Finding(kind: kind, offset: offset(of: value, copy))
                }
            case KindBits.object, KindBits.array:
                guard depth < limits.depthMax else {
                    return Finding(kind: .tooDeep(depthMax: limits.depthMax), offset: nil)
                }
                if value.isObject, value.count > 1, let twice = names.repeated(in: value) {
                    let name = String(decoding: twice.utf8, as: UTF8.self)
                    return Finding(kind: .duplicateName(name), offset: offset(of: twice, copy))
                }
                guard value.count > 0 else { break }
                depth += 1
                left[depth] = value.isObject ? 2 * value.count : value.count
            default: break
            }
            while depth > 0, left[depth] == 0 { depth -= 1 }
        }
        return nil
    }

    private func offset(of value: JSONValue, _ copy: UInt) -> Int {
        guard let start = value.textStart, UInt(bitPattern: start) >= copy else { return 0 }
        let offset = Int(UInt(bitPattern: start) - copy)
        return value.isString ? max(offset - 1, 0) : offset
    }

    /// A number up to this length is within every limit, whatever its characters are.
    private static let plainNumberBytes = JSONLimits.exponentDigitsMax + 2

    private func problem(ofNumber digits: UnsafeBufferPointer<UInt8>) -> JSONProblem.Kind? {
        guard digits.count <= limits.numberBytesMax else {
            return .numberTooLong(bytesMax: limits.numberBytesMax)
        }
        guard let mark = digits.lastIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
        let exponent = digits[(mark + 1)...].drop { !(UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
        return exponent.count > JSONLimits.exponentDigitsMax ? .exponentTooLarge : nil
    }
}

/// Finds names that stand twice in one object.
struct NameCheck {
    /// Names up to which a table on the side is quicker than sorting; in it, a flood of names with one hash costs
    /// at most the square of this.
    private static let tableNamesMax = 64
    private static let slots = 256

    private var table = [UInt8](repeating: 0, count: slots)
    private var names: [JSONValue] = []

    mutating func repeated(in object: JSONValue) -> JSONValue? {
        names.removeAll(keepingCapacity: true)
        var at = JSONValue(words: object.words + 2)
        guard object.count <= Self.tableNamesMax else { return repeatedAmongMany(in: object) }
        return table.withUnsafeMutableBufferPointer { table in
            table.update(repeating: 0)
            for _ in 0..<object.count {
                var slot = Self.hash(at)
                while table[slot] != 0 {
                    if names[Int(table[slot]) - 1].hasSameText(as: at) { return at }
                    slot = (slot + 1) % Self.slots
                }
                names.append(at)
                table[slot] = UInt8(names.count)
                at = JSONValue(words: at.words + 2).next
            }
            return nil
        }
    }

    private mutating func repeatedAmongMany(in object: JSONValue) -> JSONValue? {
        var at = JSONValue(words: object.words + 2)
        for _ in 0..<object.count {
            names.append(at)
            at = JSONValue(words: at.words + 2).next
        }
        names.sort { $0.utf8.count != $1.utf8.count ? $0.utf8.count < $1.utf8.count : $0.isBefore($1) }
        for (name, following) in zip(names, names.dropFirst()) where name.hasSameText(as: following) {
            return following
        }
        return nil
    }

    /// From the length and up to eight bytes at each end.
    private static func hash(_ name: JSONValue) -> Int {
        guard let start = name.textStart.map(UnsafeRawPointer.init) else { return 0 }
        let count = name.count
        var mixed = UInt64(truncatingIfNeeded: count)
        if count >= 8 {
            mixed ^= start.loadUnaligned(as: UInt64.self)
            mixed &*= 0x9E37_79B9_7F4A_7C15
            mixed ^= start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        } else {
            for index in 0..<count {
                mixed = mixed << 8 ^ UInt64(start.load(fromByteOffset: index, as: UInt8.self))
            }
        }
        mixed &*= 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 56)
    }
}

extension JSONValue {
    fileprivate func hasSameText(as other: JSONValue) -> Bool { utf8.hasSameBytes(as: other.utf8) }

    fileprivate func isBefore(_ other: JSONValue) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
