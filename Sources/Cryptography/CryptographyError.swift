/// Why a cryptographic value was refused.
///
/// It never tells anything about a secret.
package enum CryptographyError: Error, Hashable, Sendable {
    /// A key, a nonce or a signature does not have the length that its standard says.
    case wrongLength(expected: Int, found: Int)
    /// The bytes are not a point of the curve, or not a key.
    case invalidKey
    /// The sealed bytes were changed, were sealed with another key, or for another purpose.
    case notAuthentic
    /// The parameters of a password hash are outside what this program is willing to spend.
    case costOutOfRange
    /// The text is not a password hash of a kind that this program makes.
    case notPasswordHash
    /// The bytes are not an X.509 certificate.
    case notCertificate
    /// libcrypto refused; the text is its own, without values.
    case libraryFailed(String)
}
