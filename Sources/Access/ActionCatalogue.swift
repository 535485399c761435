package import Identity

/// What may be done at all and by whom: the actions of the rooms that it is given, by their codes.
package struct ActionCatalogue: Sendable {
    package let actions: [any Action.Type]

    package init(_ actions: [any Action.Type]) {
        self.actions = actions.sorted { $0.code < $1.code }
    }

    /// The actions that `role` allows.
    package func actions(of role: Role) -> [any Action.Type] {
        actions.filter { $0.roles.contains(role) }
    }

    /// Codes that more than one action has.
    package var codesTwice: [String] {
        zip(actions, actions.dropFirst()).filter { $0.code == $1.code }.map { $0.0.code }
    }
}

/// The actions that this room declares itself.
package enum AccessActions {
    package static let all: [any Action.Type] = [
        ChangeUnits.self, ManageAccounts.self, ManageKeys.self, ReadAccounts.self, ReadAudit.self,
    ]
}
