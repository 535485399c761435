import Cryptography
import Foundation
import Language

/// The secret from which the server's own keys are made: those that seal codes and sign form tokens.
///
/// It lies in the data folder, readable by the server's user alone, unless the settings give one.
struct ServerSecret: Sendable {
    static let bytes = 32

    private let secret: [UInt8]

    init(_ secret: [UInt8]) { self.secret = secret }

    /// A key for one purpose: knowing one says nothing about another.
    func key(for purpose: String) -> [UInt8] { HMAC.sha256(key: secret, message: Array(purpose.utf8)) }

    /// Reads the secret of a folder, and makes one when there is none.
    ///
    /// - Throws: ``DataFolderError`` when the file cannot be read or is damaged.
    static func ofFolder(_ folder: DataFolder, given: String?) throws(DataFolderError) -> ServerSecret {
        if let given, let bytes = BaseCoding.base64.decode(given) { return ServerSecret(bytes) }
        let path = folder.path + "/server-secret.key"
        if let data = FileManager.default.contents(atPath: path) {
            guard data.count == bytes else {
                throw DataFolderError(.keyUnreadable, "server-secret.key is not \(bytes) bytes")
            }
            return ServerSecret(Array(data))
        }
        let made = World.randomBytes(bytes)
        try PrivateFile.write(made, to: path)
        return ServerSecret(made)
    }
}
