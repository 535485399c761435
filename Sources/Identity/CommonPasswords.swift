/// Passwords of twelve characters and more that a guesser tries first, in lower case.
///
/// Small on purpose: the length already refuses most of the well-known lists, and the throttle slows the
/// rest. Keyboard walks, the words for "password" and "love" in both languages, the place and its office with
/// the usual tails.
enum CommonPasswords {
    /// Fewer different characters than this are a key held down or two keys in turn.
    static let differentCharactersMin = 4

    static func contains(_ lowered: String) -> Bool {
        Set(lowered.unicodeScalars).count < differentCharactersMin
            || walks.contains { $0.contains(lowered) }
            || hasCommonStem(lowered)
    }

    /// Any stretch of these, forwards or backwards, is a walk along the keys or the alphabet.
    private static let walks: [String] = [
        String(repeating: "1234567890", count: 13),
        String(repeating: "0987654321", count: 13),
        String(repeating: "abcdefghijklmnopqrstuvwxyz", count: 5),
        "qwertyuiopasdfghjklzxcvbnm", "qwertyuiop[]asdfghjkl;'zxcvbnm,./",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujmikolp", "!@#$%^&*()_+",
    ]

    /// A stem, alone or repeated, with nothing but digits and the usual signs around it.
    private static func hasCommonStem(_ lowered: String) -> Bool {
        var core = Substring(lowered)
        core = core.drop { isTail($0) }
        while let last = core.last, isTail(last) { core.removeLast() }
        guard !core.isEmpty else { return false }
        return stems.contains { stem in
            core.count.isMultiple(of: stem.count)
                && core == String(repeating: stem, count: core.count / stem.count)
        }
    }

    private static func isTail(_ character: Character) -> Bool {
        character.isASCII && (character.isNumber || " !@#$%^&*._-+?".contains(character))
    }

    private static let stems: [String] = [
        "password", "p@ssword", "p@ssw0rd", "passw0rd", "matkhau", "mậtkhẩu", "mật khẩu",
        "admin", "administrator", "quantri", "quantrivien", "welcome", "xinchao", "letmein", "changeme",
        "qwerty", "qwertyuiop", "asdfghjkl", "abc", "abcd", "abcdef", "iloveyou", "anhyeuem", "emyeuanh",
        "vietnam", "việtnam", "việt nam", "nghean", "nghệan", "nghệ an", "hanoi", "thanhpho", "ubnd",
        "ubndxa",
        "ubndtinh", "congan", "trungtam", "vanphong", "hochiminh", "chuyendoiso", "superman", "football",
        "dragon",
        "monkey", "master", "princess", "sunshine",
    ]
}
