package import Language

/// Why a case could not be changed or shown.
package typealias CaseError = Failure<CaseErrorCode>

package enum CaseErrorCode: String, FailureCode {
    /// There is no such case, or it belongs to a unit that the caller may not see: the two look alike.
    case notFound = "case.not-found"
    /// Someone else has changed the case since the caller read it.
    case changedMeanwhile = "case.changed-meanwhile"
    case wrongState = "case.wrong-state"
    case rootCauseMissing = "case.root-cause-missing"
    /// A website case closes by a passed re-check, not by approval.
    case recheckMissing = "case.recheck-missing"
    /// The re-check was taken before the owner answered, so it proves nothing about the answer.
    case recheckTooOld = "case.recheck-too-old"
    /// Only a website can be re-checked by the program.
    case recheckNotPossible = "case.recheck-not-possible"
    case notTheOwner = "case.not-the-owner"
    case assigneeNotAccount = "case.assignee-not-account"
    case textMissing = "case.text-missing"
    case textTooLong = "case.text-too-long"
    case evidenceInvalid = "case.evidence-invalid"
    case evidenceFull = "case.evidence-full"
    case attachmentEmpty = "case.attachment-empty"
    case attachmentTooLarge = "case.attachment-too-large"
    case attachmentTypeRefused = "case.attachment-type-refused"
    case attachmentsFull = "case.attachments-full"
    case relatedToItself = "case.related-to-itself"
    case relationsFull = "case.relations-full"
    /// What was written is no number of a case.
    case numberInvalid = "case.number-invalid"
    case cursorInvalid = "case.cursor-invalid"
    case storeFailed = "case.store-failed"

    package var text: Text {
        switch self {
        case .notFound: .Case.notFound
        case .changedMeanwhile: .Case.changedMeanwhile
        case .wrongState: .Case.wrongState
        case .rootCauseMissing: .Case.rootCauseMissing
        case .recheckMissing: .Case.recheckMissing
        case .recheckTooOld: .Case.recheckTooOld
        case .recheckNotPossible: .Case.recheckNotPossible
        case .notTheOwner: .Case.notTheOwner
        case .assigneeNotAccount: .Case.assigneeNotAccount
        case .textMissing: .Case.textMissing
        case .textTooLong: .Case.textTooLong
        case .evidenceInvalid: .Case.evidenceInvalid
        case .evidenceFull: .Case.evidenceFull
        case .attachmentEmpty: .Case.attachmentEmpty
        case .attachmentTooLarge: .Case.attachmentTooLarge
        case .attachmentTypeRefused: .Case.attachmentTypeRefused
        case .attachmentsFull: .Case.attachmentsFull
        case .relatedToItself: .Case.relatedToItself
        case .relationsFull: .Case.relationsFull
        case .numberInvalid: .Case.numberInvalid
        case .cursorInvalid: .Case.cursorInvalid
        case .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .notFound: .notFound
        case .changedMeanwhile, .wrongState, .recheckMissing, .recheckTooOld, .recheckNotPossible,
            .relationsFull, .evidenceFull, .attachmentsFull:
            .conflict
        case .notTheOwner: .forbidden
        case .rootCauseMissing, .assigneeNotAccount, .textMissing, .textTooLong, .evidenceInvalid,
            .attachmentEmpty, .attachmentTypeRefused, .relatedToItself, .numberInvalid, .cursorInvalid:
            .invalid
        case .attachmentTooLarge: .tooLarge
        case .storeFailed: .unavailable
        }
    }
}
