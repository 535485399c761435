/// C arrays of texts and of bytes that live as long as the call.
func withCStrings<T>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T) -> T {
    let ended = texts.map { Array($0.utf8CString) }
    var pointers: [UnsafePointer<CChar>?] = []
    return withPointers(to: ended[...], &pointers) { pointers in
        (pointers + [nil]).withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else {
                preconditionFailure("an array with an element has a start")
            }
            return body(start)
        }
    }
}

private func withPointers<T>(
    to texts: ArraySlice<[CChar]>,
    _ pointers: inout [UnsafePointer<CChar>?],
    _ body: ([UnsafePointer<CChar>?]) -> T
) -> T {
    guard let first = texts.first else { return body(pointers) }
    return first.withUnsafeBufferPointer { buffer in
        pointers.append(buffer.baseAddress)
        return withPointers(to: texts.dropFirst(), &pointers, body)
    }
}

/// One pointer for each value, `nil` for NULL; the bytes lie one after another in one block.
func withBytes<T>(of values: [[UInt8]?], _ body: ([UnsafePointer<CChar>?]) -> T) -> T {
    // One byte more, so that an empty value has an address, too.
    let whole = values.reduce(1) { $0 + ($1?.count ?? 0) }
    return withUnsafeTemporaryAllocation(byteCount: whole, alignment: 1) { block in
        var pointers: [UnsafePointer<CChar>?] = []
        pointers.reserveCapacity(values.count)
        var place = 0
        for value in values {
            guard let value else {
                pointers.append(nil)
                continue
            }
            UnsafeMutableRawBufferPointer(rebasing: block[place..<place + value.count]).copyBytes(from: value)
            pointers.append(
                block.baseAddress.map { UnsafePointer(($0 + place).assumingMemoryBound(to: CChar.self)) }
            )
            place += value.count
        }
        return body(pointers)
    }
}
