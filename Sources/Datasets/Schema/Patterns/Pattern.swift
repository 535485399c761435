import CPCRE2

/// A compiled regular expression, which any number of tasks may match with.
final class Pattern: @unchecked Sendable {
    // Unchecked: PCRE2 says that a compiled pattern is not changed by matching.
    let code: PatternCode

    /// Compiles an expression of ECMA-262.
    init(_ text: String) throws(PatternError) {
        code = try PatternCode(translated: try ECMAPattern(text, strict: false).translated)
        code.compileToMachineCode()
    }

    /// Compiles an expression of our own in the engine's dialect.
    init(engine text: String) throws(PatternError) {
        code = try PatternCode(translated: text)
        code.compileToMachineCode()
    }

    deinit { pcre2_code_free_8(code.pointer) }
}

/// The engine's form of an expression, which its ``Pattern`` owns.
struct PatternCode: BitwiseCopyable {
    let pointer: OpaquePointer

    /// Compiles what ``ECMAPattern`` wrote.
    init(translated: String) throws(PatternError) {
        var (number, offset): (Int32, Int) = (0, 0)
        var text = translated
        // Texts may hold any character, so `\C`, which cuts characters apart, is never let through.
        let options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C
        let compiled = text.withUTF8 {
            pcre2_compile_8($0.baseAddress, $0.count, options, &number, &offset, nil)
        }
        guard let compiled else { throw PatternError(kind: .engine(Self.message(number)), offset: 0) }
        pointer = compiled
    }

    func compileToMachineCode() {
        // Where that is not possible, the interpreter does the work.
        _ = pcre2_jit_compile_8(pointer, PCRE2_JIT_COMPLETE)
    }

    /// Whether the engine takes `text`.
    static func isUnderstood(_ text: String) -> Bool {
        guard let code = try? PatternCode(translated: text) else { return false }
        pcre2_code_free_8(code.pointer)
        return true
    }

    private static func message(_ number: Int32) -> String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
            let length = pcre2_get_error_message_8(number, buffer.baseAddress, buffer.count)
            return length > 0 ? String(decoding: buffer[..<Int(length)], as: UTF8.self) : "PCRE2 \(number)"
        }
    }
}

/// The memory of matching, one for each validator.
final class PatternMemory {
    fileprivate let data = pcre2_match_data_create_8(1, nil)
    fileprivate let context = pcre2_match_context_create_8(nil)
    private let stack = pcre2_jit_stack_create_8(32 << 10, SchemaLimits.patternStackBytesMax, nil)

    init() {
        pcre2_set_match_limit_8(context, SchemaLimits.patternMatchesMax)
        pcre2_set_depth_limit_8(context, SchemaLimits.patternMatchesMax)
        pcre2_set_heap_limit_8(context, SchemaLimits.patternHeapKilobytesMax)
        pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_match_context_free_8(context)
        pcre2_jit_stack_free_8(stack)
    }
}

/// Matches patterns within the limits of time and memory.
struct PatternMatching {
    private let memory = PatternMemory()
    private static let nothing: [UInt8] = [0]

    /// Whether `code` finds something in `text`; `nil` when that takes too long.
    func matches(_ code: PatternCode, _ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        let found: Int32
        if let start = text.baseAddress {
            // The reader has seen to it that the text is UTF-8.
            found = pcre2_match_8(
                code.pointer,
                start,
                text.count,
                0,
                PCRE2_NO_UTF_CHECK,
                memory.data,
                memory.context
            )
        } else {
            found = pcre2_match_8(code.pointer, Self.nothing, 0, 0, 0, memory.data, memory.context)
        }
        if found >= 0 { return true }
        return found == PCRE2_ERROR_NOMATCH ? false : nil
    }
}
