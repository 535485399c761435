package import Access
package import Identity

/// Declaring a dataset and changing its declaration: asked for on its owner.
package enum DeclareDatasets: Action {
    package static let code = "dataset.declare"
    package static let roles: Set<Role> = [.administrator, .leader]
}

/// Seeing records of a unit.
package enum ReadRecords: Action {
    package static let code = "record.read"
    package static let roles: Set<Role> = [.administrator, .leader, .officer, .inspector, .auditor, .viewer]
}

/// Writing records of a unit and what lies below it.
package enum WriteRecords: Action {
    package static let code = "record.write"
    package static let roles: Set<Role> = [.leader, .officer]
}

/// Agreeing to records, or returning them: asked for on the unit that the dataset names for the level.
package enum ApproveRecords: Action {
    package static let code = "record.approve"
    package static let roles: Set<Role> = [.leader]
}

/// Taking a record back with a reason.
package enum WithdrawRecords: Action {
    package static let code = "record.withdraw"
    package static let roles: Set<Role> = [.leader]
}

/// Erasing a record with all its versions: asked for on the owner of the dataset.
package enum EraseRecords: Action {
    package static let code = "record.erase"
    package static let roles: Set<Role> = [.leader]
}

/// Having the changes of a dataset sent to a receiver: asked for on the unit whose subscription it is.
package enum ManageSubscriptions: Action {
    package static let code = "subscription.manage"
    package static let roles: Set<Role> = [.administrator, .leader, .officer]
}

/// All of this room's actions, for the catalogue.
package enum DatasetActions {
    package static let all: [any Action.Type] = [
        ApproveRecords.self, DeclareDatasets.self, EraseRecords.self, ManageSubscriptions.self,
        ReadRecords.self, WithdrawRecords.self, WriteRecords.self,
    ]
}
