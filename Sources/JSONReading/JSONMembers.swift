/// The members of an object in the order of the text.
public struct JSONMembers: Sequence {
    /// A member: its name's UTF-8, which lies in the text, and its value.
    public typealias Element = (name: UnsafeBufferPointer<UInt8>, value: JSONValue)

    @usableFromInline let first: JSONValue
    @usableFromInline let count: Int

    @inlinable
    init(first: JSONValue, count: Int) {
        self.first = first
        self.count = count
    }

    /// A walk from the first on.
    @inlinable
    public func makeIterator() -> Iterator { Iterator(at: first, left: count) }

    /// Walks from member to member.
    public struct Iterator: IteratorProtocol {
        @usableFromInline var at: JSONValue
        @usableFromInline var left: Int

        @inlinable
        init(at: JSONValue, left: Int) {
            self.at = at
            self.left = left
        }

        /// The one behind; `nil` after the last.
        @inlinable
        public mutating func next() -> Element? {
            guard left > 0 else { return nil }
            left &-= 1
            let name = UnsafeBufferPointer(start: at.textStart, count: at.count)
            let value = JSONValue(words: at.words + 2)
            at = value.next
            return (name, value)
        }
    }
}

/// The elements of an array in their order.
public struct JSONElements: Sequence {
    @usableFromInline let first: JSONValue
    @usableFromInline let count: Int

    @inlinable
    init(first: JSONValue, count: Int) {
        self.first = first
        self.count = count
    }

    /// A walk from the first on.
    @inlinable
    public func makeIterator() -> Iterator { Iterator(at: first, left: count) }

    /// Walks from element to element.
    public struct Iterator: IteratorProtocol {
        @usableFromInline var at: JSONValue
        @usableFromInline var left: Int

        @inlinable
        init(at: JSONValue, left: Int) {
            self.at = at
            self.left = left
        }

        /// The one behind; `nil` after the last.
        @inlinable
        public mutating func next() -> JSONValue? {
            guard left > 0 else { return nil }
            left &-= 1
            let value = at
            at = value.next
            return value
        }
    }
}

extension JSONValue {
    /// Calls `body` with each member's name as a value of its own, which is a string, until that answers false.
    @inlinable
    public func everyName(_ body: (JSONValue) -> Bool) -> Bool {
        var at = JSONValue(words: words + 2)
        for _ in 0..<(isObject ? count : 0) {
            guard body(at) else { return false }
            at = JSONValue(words: at.words + 2).next
        }
        return true
    }

    /// The members of an object; none for other kinds.
    @inlinable public var members: JSONMembers {
        JSONMembers(first: JSONValue(words: words + 2), count: isObject ? count : 0)
    }

    /// The elements of an array; none for other kinds.
    @inlinable public var elements: JSONElements {
        JSONElements(first: JSONValue(words: words + 2), count: isArray ? count : 0)
    }
}
