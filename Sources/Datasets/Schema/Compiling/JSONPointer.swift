import JSONReading

/// JSON pointers (RFC 6901).
enum JSONPointer {
    /// `pointer` with one more step.
    static func appending(_ step: String, to pointer: String) -> String { pointer + "/" + escaped(step) }

    static func escaped(_ step: String) -> String {
        guard step.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return step }
        return String(step.flatMap { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) })
    }

    /// The steps of a pointer; `nil` when it is none.
    static func steps(of pointer: String) -> [String]? {
        guard !pointer.isEmpty else { return [] }
        guard pointer.hasPrefix("/") else { return nil }
        var steps: [String] = []
        for part in pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            var step = ""
            var rest = part.makeIterator()
            while let character = rest.next() {
                guard character == "~" else {
                    step.append(character)
                    continue
                }
                switch rest.next() {
                case "0": step.append("~")
                case "1": step.append("/")
                default: return nil
                }
            }
            steps.append(step)
        }
        return steps
    }

    /// One step from `value`; `nil` when it leads nowhere.
    static func step(_ name: String, from value: JSONValue) -> JSONValue? {
        guard value.isArray else { return value[name] }
        guard let index = Int(name), String(index) == name else { return nil }
        return value[index]
    }

    /// The fragment of a URI without its percent signs; `nil` when it is not well written.
    static func decodedFragment(_ fragment: String) -> String? {
        guard fragment.utf8.contains(0x25) else { return fragment }
        var bytes: [UInt8] = []
        var rest = fragment.utf8.makeIterator()
        while let byte = rest.next() {
            guard byte == 0x25 else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.next(), let low = rest.next(), high.isHexDigit, low.isHexDigit else {
                return nil
            }
            let digits = String(decoding: [high, low], as: UTF8.self)
            bytes.append(UInt8(digits, radix: 16) ?? 0)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
