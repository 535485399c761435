import Foundation
import RunningPrograms
import TestDatabases

/// A program of Python that others would take, in a virtual environment of its own.
struct PythonPeer {
    let folder: URL
    private var environment: URL { folder.appending(path: "python") }

    func program(_ name: String) -> URL { environment.appending(path: "bin/\(name)") }

    /// Whether it is there now; says why not.
    func install(_ packages: [String], needing program: String) async throws -> Bool {
        try await Tool.run(URL(filePath: "/usr/bin/env"), ["python3", "-m", "venv", environment.path])
        let pip = self.program("pip")
        guard FileManager.default.isExecutableFile(atPath: pip.path) else {
            print("\(program): python3 cannot make a virtual environment: left out")
            return false
        }
        try await Tool.run(pip, ["install", "--quiet", "--retries", "1"] + packages)
        guard FileManager.default.isExecutableFile(atPath: self.program(program).path) else {
            print(
                "\(program): the registry cannot be reached, or lacks \(packages.joined(separator: ", ")): left out"
            )
            return false
        }
        return true
    }

    /// Starts a server, and waits until it answers.
    func serve(_ name: String, _ arguments: [String], _ added: [String: String] = [:], asking address: URL)
        async throws -> ChildProcess
    {
        let silence = SpawnOrder.silence()
        defer { close(silence) }
        let order = SpawnOrder(
            program(name).path,
            arguments,
            environment: SpawnOrder.plainEnvironment.merging(added) { $1 },
            in: folder.path,
            descriptors: [1: silence, 2: silence]
        )
        let child = try await ChildProcess.start(order)
        for _ in 0..<600 where child.ending == nil {
            if try await answers(address) { return child }
            try await Task.sleep(for: .milliseconds(100))
        }
        child.signal(SIGKILL)
        throw ReplayError.said("\(name) did not start")
    }

    private func answers(_ address: URL) async throws -> Bool {
        guard let curl = Tool.find("curl") else { throw ReplayError.said("curl is not there") }
        return try await Program.run(
            curl,
            ["--silent", "--fail", "--output", "/dev/null", address.absoluteString]
        )
        .status == 0
    }
}

/// datasette over a SQLite table with the same reports.
struct DatasettePeer {
    private static let version = "0.65.5"
    let folder: URL

    func measure(_ file: URL, _ cmr: CMR1) async throws {
        let peer = PythonPeer(folder: folder)
        guard try await peer.install(["datasette==\(Self.version)"], needing: "datasette") else { return }
        let (script, table) = (folder.appending(path: "fill.py"), folder.appending(path: "ds.db"))
        try Data(Self.fill.utf8).write(to: script)
        try await Tool.run(peer.program("python"), [script.path, file.path, table.path])
        let port = try FreePort.find()
        guard let address = URL(string: "http://127.0.0.1:\(port)/-/versions.json") else { return }
        let words = ["serve", "-i", table.path, "-p", "\(port)", "--setting", "sql_time_limit_ms", "20000"]
        let child = try await peer.serve("datasette", words, asking: address)
        let replay = Replay(folder: folder, port: port, connections: 8)
        for (name, requests) in readings(cmr) {
            var outcome = Replay.Outcome()
            let cost = try await ProcessMeter(child.id).costOfAll { outcome = try await replay.run(requests) }
            outcome.print("datasette: \(name)", cpuSeconds: cost.cpuSeconds)
        }
        child.signal(SIGKILL)
        _ = await child.wait(atMost: .seconds(10))
    }

    private func readings(_ cmr: CMR1) -> [(String, [Replay.Request])] {
        let table = "/ds/report.json?_shape=array&_nocount=1&_nofacet=1"
        let keys = cmr.samples.map { index in
            let parts = CMR1.parts(index)
            let asked = "form__exact=\(parts.form)&period__exact=\(parts.month)&org__exact=\(parts.org)"
            return Replay.Request(path: "\(table)&_col=body&\(asked)")
        }
        let subtrees = (0..<2_000).map { turn in
            let (commune, month) = cmr.subtree(turn)
            let asked = "commune__exact=40.\(CMR1.pad(commune, 3))&period__exact=\(month)"
            return Replay.Request(path: "\(table)&_col=body&_size=1000&\(asked)")
        }
        return [
            ("read by key", keys), ("a subtree in a month, 120 records", subtrees),
            ("a month by commune, 3 sums", sums(cmr, 1)), ("a year by commune, 3 sums", sums(cmr, 12)),
        ]
    }

    private func sums(_ cmr: CMR1, _ length: Int) -> [Replay.Request] {
        let asked = "select+commune,sum(population),sum(revenue_vnd),sum(cases_received)+from+report"
        return (0..<60).map { turn in
            let span = cmr.span(turn, length)
            let range = "+where+period+between+:a+and+:b+group+by+commune"
            return Replay.Request(
                path: "/ds.json?_shape=array&sql=\(asked)\(range)&a=\(span.from)&b=\(span.to)"
            )
        }
    }

    private static let fill = """
        import json, sqlite3, sys
        base = sqlite3.connect(sys.argv[2])
        base.execute("create table report(form, period, org, commune, population, revenue_vnd, cases_received, body)")
        def rows():
            for line in open(sys.argv[1]):
                r = json.loads(line)
                yield (r["form"], r["period"], r["org"], r["org"][:6], r["population"], r["revenue_vnd"],
                       r["cases_received"], line.rstrip())
        base.executemany("insert into report values(?,?,?,?,?,?,?,?)", rows())
        base.execute("create index by_key on report(form, period, org)")
        base.execute("create index by_commune on report(commune, period)")
        base.execute("create index by_period on report(period, commune, population, revenue_vnd, cases_received)")
        base.commit()
        base.execute("analyze")
        base.commit()
        """
}

