package import Foundation

/// PostgreSQL's server programs on this machine.
package struct PostgresInstallation: Sendable {
    /// Why the tests leave PostgreSQL out where it is not installed.
    package static let missing = "postgresql-15 is not installed, so the stores are tested on SQLite alone"

    package let programs: URL

    /// The newest one from version 15 on; `nil` when there is none, or when a variable asks for SQLite alone.
    package static let found: PostgresInstallation? = {
        guard DatabaseKind.wanted.contains(.postgres) else { return nil }
        let all = URL(filePath: "/usr/lib/postgresql")
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: all.path)) ?? []
        return versions.compactMap(Int.init).filter { $0 >= 15 }.sorted().last.map {
            PostgresInstallation(programs: all.appending(path: "\($0)/bin"))
        }
    }()

    func program(_ name: String) -> String { programs.appending(path: name).path(percentEncoded: false) }

    /// The server refuses root, so root becomes the user that Debian's package makes; the new user dies with us, too.
    static let leash: [String] =
        getuid() == 0
        ? [
            "/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--pdeathsig",
            "KILL",
            "--",
        ] : []

    /// Gives a folder to the user that the server runs as.
    static func handOver(_ folder: String) {
        guard getuid() == 0, let user = getpwnam("postgres") else { return }
        chown(folder, user.pointee.pw_uid, user.pointee.pw_gid)
    }
}
