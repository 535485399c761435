import Language

/// Why a pack cannot be read.
typealias PackError = Failure<PackErrorCode>

enum PackErrorCode: String, FailureCode {
    case tooLarge = "pack.too-large"
    case notYAML = "pack.not-yaml"
    /// It is YAML, but no pack.
    case invalid = "pack.invalid"
    case storeFailed = "pack.store-failed"

    var text: Text {
        switch self {
        case .tooLarge: .Pack.tooLarge(PackYAML.bytesMax >> 20)
        case .notYAML: .Pack.notYAML
        case .invalid: .Pack.invalid
        case .storeFailed: .storeFailed
        }
    }

    var category: FailureCategory {
        switch self {
        case .tooLarge: .tooLarge
        case .notYAML, .invalid: .invalid
        case .storeFailed: .unavailable
        }
    }
}
