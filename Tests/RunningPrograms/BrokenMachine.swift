import Foundation

/// A machine that goes bad under a running program when a test says so (`Tests/BrokenMachine`).
package struct BrokenMachine: Sendable {
    private let folder: ScratchFolder

    package init() throws { folder = try ScratchFolder("sen-broken-machine") }

    /// What the program is started with.
    package var environment: [String: String] {
        get throws {
            let library = try Program.built.deletingLastPathComponent()
                .appending(path: "libBrokenMachine.so").path(percentEncoded: false)
            guard FileManager.default.fileExists(atPath: library) else {
                throw ChildProcessError(description: "\(library) was not built")
            }
            return ["LD_PRELOAD": library, "BROKEN_MACHINE": folder.path]
        }
    }

    /// No file takes a byte more, the program's log included.
    package func fillDisk() throws { try Data().write(to: folder.url.appending(path: "disk-full")) }

    package func emptyDisk() throws {
        try FileManager.default.removeItem(at: folder.url.appending(path: "disk-full"))
    }

    /// The calendar clock jumps back; the steady one goes on.
    package func setClockBack(minutes: Int) throws {
        try Data(count: minutes).write(to: folder.url.appending(path: "clock-behind"))
    }
}