/// Kinto over PostgreSQL, which validates records by the same schema and keeps their history.
struct KintoPeer {
    private static let packages = ["kinto[postgresql]==26.5.0", "uwsgi==2.0.31"]
    private static let authorization =
        "Authorization: Basic \(Data("bench:bench".utf8).base64EncodedString())"
    private static let collection = "/v1/buckets/p/collections/cmr1"
    private let processes = 2
    let folder: URL

    func measure(_ reports: [String]) async throws {
        guard let installation = PostgresInstallation.found else {
            return print("Kinto: left out: \(PostgresInstallation.missing)")
        }
        let peer = PythonPeer(folder: folder)
        guard try await peer.install(Self.packages, needing: "uwsgi") else { return }
        let cluster = try await PostgresCluster(installation, options: [])
        try await cluster.administer("CREATE DATABASE kinto")
        let port = try FreePort.find()
        let kinto = try await start(peer, cluster, port)
        let replay = Replay(
            folder: folder,
            port: port,
            headers: [Self.authorization, "Content-Type: application/json"]
        )
        try await declare(replay)
        let meters = [ProcessMeter(kinto.id)] + (cluster.processID.map { [ProcessMeter($0)] } ?? [])
        for (name, records, requests) in writings(reports) {
            let before = meters.map(\.cpuSecondsOfAll).reduce(0, +)
            var outcome = try await replay.run(requests)
            let cpu = meters.map(\.cpuSecondsOfAll).reduce(0, +) - before
            outcome.count *= records
            outcome.perSecond *= Double(records)
            outcome.print("Kinto: \(name)", cpuSeconds: cpu)
        }
        kinto.signal(SIGKILL)
        _ = await kinto.wait(atMost: .seconds(10))
        await cluster.stop()
    }

    private func start(_ peer: PythonPeer, _ cluster: PostgresCluster, _ port: Int) async throws
        -> ChildProcess
    {
        let (settings, program) = (folder.appending(path: "kinto.ini"), folder.appending(path: "app.py"))
        let url = "postgresql+psycopg2://sen@/kinto?host=\(cluster.host)&port=5432"
        try Data(Self.settings(url).utf8).write(to: settings)
        try Data(Self.application(settings.path).utf8).write(to: program)
        try await Tool.run(peer.program("kinto"), ["migrate", "--ini", settings.path])
        guard let address = URL(string: "http://127.0.0.1:\(port)/v1/__heartbeat__") else {
            throw ReplayError.said("no address")
        }
        let words = [
            "--http11-socket", "127.0.0.1:\(port)", "--master", "--processes", "\(processes)", "--wsgi-file",
            program.path, "--die-on-term", "--lazy-apps", "--buffer-size", "32768", "--listen", "100",
            "--disable-logging",
        ]
        return try await peer.serve("uwsgi", words, asking: address)
    }

    private func declare(_ replay: Replay) async throws {
        var once = replay
        (once.connections, once.seconds) = (1, 1)
        let schema = MonthlyReports.schema.split(separator: "\n").joined()
        for (path, body) in [
            ("/v1/buckets/p", #"{"data":{}}"#), (Self.collection, #"{"data":{"schema":\#(schema)}}"#),
        ] {
            let outcome = try await once.run([.init(method: "PUT", path: path, body: body)])
            guard outcome.failed == 0, outcome.count > 0 else {
                throw ReplayError.said("Kinto refused \(path)")
            }
        }
    }

    /// A name, records of a request, requests.
    private func writings(_ reports: [String]) -> [(String, Int, [Replay.Request])] {
        let puts = reports.prefix(20_000).enumerated().map { index, body in
            Replay.Request(
                method: "PUT",
                path: "\(Self.collection)/records/r\(index)",
                body: #"{"data":\#(body)}"#
            )
        }
        let many = stride(from: 20_000, to: reports.count, by: 100).map { start in
            let requests = reports[start..<min(start + 100, reports.count)].map {
                #"{"body":{"data":\#($0)}}"#
            }
            let shared = #"{"method":"POST","path":"\#(Self.collection)/records"}"#
            return Replay.Request(
                method: "POST",
                path: "/v1/batch",
                body: #"{"defaults":\#(shared),"requests":[\#(requests.joined(separator: ","))]}"#
            )
        }
        return [("durable PUT of a new record", 1, puts), ("records in batches of 100", 100, many)]
    }

    private static func settings(_ url: String) -> String {
        """
        [app:main]
        use = egg:kinto
        kinto.userid_hmac_secret = benchmark
        kinto.storage_backend = kinto.core.storage.postgresql
        kinto.storage_url = \(url)
        kinto.storage_pool_size = 10
        kinto.cache_backend = kinto.core.cache.memory
        kinto.permission_backend = kinto.core.permission.postgresql
        kinto.permission_url = \(url)
        kinto.permission_pool_size = 10
        kinto.experimental_collection_schema_validation = true
        kinto.batch_max_requests = 100
        kinto.includes = kinto.plugins.history
        multiauth.policies = basicauth
        kinto.bucket_create_principals = system.Authenticated
        """
    }

    private static func application(_ settings: String) -> String {
        """
        import configparser
        from kinto import main
        given = configparser.ConfigParser()
        given.read("\(settings)")
        application = main({}, **dict(given.items("app:main")))
        """
    }
}
