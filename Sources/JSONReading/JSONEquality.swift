extension JSONValue {
    /// Whether both are the same value: numbers by what they are (1 and 1.0), objects whatever their order.
    ///
    /// Calls itself for each level, of which the reader lets only so many through.
    public func isEqual(to other: JSONValue) -> Bool {
        guard tag & KindBits.mask == other.tag & KindBits.mask else { return false }
        switch kind {
        case .null: return true
        case .boolean: return tag == other.tag
        case .number:
            return utf8.hasSameBytes(as: other.utf8) || DecimalNumber(utf8) == DecimalNumber(other.utf8)
        case .string: return utf8.hasSameBytes(as: other.utf8)
        case .array:
            guard count == other.count else { return false }
            return zip(elements, other.elements).allSatisfy { $0.isEqual(to: $1) }
        case .object: return count == other.count && hasSameMembers(as: other)
        }
    }

    private func hasSameMembers(as other: JSONValue) -> Bool {
        // Most objects that are compared were written by the same program, in the same order.
        let isSameOrder = zip(members, other.members).allSatisfy { $0.name.hasSameBytes(as: $1.name) }
        if isSameOrder { return zip(members, other.members).allSatisfy { $0.value.isEqual(to: $1.value) } }
        var sorter = NameSorter()
        let (own, others) = (sorter.push(self), sorter.push(other))
        return zip(own, others).allSatisfy { index, otherIndex in
            let (name, otherName) = (sorter.name(at: index), sorter.name(at: otherIndex))
            guard name.utf8.hasSameBytes(as: otherName.utf8) else { return false }
            return JSONValue(words: name.words + 2).isEqual(to: JSONValue(words: otherName.words + 2))
        }
    }

    /// Feeds what ``isEqual(to:)`` compares, so that equal values have equal hashes.
    public func hash(into hasher: inout Hasher) {
        // The bits between say whether a string was escaped, which means nothing here.
        hasher.combine(UInt8(truncatingIfNeeded: tag & KindBits.mask))
        switch kind {
        case .null: break
        case .boolean: hasher.combine(tag & KindBits.isTrue)
        case .number: DecimalNumber(utf8).hash(into: &hasher)
        case .string:
            hasher.combine(count)
            hasher.combine(bytes: UnsafeRawBufferPointer(utf8))
        case .array:
            hasher.combine(count)
            for element in elements { element.hash(into: &hasher) }
        case .object:
            var sum = 0
            for (name, value) in members {
                // A sum, since the order of members means nothing.
                var member = hasher
                member.combine(bytes: UnsafeRawBufferPointer(name))
                value.hash(into: &member)
                sum &+= member.finalize()
            }
            hasher.combine(sum)
        }
    }
}
