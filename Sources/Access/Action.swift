package import Identity

/// Something that may be done to the things of a unit; each room declares its own.
package protocol Action: Sendable {
    /// Such as `cases.open`.
    static var code: String { get }
    /// The roles that may do it; none when only the program itself does.
    static var roles: Set<Role> { get }
}
