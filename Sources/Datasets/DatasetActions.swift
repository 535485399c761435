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

/// Publishing open data as files with a proof: asked for on the owner of the dataset.
package enum PublishDatasets: Action {
    package static let code = "dataset.publish"
    package static let roles: Set<Role> = [.administrator, .leader]
}

/// Saying that a dataset's entry in the catalogue was reviewed: asked for on its owner.
package enum ReviewDatasets: Action {
    package static let code = "dataset.review"
    package static let roles: Set<Role> = [.administrator, .leader, .officer]
}

/// Asking the owner of a dataset to share some of it with one's own unit.
package enum RequestSharing: Action {
    package static let code = "sharing.request"
    package static let roles: Set<Role> = [.leader, .officer]
}

/// Granting, refusing and revoking: asked for on the owner of the dataset.
package enum DecideSharing: Action {
    package static let code = "sharing.decide"
    package static let roles: Set<Role> = [.leader]
}

/// Seeing who read what of a dataset: asked for on its owner.
package enum ReadReadings: Action {
    package static let code = "reading.read"
    package static let roles: Set<Role> = [.leader, .officer, .inspector, .auditor]
}

/// Having the changes of a dataset sent to a receiver: asked for on the unit whose subscription it is.
package enum ManageSubscriptions: Action {
    package static let code = "subscription.manage"
    package static let roles: Set<Role> = [.administrator, .leader, .officer]
}

/// All of this room's actions, for the catalogue.
package enum DatasetActions {
    package static let all: [any Action.Type] = [
        ApproveRecords.self, DecideSharing.self, DeclareDatasets.self, EraseRecords.self,
        ManageSubscriptions.self, PublishDatasets.self, ReadReadings.self, ReadRecords.self,
        RequestSharing.self,
        ReviewDatasets.self, WithdrawRecords.self, WriteRecords.self,
    ]
}
