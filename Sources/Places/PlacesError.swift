package import Language

package typealias PlacesError = Failure<PlacesErrorCode>

/// Why units could not be read, changed or imported.
package enum PlacesErrorCode: String, FailureCode {
    case electronicIdentifierInvalid = "places.electronic-identifier-invalid"
    /// Also said of a unit that lies outside the permit, exactly as of one that does not exist.
    case unitNotFound = "places.unit-not-found"
    case unitInvalid = "places.unit-invalid"
    case codeTaken = "places.code-taken"
    case parentRing = "places.parent-ring"
    case successionInvalid = "places.succession-invalid"
    case importInvalid = "places.import-invalid"
    case importTooLarge = "places.import-too-large"
    case boundaryInvalid = "places.boundary-invalid"
    case tooManyUnitsForMap = "places.too-many-units-for-map"
    case storeFailed = "places.store-failed"

    package var text: Text {
        switch self {
        case .electronicIdentifierInvalid: .electronicIdentifierInvalid
        case .unitNotFound: .unitNotFound
        case .unitInvalid: .unitInvalid
        case .codeTaken: .unitCodeTakenGeneral
        case .parentRing: .unitParentRing
        case .successionInvalid: .successionInvalid
        case .importInvalid: .unitImportInvalid
        case .importTooLarge: .unitImportTooLarge
        case .boundaryInvalid: .boundaryInvalid
        case .tooManyUnitsForMap: .tooManyUnitsForMap
        case .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .unitNotFound: .notFound
        case .parentRing, .codeTaken: .conflict
        case .importTooLarge, .tooManyUnitsForMap: .tooLarge
        case .storeFailed: .unavailable
        default: .invalid
        }
    }
}
