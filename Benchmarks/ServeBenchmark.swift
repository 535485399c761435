import BrowserDriving
import Foundation
import Language
import RunningPrograms

/// The whole program: how soon it answers, what it holds while nothing happens, and how soon the board is on a screen.
struct ServeBenchmark {
    private let starts = 5
    private let idleSeconds = 20
    private let paints = 7
    /// Until the lab has broken enough websites to fill the board.
    private let labSeconds = 90

    func run() async throws {
        guard (try? Program.built) != nil else {
            return print("serve: left out; build with `swift build -c release --product sen` first")
        }
        try await startAndIdle()
        do { try await firstPaint() } catch let error as BrowserError {
            print("serve: paint left out: \(error)")
        }
    }

    /// The first start makes the database and brings the units in; the later ones are those of every day.
    private func startAndIdle() async throws {
        let folder = try ScratchFolder("sen-bench")
        let port = try FreePort.find()
        for number in 1...starts {
            let (process, seconds) = try await start(in: folder, port: port)
            let name = number == 1 ? "serve: first start, until it answers" : "serve: start, until it answers"
            print(
                name.padding(toLength: 46, withPad: " ", startingAt: 0),
                milliseconds(seconds),
                " aim: 1000 ms"
            )
            if number == starts { try await idle(process) }
            await process.stop(within: .seconds(10))
        }
    }

    private func idle(_ process: ChildProcess) async throws {
        let meter = ProcessMeter(process.id)
        try await Task.sleep(for: .seconds(5))
        let cost = try await meter.cost { try await Task.sleep(for: .seconds(idleSeconds)) }
        print(
            "serve: idle, resident".padding(toLength: 46, withPad: " ", startingAt: 0),
            meter.residentMegabytes,
            "MB  aim: 80 MB"
        )
        let share = (cost.cpuSeconds / cost.wallSeconds * 10_000).rounded() / 100
        print("serve: idle, share of one core".padding(toLength: 46, withPad: " ", startingAt: 0), share, "%")
    }

    private func start(in folder: ScratchFolder, port: Int) async throws -> (ChildProcess, Double) {
        var environment = SpawnOrder.plainEnvironment
        environment["SEN_SERVER_PORT"] = String(port)
        environment["SEN_DATA_FOLDER"] = folder.path + "data"
        let output = try Channel()
        let begin = ContinuousClock.now
        let order = SpawnOrder(
            try Program.built.path(percentEncoded: false),
            ["serve"],
            environment: environment,
            in: folder.path,
            descriptors: [1: output.theirs, 2: folder.openLog("log.jsonl")]
        )
        let (process, lines) = (try await ChildProcess.start(order), LineReader(output.ours))
        while !lines.lines.contains(where: { $0.contains(":\(port)/") }), process.ending == nil {
            try await Task.sleep(for: .milliseconds(2))
        }
        return (process, Cost.seconds(ContinuousClock.now - begin))
    }

    /// First contentful paint, as Chromium tells it, of the lab's board.
    private func firstPaint() async throws {
        try await withSen { sen in
            try await withBrowser { browser in
                let page = try await browser.open(sen.address)
                try await page.write(sen.account.name, into: .labelled(Text.accountName(.vietnamese)))
                try await page.write(sen.account.password, into: .labelled(Text.password(.vietnamese)))
                try await page.leave(by: "Enter") { try await page.press(.enter) }
                try await Task.sleep(for: .seconds(labSeconds))
                var times: [Double] = []
                for _ in 0..<paints {
                    try await page.go(to: sen.address)
                    try await page.wait(for: .condition("a paint", paintEntry))
                    times.append(try await page.evaluate("\(paintEntry).startTime", as: Double.self))
                }
                let median = times.sorted()[paints / 2] / 1_000
                print(
                    "serve: first paint of the board in Chromium".padding(
                        toLength: 46,
                        withPad: " ",
                        startingAt: 0
                    ),
                    milliseconds(median),
                    " aim: 1000 ms"
                )
            }
        }
    }

    private let paintEntry = "performance.getEntriesByName('first-contentful-paint')[0]"

    private func milliseconds(_ seconds: Double) -> String { "\(Int((seconds * 1_000).rounded())) ms" }
}
