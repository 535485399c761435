import Foundation

/// What is to be started, and what it is given.
package struct SpawnOrder: Sendable {
    package var program: String
    package var arguments: [String]
    package var environment: [String: String]
    package var folder: String
    /// Descriptors of ours by the number that the program knows them by; the rest of ours stays ours.
    package var descriptors: [Int32: Int32]

    /// Numbers from here on are clear of those that a program is given.
    private static let firstFreeDescriptor: Int32 = 32
    /// Ends a program with its parent (prctl(2), PR_SET_PDEATHSIG), then goes to a folder, then becomes the program;
    /// parts of util-linux and coreutils, which every Linux has.
    private static let leash = ["/usr/bin/setpriv", "--pdeathsig", "KILL", "/usr/bin/env", "--chdir"]

    package init(
        _ program: String,
        _ arguments: [String],
        environment: [String: String],
        in folder: String,
        descriptors: [Int32: Int32] = [:]
    ) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
        self.descriptors = descriptors
    }

    /// What the tests themselves see, without our settings.
    package static var plainEnvironment: [String: String] {
        ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("SEN_") }
    }

    /// A descriptor for what a program says and nobody reads.
    package static func silence() -> Int32 { open("/dev/null", O_WRONLY | O_CLOEXEC) }

    func closeDescriptors() { for descriptor in Set(descriptors.values) { close(descriptor) } }

    func spawn() -> Result<pid_t, ChildProcessError> {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        let moved = place(descriptors, in: &actions)
        defer { for descriptor in moved { close(descriptor) } }
        Self.clearSignals(&attributes)
        let words = Self.leash + [folder, program] + arguments
        let variables = environment.map { "\($0.key)=\($0.value)" }
        var id: pid_t = 0
        let code = withCStrings(words) { words in
            withCStrings(variables) { posix_spawn(&id, Self.leash[0], &actions, &attributes, words, $0) }
        }
        guard code == 0 else {
            let reason = String(cString: strerror(code))
            return .failure(ChildProcessError(description: "\(program) could not be started: \(reason)"))
        }
        return .success(id)
    }

    /// Copies them out of the way first: the number of one may be the goal of another.
    private func place(
        _ descriptors: [Int32: Int32],
        in actions: inout posix_spawn_file_actions_t
    ) -> [Int32] {
        descriptors.map { goal, ours in
            let moved = fcntl(ours, F_DUPFD_CLOEXEC, Self.firstFreeDescriptor)
            posix_spawn_file_actions_adddup2(&actions, moved, goal)
            return moved
        }
    }

    /// The tasks' threads hold back signals, which the program must hear, and it leads a group of its own.
    private static func clearSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }

    /// Such as C programs take their arguments: pointers to texts, the last of them null.
    private func withCStrings<T>(
        _ texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> T
    ) -> T {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
