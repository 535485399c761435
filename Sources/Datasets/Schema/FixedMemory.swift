/// Memory of one compiled schema that is filled once, read without reference counts and freed together.
final class FixedMemory {
    private var blocks: [UnsafeMutableRawPointer] = []

    deinit { for block in blocks { block.deallocate() } }

    /// A copy of `array` that stays as long as this.
    func keep<Element: BitwiseCopyable>(_ array: [Element]) -> UnsafeBufferPointer<Element> {
        let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(array.count, 1))
        _ = copy.initialize(from: array)
        if let start = copy.baseAddress { blocks.append(UnsafeMutableRawPointer(start)) }
        return UnsafeBufferPointer(start: copy.baseAddress, count: array.count)
    }
}
