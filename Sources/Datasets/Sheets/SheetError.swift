package import Language

/// Why a spreadsheet could not be written.
package typealias SheetError = Failure<SheetErrorCode>

package enum SheetErrorCode: String, FailureCode {
    case tooManyRows = "sheet.too-many-rows"
    case tooManyColumns = "sheet.too-many-columns"
    case textTooLong = "sheet.text-too-long"
    case storeFailed = "sheet.unwritable"

    package var text: Text {
        switch self {
        case .tooManyRows: .Sheet.tooManyRows
        case .tooManyColumns: .Sheet.tooManyColumns
        case .textTooLong: .Sheet.textTooLong
        case .storeFailed: .Sheet.unwritable
        }
    }

    package var category: FailureCategory {
        switch self {
        case .tooManyRows, .tooManyColumns, .textTooLong: .tooLarge
        case .storeFailed: .unavailable
        }
    }
}
