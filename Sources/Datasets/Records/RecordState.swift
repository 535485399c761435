package import Language

/// Where a record is on its way; the raw values are stored and never change.
package enum RecordState: String, CaseIterable, Hashable, Sendable, Codable {
    /// Waits for those who have to agree.
    case submitted
    /// Somebody who had to agree did not; the unit mends it and submits it again.
    case returned
    /// Counts in every figure.
    case accepted
    /// Was taken back with a reason; its versions stay.
    case withdrawn

    package var name: Text {
        switch self {
        case .submitted: .Record.submitted
        case .returned: .Record.returned
        case .accepted: .Record.accepted
        case .withdrawn: .Record.withdrawn
        }
    }
}
