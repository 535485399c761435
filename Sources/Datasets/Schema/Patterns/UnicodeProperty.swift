/// Names of Unicode properties as ECMA-262 writes them, and what the engine calls them.
enum UnicodeProperty {
    private static let categories: [String: String] = [
        "Letter": "L", "Cased_Letter": "L&", "LC": "L&", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll",
        "Titlecase_Letter": "Lt", "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Mark": "M",
        "Combining_Mark": "M",
        "Nonspacing_Mark": "Mn", "Spacing_Mark": "Mc", "Enclosing_Mark": "Me", "Number": "N",
        "Decimal_Number": "Nd",
        "digit": "Nd", "Letter_Number": "Nl", "Other_Number": "No", "Punctuation": "P", "punct": "P",
        "Connector_Punctuation": "Pc", "Dash_Punctuation": "Pd", "Open_Punctuation": "Ps",
        "Close_Punctuation": "Pe",
        "Initial_Punctuation": "Pi", "Final_Punctuation": "Pf", "Other_Punctuation": "Po", "Symbol": "S",
        "Math_Symbol": "Sm", "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk", "Other_Symbol": "So",
        "Separator": "Z",
        "Space_Separator": "Zs", "Line_Separator": "Zl", "Paragraph_Separator": "Zp", "Other": "C",
        "Control": "Cc",
        "cntrl": "Cc", "Format": "Cf", "Surrogate": "Cs", "Private_Use": "Co", "Unassigned": "Cn",
    ]
    private static let shortCategories = Set(categories.values).subtracting(["L&"])

    /// What PCRE2 calls the property `name`, and whether that means the opposite; `nil` for none.
    static func forEngine(_ name: String) -> (name: String, isInverse: Bool)? {
        let parts = name.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x5F } }
            )
        else {
            return nil
        }
        if parts.count == 2 {
            switch parts[0] {
            case "General_Category", "gc": return category(parts[1]).map { ($0, false) }
            case "Script", "sc": return checked("sc:\(parts[1])")
            case "Script_Extensions", "scx": return checked("scx:\(parts[1])")
            default: return nil
            }
        }
        if let category = category(name) { return (category, false) }
        switch name {
        case "Any": return ("Any", false)
        case "Assigned": return ("Cn", true)
        // The engine would take names of scripts too, which the standard wants with `Script=`.
        default: return Unicode.isBinaryProperty(name) ? checked(name) : nil
        }
    }

    private static func category(_ name: String) -> String? {
        categories[name] ?? (shortCategories.contains(name) ? name : nil)
    }

    private static func checked(_ name: String) -> (name: String, isInverse: Bool)? {
        PatternCode.isUnderstood(#"\p{\#(name)}"#) ? (name, false) : nil
    }
}

extension Unicode {
    /// The binary properties of ECMA-262, table 69, long and short.
    fileprivate static func isBinaryProperty(_ name: String) -> Bool {
        binaryProperties.contains(Substring(name))
    }

    private static let binaryProperties = Set(
        """
        ASCII ASCII_Hex_Digit AHex Alphabetic Alpha Bidi_Control Bidi_C Bidi_Mirrored Bidi_M Case_Ignorable CI Cased
        Changes_When_Casefolded CWCF Changes_When_Casemapped CWCM Changes_When_Lowercased CWL
        Changes_When_NFKC_Casefolded CWKCF Changes_When_Titlecased CWT Changes_When_Uppercased CWU Dash
        Default_Ignorable_Code_Point DI Deprecated Dep Diacritic Dia Emoji Emoji_Component EComp Emoji_Modifier EMod
        Emoji_Modifier_Base EBase Emoji_Presentation EPres Extended_Pictographic ExtPict Extender Ext Grapheme_Base
        Gr_Base Grapheme_Extend Gr_Ext Hex_Digit Hex IDS_Binary_Operator IDSB IDS_Trinary_Operator IDST ID_Continue IDC
        ID_Start IDS Ideographic Ideo Join_Control Join_C Logical_Order_Exception LOE Lowercase Lower Math
        Noncharacter_Code_Point NChar Pattern_Syntax Pat_Syn Pattern_White_Space Pat_WS Quotation_Mark QMark Radical
        Regional_Indicator RI Sentence_Terminal STerm Soft_Dotted SD Terminal_Punctuation Term Unified_Ideograph UIdeo
        Uppercase Upper Variation_Selector VS White_Space space XID_Continue XIDC XID_Start XIDS
        """.split(whereSeparator: \.isWhitespace)
    )
}
