import Foundation
import InternetAddresses
import WebFetch

/// 2,000 websites of 60 KB, each at a loopback address of its own so that no connection serves two, served by one nginx.
struct LocalSites {
    enum Scheme: String { case http, https }

    static let count = 2_000
    static let pageBytes = 60_000
    let scheme: Scheme
    let port: Int
    let server: ProcessMeter
    /// `nil` over plain HTTP.
    let authorities: LocalAuthority?

    /// Each name has one address; over plain HTTP the address is the name.
    var hosts: [(name: String, address: String)] {
        (0..<Self.count).map { number in
            let address = "127.0.\(number / 200 + 1).\(number % 200 + 1)"
            return (scheme == .http ? address : "xa\(number).\(LocalAuthority.domain)", address)
        }
    }
    var urls: [String] { hosts.map { "\(scheme)://\($0.name):\(port)/" } }

    /// What our fetch has to know to reach them.
    func settings(workFolder: URL) -> FetchSettings {
        var settings = FetchSettings()
        settings.allowedRanges = [AddressRange("127.0.0.0/8")].compactMap { $0 }
        guard let authorities else { return settings }
        settings.extraAuthoritiesFile = authorities.rootFile.path
        settings.workFolder = workFolder.path
        for host in hosts { settings.fixedAddresses[host.name] = [IPAddress(host.address)].compactMap { $0 } }
        return settings
    }

    /// Runs `body` while the websites are there; says why it does not when they cannot be.
    static func serving(
        _ scheme: Scheme = .http,
        port: Int,
        _ body: (LocalSites, URL) async throws -> Void
    ) async throws {
        guard let nginx = Tool.find("nginx") else { return print("nginx is not installed: left out") }
        try await withTemporaryFolder { (folder) async throws in
            let authorities = scheme == .https ? try await LocalAuthority(in: folder) : nil
            if scheme == .https, authorities == nil { return print("openssl is not installed: left out") }
            let server = try start(nginx, port: port, authorities, in: folder)
            // Not `terminate`: nginx inherits a signal mask under which it waits for ever.
            defer { kill(server.processIdentifier, SIGKILL) }
            try await Task.sleep(for: .seconds(1))
            guard server.isRunning else { return print("nginx could not start: left out") }
            let meter = ProcessMeter(server.processIdentifier)
            let sites = LocalSites(scheme: scheme, port: port, server: meter, authorities: authorities)
            try await body(sites, folder)
        }
    }

    private static func start(
        _ nginx: URL,
        port: Int,
        _ authorities: LocalAuthority?,
        in folder: URL
    ) throws -> Process {
        try page.write(to: folder.appending(path: "index.html"), atomically: true, encoding: .utf8)
        let tls = authorities.map {
            "ssl_certificate \($0.chainFile.path); ssl_certificate_key \($0.keyFile.path);"
        }
        let listen = "listen \(port)\(authorities == nil ? "" : " ssl"); \(tls ?? "")"
        let configuration = """
            daemon off; master_process off; pid \(folder.path)/pid; error_log stderr crit;
            events { worker_connections 4096; }
            http { access_log off; types { text/html html; } server { \(listen) root \(folder.path); } }
            """
        let file = folder.appending(path: "nginx.conf")
        try configuration.write(to: file, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = nginx
        process.arguments = ["-c", file.path, "-p", folder.path]
        try process.run()
        return process
    }

    /// A portal's start page: a menu, news with links, a footer; ``pageBytes`` long.
    private static let page: String = {
        let head = """
            <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cổng thông tin điện tử xã Mẫu</title>
            <meta name="description" content="Trang của một xã tưởng tượng, để đo."></head><body><nav><ul>
            """
        let menu = (0..<30).map { "<li><a href='/muc/\($0)'>Thủ tục hành chính lĩnh vực \($0)</a></li>" }
            .joined()
        let news = (0..<400).map { number in
            """
            <article class="tin"><h3><a href="/tin/\(number)">Hội nghị triển khai nhiệm vụ số \(number)</a></h3>
            <p>Ủy ban nhân dân xã thông báo lịch tiếp công dân và kết quả giải quyết hồ sơ.</p></article>

            """
        }
        let foot =
            "<footer>Cơ quan chủ quản: UBND xã Mẫu. Chịu trách nhiệm nội dung: Ông Mẫu.</footer></body></html>"
        var text = head + menu + "</ul></nav>"
        for item in news where text.utf8.count + item.utf8.count + foot.utf8.count <= pageBytes {
            text += item
        }
        let gap = pageBytes - text.utf8.count - foot.utf8.count
        return text + String(repeating: " ", count: gap) + foot
    }()
}

/// A program of this machine that is measured beside ours.
enum Tool {
    static func find(_ name: String) -> URL? {
        ["/usr/bin/", "/usr/sbin/", "/usr/local/bin/"].map { URL(filePath: $0 + name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Runs it to its end; what it wrote to its standard output, for few lines.
    static func output(_ program: URL, _ arguments: [String]) async throws -> String {
        try await withTemporaryFolder { (folder) async throws in
            let file = folder.appending(path: "output")
            try Data().write(to: file)
            let handle = try FileHandle(forWritingTo: file)
            defer { try? handle.close() }
            try await run(program, arguments, output: handle)
            return try String(contentsOf: file, encoding: .utf8)
        }
    }

    /// Runs it to its end, silent.
    static func run(
        _ program: URL,
        _ arguments: [String],
        output: FileHandle = .nullDevice
    ) async throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        // `waitUntilExit` would hold a thread of the tasks.
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in done.resume() }
            do { try process.run() } catch { done.resume(throwing: error) }
        }
    }
}
