import Foundation

/// An authority, one below it, and a certificate for all local websites: the chain that a bought certificate has.
struct LocalAuthority {
    static let domain = "bench.test"
    let rootFile: URL
    /// Leaf and intermediate, as a server shows them.
    let chainFile: URL
    let keyFile: URL

    /// `nil` when `openssl` is not there to make them.
    init?(in folder: URL) async throws {
        guard let openssl = Tool.find("openssl") else { return nil }
        let file = { (name: String) in folder.appending(path: name) }
        (rootFile, chainFile, keyFile) = (file("root.pem"), file("chain.pem"), file("leaf.key"))
        try "[v3]\nbasicConstraints=critical,CA:TRUE\n".write(
            to: file("ca"),
            atomically: true,
            encoding: .utf8
        )
        try "[v3]\nbasicConstraints=CA:FALSE\nsubjectAltName=DNS:*.\(Self.domain)\n"
            .write(to: file("site"), atomically: true, encoding: .utf8)
        for (name, signer, extensions) in [
            ("root", nil, "ca"), ("middle", "root", "ca"), ("leaf", "middle", "site"),
        ] {
            // Two thousand and forty-eight bits of RSA: what most of the official websites have.
            var request = ["req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Sen bench \(name)"]
            request += ["-keyout", file("\(name).key").path, "-out", file("\(name).csr").path]
            try await Tool.run(openssl, request)
            var signing = [
                "x509", "-req", "-in", file("\(name).csr").path, "-days", "90", "-extensions", "v3",
            ]
            signing += ["-extfile", file(extensions).path, "-out", file("\(name).pem").path]
            signing +=
                signer.map { ["-CA", file("\($0).pem").path, "-CAkey", file("\($0).key").path] }
                ?? ["-signkey", file("root.key").path]
            try await Tool.run(openssl, signing + (signer == nil ? [] : ["-CAcreateserial"]))
        }
        let chain = try Data(contentsOf: file("leaf.pem")) + Data(contentsOf: file("middle.pem"))
        try chain.write(to: chainFile)
    }
}
