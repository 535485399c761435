import Foundation
import RunningPrograms
import Testing

@Suite("Programs that run beside the tests", .timeLimit(.minutes(1)))
struct ChildProcessTests {
    @Test("how it ended is known: by itself, or by which signal")
    func endings() async throws {
        let byItself = try await shell("exit 3")
        #expect(await byItself.wait(atMost: .seconds(10)) == .exited(3))
        let asked = try await shell("sleep 60")
        #expect(await asked.stop(within: .seconds(10)) == .killed(signal: SIGTERM))
        let deaf = try await shell("trap '' TERM; while :; do sleep 60; done")
        try await Task.sleep(for: .milliseconds(200))  // until it is deaf
        #expect(await deaf.stop(within: .milliseconds(200)) == .killed(signal: SIGKILL))
    }

    @Test("what it started ends with it")
    func groupEnds() async throws {
        let channel = try Channel()
        let parent = try await shell("sleep 60 & echo $!; wait", descriptors: [1: channel.theirs])
        let lines = LineReader(channel.ours)
        while lines.lines.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        let grandchild = try #require(pid_t(lines.lines[0]))
        #expect(kill(grandchild, 0) == 0)
        await parent.stop(within: .seconds(10))
        // Their end of the channel is open while one of them lives.
        while !lines.hasEnded { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test("a program that is not there is told by its name, not left to be waited for")
    func missingProgram() async throws {
        let order = SpawnOrder("/nowhere/program", [], environment: [:], in: "/")
        let child = try await ChildProcess.start(order)
        #expect(await child.wait(atMost: .seconds(10)) == .exited(127))
    }

    @Test("lines come whole, however they were written, and the last without its end is kept back")
    func lines() async throws {
        let channel = try Channel()
        let script = "printf 'một\\nh'; sleep 0.1; printf 'ai\\n\\nba'"
        let child = try await shell(script, descriptors: [1: channel.theirs])
        let reader = LineReader(channel.ours)
        #expect(await child.wait(atMost: .seconds(10)) == .exited(0))
        while !reader.hasEnded { try await Task.sleep(for: .milliseconds(10)) }
        #expect(reader.lines == ["một", "hai", ""])
    }

    @Test("it begins in its folder, with its environment and the descriptors it was given")
    func surroundings() async throws {
        let folder = try ScratchFolder("sen-child-test")
        let channel = try Channel()
        let order = SpawnOrder(
            "/bin/sh",
            ["-c", "pwd; echo $ONLY; echo ${HOME-none}; echo sixth >&6"],
            environment: ["ONLY": "this", "PATH": "/usr/bin:/bin"],
            in: folder.path,
            descriptors: [1: channel.theirs, 6: folder.openLog("sixth")]
        )
        let child = try await ChildProcess.start(order)
        let reader = LineReader(channel.ours)
        #expect(await child.wait(atMost: .seconds(10)) == .exited(0))
        while !reader.hasEnded { try await Task.sleep(for: .milliseconds(10)) }
        #expect(reader.lines == [String(folder.path.dropLast()), "this", "none"])
        #expect(folder.text(of: "sixth") == "sixth\n")
    }

    private func shell(_ script: String, descriptors: [Int32: Int32] = [:]) async throws -> ChildProcess {
        let order = SpawnOrder(
            "/bin/sh",
            ["-c", script],
            environment: SpawnOrder.plainEnvironment,
            in: "/",
            descriptors: descriptors
        )
        return try await ChildProcess.start(order)
    }
}
