import Cryptography
import Foundation
package import Timekeeping

/// The codes that an authenticator app shows for one account (RFC 6238 over RFC 4226), and which of them was
/// used last.
///
/// SHA-1, 30 seconds and six digits, since the common apps ignore any other choice.
package struct TimedCodes: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The length of an SHA-1 hash, as RFC 4226 section 4 (R6) recommends.
    package static let secretBytes = 20
    package static let stepSeconds: Int64 = 30
    package static let digits = 6
    /// Steps that a code may be early or late: phones run a little wrong, people type slowly (RFC 6238
    /// section 5.2).
    package static let stepsOff: Int64 = 1

    /// Sealed wherever it is stored.
    package let secret: [UInt8]
    /// The step of the newest code that was accepted; it and what came before are worth nothing any more.
    package private(set) var lastStep: Int64?

    /// `nil` for a secret that is too short to be one of ours.
    package init?(secret: [UInt8], lastStep: Int64? = nil) {
        guard secret.count >= Self.secretBytes else { return nil }
        self.secret = secret
        self.lastStep = lastStep
    }

    /// A new secret for an account that enrols.
    package static func make(randomBytes: (Int) -> [UInt8]) -> Self? {
        Self(secret: randomBytes(secretBytes))
    }

    /// Uses up `typed` if it is the code of now, or of one step before or after, and newer than each accepted
    /// so far.
    ///
    /// What this changes is stored before anybody is let in.
    /// A clock that is set back finds its codes used up until it has caught up.
    package mutating func accept(_ typed: String, at now: Instant) -> Bool {
        guard let given = Self.digits(in: typed) else { return false }
        let current = Self.step(at: now)
        var matched: Int64?
        // all steps are compared, whichever fits, so that the time taken says nothing
        for step in (current - Self.stepsOff)...(current + Self.stepsOff) {
            let fits = constantTimeEqual(Array(code(of: step).utf8), given)
            if fits, step > lastStep ?? .min { matched = matched ?? step }
        }
        guard let matched else { return false }
        lastStep = matched
        return true
    }

    /// The six digits that somebody typed, perhaps in groups; `nil` for anything else.
    private static func digits(in typed: String) -> [UInt8]? {
        guard typed.utf8.count <= 2 * digits else { return nil }
        let given = typed.utf8.filter { $0 != UInt8(ascii: " ") }
        guard given.count == digits, given.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return given
    }

    /// The number of the step that `now` lies in, counted from 1970.
    package static func step(at now: Instant) -> Int64 {
        let length = stepSeconds * 1_000_000
        let (quotient, remainder) = now.microsecondsSince1970.quotientAndRemainder(dividingBy: length)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The code of one step; `digits` is for the vectors of RFC 6238, which have eight.
    func code(of step: Int64, digits: Int = Self.digits) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let mac = HMAC.sha1(key: secret, message: counter)
        // dynamic truncation, RFC 4226 section 5.3: the low half of the last byte says where the number
        // begins
        let start = Int(mac[mac.count - 1] & 0x0f)
        let number = mac[start..<(start + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text.suffix(digits)
    }

    /// Neither the secret nor where it stands: values end up in logs.
    package var description: String { "TimedCodes(hidden)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension TimedCodes {
    /// The secret as a person types it into an app that cannot scan.
    package var secretText: String { BaseCoding.base32.encode(secret) }

    /// What the QR code says, in the form that the common apps read (the "Key Uri Format" of Google
    /// Authenticator).
    package func enrolmentURI(for name: SignInName, issuer: String) -> String {
        let (issuer, account) = (Self.escaped(issuer), Self.escaped(name.text))
        return "otpauth://totp/\(issuer):\(account)?secret=\(secretText)&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=\(Self.digits)&period=\(Self.stepSeconds)"
    }

    /// Everything but RFC 3986's unreserved characters, since a colon divides the label and `&` the query.
    private static func escaped(_ text: String) -> String {
        let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        return text.utf8.map { byte in
            unreserved.contains(byte)
                ? String(UnicodeScalar(byte))
                : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
