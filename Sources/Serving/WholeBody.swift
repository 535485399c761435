package import Hummingbird
import Language
import NIOCore

extension Request {
    /// The body, whole or not at all.
    ///
    /// - Throws: ``ServingErrorCode/bodyTooLarge``, or ``ServingErrorCode/bodyCutOff`` when it broke off or was no
    ///   body as HTTP writes one.
    package func wholeBody(upTo bytesMax: Int) async throws(ServingError) -> ByteBuffer {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > bytesMax {
            throw ServingError(.bodyTooLarge, "the body is longer than \(bytesMax) bytes")
        }
        do { return try await body.collect(upTo: bytesMax) } catch is NIOTooManyBytesError {
            throw ServingError(.bodyTooLarge, "the body is longer than \(bytesMax) bytes")
        } catch {
            throw ServingError(.bodyCutOff, "the body broke off", cause: error)
        }
    }
}
