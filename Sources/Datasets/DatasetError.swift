package import Language

/// Why a dataset or a record could not be written or shown.
package typealias DatasetError = Failure<DatasetErrorCode>

package enum DatasetErrorCode: String, FailureCode {
    /// There is no such dataset, or the caller may not know of it: the two look alike.
    case datasetNotFound = "dataset.not-found"
    case declarationInvalid = "dataset.declaration-invalid"
    case schemaInvalid = "dataset.schema-invalid"
    /// The name is taken by another dataset.
    case alreadyDeclared = "dataset.already-declared"
    /// Someone else has changed the dataset since the caller read it.
    case changedMeanwhile = "dataset.changed-meanwhile"
    /// What the records are found by cannot change once there are some.
    case structureFixed = "dataset.structure-fixed"
    /// The change makes records invalid, and the caller has not said that this is meant.
    case breaksRecords = "dataset.breaks-records"
    /// Only open data is published.
    case notOpen = "dataset.not-open"
    case ownerUnknown = "dataset.owner-unknown"
    /// There is no such record, or it belongs to a unit that the caller may not see.
    case recordNotFound = "record.not-found"
    case recordNotJSON = "record.not-json"
    case recordInvalid = "record.invalid"
    /// The key in the address is not the one in the record.
    case keyMismatch = "record.key-mismatch"
    case unitUnknown = "record.unit-unknown"
    case unitOutOfReach = "record.unit-out-of-reach"
    /// The record has another version than the caller saw.
    case recordChangedMeanwhile = "record.changed-meanwhile"
    case periodLocked = "record.period-locked"
    case reasonMissing = "record.reason-missing"
    case textTooLong = "record.text-too-long"
    case wrongState = "record.wrong-state"
    case tooManyRows = "record.too-many-rows"
    case sumTooLarge = "record.sum-too-large"
    /// Reading what needs a grant says what for.
    case purposeMissing = "record.purpose-missing"
    case filterInvalid = "record.filter-invalid"
    case cursorInvalid = "record.cursor-invalid"
    /// There is no such sharing request, or the caller may not know of it.
    case sharingNotFound = "sharing.not-found"
    case sharingInvalid = "sharing.invalid"
    /// It is granted, refused or revoked already.
    case sharingDecided = "sharing.decided"
    /// Not yet, no more, or revoked.
    case sharingNotInForce = "sharing.not-in-force"
    /// Whoever wants less than the law takes as given, or more than is everybody's, names the law.
    case legalBasisMissing = "sharing.legal-basis-missing"
    /// The reader sees no such field of the records that are asked for.
    case fieldMasked = "record.field-masked"
    case storeFailed = "dataset.store-failed"

    package var text: Text {
        switch self {
        case .datasetNotFound: .Dataset.notFound
        case .declarationInvalid: .Dataset.declarationInvalid
        case .schemaInvalid: .Dataset.schemaInvalid
        case .alreadyDeclared: .Dataset.alreadyDeclared
        case .changedMeanwhile: .Dataset.changedMeanwhile
        case .structureFixed: .Dataset.structureFixed
        case .breaksRecords: .Dataset.breaksRecords
        case .notOpen: .Published.notOpen
        case .ownerUnknown: .Dataset.ownerUnknown
        case .recordNotFound: .Record.notFound
        case .recordNotJSON: .Record.notJSON
        case .recordInvalid: .Record.invalid
        case .keyMismatch: .Record.keyMismatch
        case .unitUnknown: .Record.unitUnknown
        case .unitOutOfReach: .Record.unitOutOfReach
        case .recordChangedMeanwhile: .Record.changedMeanwhile
        case .periodLocked: .Record.periodLocked
        case .reasonMissing: .Record.reasonMissing
        case .textTooLong: .Record.textTooLong
        case .wrongState: .Record.wrongState
        case .tooManyRows: .Record.tooManyRows
        case .sumTooLarge: .Record.sumTooLarge
        case .purposeMissing: .Record.purposeMissing
        case .filterInvalid: .Record.filterInvalid
        case .cursorInvalid: .Record.cursorInvalid
        case .sharingNotFound: .Sharing.notFound
        case .sharingInvalid: .Sharing.invalid
        case .sharingDecided: .Sharing.decided
        case .sharingNotInForce: .Sharing.notInForce
        case .legalBasisMissing: .Sharing.legalBasisMissing
        case .fieldMasked: .Sharing.fieldMasked
        case .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .datasetNotFound, .recordNotFound, .sharingNotFound: .notFound
        case .alreadyDeclared, .changedMeanwhile, .structureFixed, .breaksRecords, .recordChangedMeanwhile,
            .periodLocked, .wrongState, .sharingDecided:
            .conflict
        case .unitOutOfReach, .sharingNotInForce, .fieldMasked, .notOpen: .forbidden
        case .declarationInvalid, .schemaInvalid, .ownerUnknown, .recordNotJSON, .recordInvalid, .keyMismatch,
            .unitUnknown, .reasonMissing, .textTooLong, .sumTooLarge, .purposeMissing, .filterInvalid,
            .cursorInvalid, .sharingInvalid, .legalBasisMissing:
            .invalid
        case .tooManyRows: .tooLarge
        case .storeFailed: .unavailable
        }
    }
}
