package import Foundation

/// An authority of the test's own that signs a certificate of any kind, by the openssl command line.
package struct TestAuthority {
    package let folder: URL

    package init() throws {
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
        try openssl(
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
    ) throws {
        try openssl(
            ["req", "-new", "-nodes", "-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)"]
                + ["-keyout", file("\(name).key"), "-out", file("\(name).csr"), "-newkey"] + key
        )
        try openssl(
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

    package func selfSign(_ name: String, for host: String) throws {
        try openssl(
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

    private func openssl(_ arguments: String...) throws { try openssl(arguments) }

    private func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw TLSServerError(description: "openssl \(arguments.joined(separator: " "))")
        }
    }
}

/// `openssl s_server` with one certificate, ended by the test.
package final class TLSServer {
    package let port: Int
    private let process = Process()

    package init(_ authority: TestAuthority, certificate name: String, options: [String] = []) throws {
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", authority.file("\(name).pem")]
            + ["-key", authority.file("\(name).key")] + options
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        var said = ""
        while !said.contains("\n") || !said.contains("ACCEPT 127.0.0.1:") {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw TLSServerError(description: "openssl s_server did not start") }
            said += String(decoding: more, as: UTF8.self)
        }
        let digits = said.split(separator: "ACCEPT 127.0.0.1:").last?.prefix { $0.isNumber } ?? ""
        guard let found = Int(digits) else { throw TLSServerError(description: "no port in \(said)") }
        port = found
    }

    /// Not by the gentle signal: a child inherits that this thread blocks it.
    package func stop() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

/// Why a certificate or a server for a test could not be made.
package struct TLSServerError: Error, CustomStringConvertible {
    package let description: String
}
