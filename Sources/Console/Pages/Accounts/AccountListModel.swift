package import Language
package import Timekeeping

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
        package var lastSignIn: Instant?

        package init(
            id: String,
            name: String,
            signInName: String,
            grants: [(role: Text, unit: String)],
            state: Chip,
            hasOneTimeCode: Bool,
            lastSignIn: Instant?
        ) {
            self.id = id
            self.name = name
            self.signInName = signInName
            self.grants = grants
            self.state = state
            self.hasOneTimeCode = hasOneTimeCode
            self.lastSignIn = lastSignIn
        }
    }

    package var rows: [Row]
    package var query: ListQuery
    package var page: ListPage
    package var mayAdd: Bool

    package init(rows: [Row], query: ListQuery, page: ListPage, mayAdd: Bool) {
        self.rows = rows
        self.query = query
        self.page = page
        self.mayAdd = mayAdd
    }
}
