import CYYJSON
import Glibc

/// Reads JSON texts one after the other into the same memory.
///
/// Strict RFC 8259: no comments, no NaN, well-formed UTF-8, each name once. Numbers stay the digits they were
/// written with. One reader serves one task at a time.
public final class JSONReader {
    /// Memory that stays for the next text; what a larger one needed is given back.
    static let memoryKeptBytesMax = 4 << 20
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// What a text may hold at most.
    public let limits: JSONLimits
    private var memory: UnsafeMutableRawPointer?
    private var memoryBytes = 0
    private var structure: StructureCheck

    /// A reader that takes texts within `limits`.
    public init(limits: JSONLimits = JSONLimits()) {
        self.limits = limits
        structure = StructureCheck(limits: limits)
    }

    deinit { free(memory) }

    /// The one value of a text, which is a view that is good until this reader reads again or ends.
    ///
    /// A byte order mark in front is skipped. `bytes` are not needed afterwards.
    ///
    /// - Throws: ``JSONProblem`` with the place.
    public func read(_ bytes: UnsafeRawBufferPointer) throws(JSONProblem) -> JSONValue {
        guard bytes.count <= limits.bytesMax else {
            throw JSONProblem(.tooManyBytes(bytesMax: limits.bytesMax), at: limits.bytesMax, in: bytes)
        }
        let skipped = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
        let text = UnsafeRawBufferPointer(rebasing: bytes[skipped...])
        guard let start = text.baseAddress?.assumingMemoryBound(to: UInt8.self), text.count > 0 else {
            throw JSONProblem(.empty, at: 0, in: bytes)
        }
        guard let memory = memory(for: text.count) else { throw JSONProblem(.noMemory, at: 0, in: bytes) }
        var (count, failedAt, status) = (0, 0, SEN_JSON_OK)
        var copy: UnsafePointer<UInt8>?
        guard
            let root = sen_json_read(
                start,
                text.count,
                memory,
                memoryBytes,
                &count,
                &copy,
                &status,
                &failedAt
            )
        else {
            throw JSONProblem(
                Self.kind(of: status, at: failedAt, in: text),
                at: skipped + failedAt,
                in: bytes
            )
        }
        let value = JSONValue(words: UnsafeRawPointer(root).assumingMemoryBound(to: UInt64.self))
        if let found = structure.problem(of: value, count: count, copy: copy) {
            throw JSONProblem(
                found.kind,
                at: skipped
                    + (found.offset ?? JSONNesting.offset(deeperThan: limits.depthMax, in: text) ?? 0),
                in: bytes
            )
        }
        return value
    }

    /// The one value of a text; see ``read(_:)``.
    public func read(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
        let result = bytes.withUnsafeBytes { raw in
            Result { () throws(JSONProblem) in try read(raw) }
        }
        return try result.get()
    }

    private func memory(for length: Int) -> UnsafeMutableRawPointer? {
        let wanted = sen_json_memory(length)
        let isWasteful = memoryBytes > Self.memoryKeptBytesMax && wanted <= Self.memoryKeptBytesMax
        if wanted > memoryBytes || isWasteful {
            free(memory)
            memoryBytes = max(wanted, 16 << 10)
            // What is not touched of it costs nothing.
            memory = wanted == 0 ? nil : malloc(memoryBytes)
            if memory == nil { memoryBytes = 0 }
        }
        return memory
    }

    private static func kind(
        of status: sen_json_status,
        at offset: Int,
        in text: UnsafeRawBufferPointer
    ) -> JSONProblem.Kind {
        switch status {
        case SEN_JSON_NEEDS_MEMORY: return .noMemory
        case SEN_JSON_EMPTY: return .empty
        case SEN_JSON_TRAILING: return .trailing
        case SEN_JSON_CUT: return .cut
        case SEN_JSON_STRUCTURE: return .structure
        default: break
        }
        let rest = text[min(offset, text.count)...]
        if ["NaN", "nan", "Infinity", "inf", "-Infinity", "-inf", "-NaN"].contains(where: {
            rest.starts(with: $0.utf8)
        }) {
            return .notANumber
        }
        if String(validating: text, as: UTF8.self) == nil { return .notUTF8 }
        switch status {
        case SEN_JSON_NUMBER_FORM: return .number
        case SEN_JSON_STRING_FORM: return .string
        case SEN_JSON_LITERAL: return .literal
        default: return .character
        }
    }
}

/// A text that stays, such as a schema: its values are good as long as this lives.
public final class JSONDocument: @unchecked Sendable {
    // Nothing changes after init; the reader keeps the memory.
    private let reader: JSONReader
    /// The value of the text.
    public let root: JSONValue

    /// Reads `bytes`.
    ///
    /// - Throws: ``JSONProblem`` with the place.
    public init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONProblem) {
        reader = JSONReader(limits: limits)
        root = try reader.read(bytes)
    }
}
