package import Language

/// The accounts that an administrator may see.
package struct AccountListModel: Sendable {
    package struct Row: Sendable {
        package var id: String
        package var name: String
        package var signInName: String
        /// “Chuyên viên · Sở Khoa học và Công nghệ”, one for each grant.
        package var grants: [(role: Text, unit: String)]
        package var state: Chip
        package var hasOneTimeCode: Bool

        package init(
            id: String,
            name: String,
            signInName: String,
            grants: [(role: Text, unit: String)],
            state: Chip,
            hasOneTimeCode: Bool
        ) {
            self.id = id
            self.name = name
            self.signInName = signInName
            self.grants = grants
            self.state = state
            self.hasOneTimeCode = hasOneTimeCode
        }
    }

    package var rows: [Row]
    package var query: ListQuery
    /// Where the list goes on; `nil` on the last page.
    package var next: String?
    package var mayAdd: Bool

    package init(rows: [Row], query: ListQuery, next: String?, mayAdd: Bool) {
        self.rows = rows
        self.query = query
        self.next = next
        self.mayAdd = mayAdd
    }
}
