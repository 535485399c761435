package import Foundation
import RunningPrograms

/// An authority of the test's own that signs a certificate of any kind, by the openssl command line.
package struct TestAuthority {
    package let folder: URL

    package init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "sen-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let settings = """
            [ca]
            default_ca = d
            [d]
            database = \(folder.path)/index.txt
            new_certs_dir = \(folder.path)
            serial = \(folder.path)/serial
            default_md = sha256
            policy = p
            copy_extensions = copy
            unique_subject = no
            [p]
            commonName = supplied
            """
        for (name, text) in [("ca.cnf", settings), ("index.txt", ""), ("serial", "1000\n")] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try await openssl(
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=Co quan chung thuc thu nghiem",
            "-keyout",
            file("ca.key"),
            "-out",
            file("ca.pem")
        )
    }

    package func file(_ name: String) -> String { folder.appending(path: name).path }

    /// Makes `name.pem` and `name.key` for `host`, signed by the authority; times are `YYYYMMDDhhmmssZ`.
    package func certify(
        _ name: String,
        for host: String,
        from start: String = "20240101000000Z",
        to end: String = "20991231000000Z",
        key: [String] = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    ) async throws {
        try await openssl(
            ["req", "-new", "-nodes", "-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)"]
                + ["-keyout", file("\(name).key"), "-out", file("\(name).csr"), "-newkey"] + key
        )
        try await openssl(
            "ca",
            "-batch",
            "-notext",
            "-config",
            file("ca.cnf"),
            "-cert",
            file("ca.pem"),
            "-keyfile",
            file("ca.key"),
            "-in",
            file("\(name).csr"),
            "-out",
            file("\(name).pem"),
            "-startdate",
            start,
            "-enddate",
            end
        )
    }

    package func selfSign(_ name: String, for host: String) async throws {
        try await openssl(
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=\(host)",
            "-addext",
            "subjectAltName=DNS:\(host)",
            "-keyout",
            file("\(name).key"),
            "-out",
            file("\(name).pem")
        )
    }

    private func openssl(_ arguments: String...) async throws { try await openssl(arguments) }

    private func openssl(_ arguments: [String]) async throws {
        let outcome = try await Program.run(URL(filePath: "/usr/bin/env"), ["openssl"] + arguments)
        guard outcome.status == 0 else {
            throw TLSServerError(
                description: "openssl \(arguments.joined(separator: " ")): \(outcome.error)"
            )
        }
    }
}

/// `openssl s_server` with one certificate; it ends with the test.
package final class TLSServer: Sendable {
    /// Seconds until it must listen, on a machine that does much else besides.
    private static let startSecondsMax = 60

    package let port: Int
    private let process: ChildProcess

    private init(port: Int, process: ChildProcess) { (self.port, self.process) = (port, process) }

    deinit { stop() }

    package static func start(
        _ authority: TestAuthority,
        certificate name: String,
        options: [String] = []
    ) async throws -> TLSServer {
        let (input, output) = (try Channel(), try Channel())
        let order = SpawnOrder(
            "/usr/bin/env",
            ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", authority.file("\(name).pem")]
                + ["-key", authority.file("\(name).key")] + options,
            environment: ProcessInfo.processInfo.environment,
            in: authority.folder.path,
            descriptors: [0: input.theirs, 1: output.theirs, 2: SpawnOrder.silence()]
        )
        let process = try await ChildProcess.start(order)
        close(input.ours)
        let lines = LineReader(output.ours)
        let last = ContinuousClock.now + .seconds(startSecondsMax)
        while ContinuousClock.now < last, !lines.hasEnded {
            let said = lines.lines.compactMap { $0.firstMatch(of: /ACCEPT 127\.0\.0\.1:(\d+)/)?.output.1 }
            if let port = said.first.flatMap({ Int($0) }) { return TLSServer(port: port, process: process) }
            try await Task.sleep(for: .milliseconds(10))
        }
        process.signal(SIGKILL)
        throw TLSServerError(description: "openssl s_server did not start: \(lines.lines)")
    }

    package func stop() { process.signal(SIGKILL) }
}

/// Why a certificate or a server for a test could not be made.
package struct TLSServerError: Error, CustomStringConvertible {
    package let description: String
}
