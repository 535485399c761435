package import Language

/// Why the log could not do what it was asked, or why a receipt is refused.
package typealias AuditError = Failure<AuditErrorCode>

package enum AuditErrorCode: String, FailureCode {
    case storeFailed = "audit.store-failed"
    case logDamaged = "audit.log-damaged"
    case subjectUnknown = "audit.subject-unknown"
    case notYetSequenced = "audit.not-yet-sequenced"
    case tooManyEntries = "audit.too-many-entries"
    case receiptUnreadable = "audit.receipt-unreadable"
    case receiptOfOtherLog = "audit.receipt-of-other-log"
    case receiptSignatureWrong = "audit.receipt-signature-wrong"
    case receiptEntryWrong = "audit.receipt-entry-wrong"
    case receiptContentWrong = "audit.receipt-content-wrong"
    case receiptProofWrong = "audit.receipt-proof-wrong"

    package var text: Text {
        switch self {
        case .storeFailed: .storeFailed
        case .logDamaged: .auditLogDamaged
        case .subjectUnknown: .auditSubjectUnknown
        case .notYetSequenced: .auditNotYetSequenced
        case .tooManyEntries: .auditTooManyEntries
        case .receiptUnreadable: .receiptUnreadable
        case .receiptOfOtherLog: .receiptOfOtherLog
        case .receiptSignatureWrong: .receiptSignatureWrong
        case .receiptEntryWrong: .receiptEntryWrong
        case .receiptContentWrong: .receiptContentWrong
        case .receiptProofWrong: .receiptProofWrong
        }
    }

    package var category: FailureCategory {
        switch self {
        case .storeFailed, .logDamaged, .notYetSequenced: .unavailable
        case .subjectUnknown: .notFound
        case .tooManyEntries: .tooLarge
        case .receiptUnreadable, .receiptOfOtherLog, .receiptSignatureWrong, .receiptEntryWrong,
            .receiptContentWrong, .receiptProofWrong:
            .invalid
        }
    }
}
