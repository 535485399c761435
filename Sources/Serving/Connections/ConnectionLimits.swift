/// How long and how large what one connection sends may be, and how many there may be at once.
///
/// A client that keeps to them never notices; they are there for those who open connections to keep them busy.
package struct ConnectionLimits: Hashable, Sendable {
    /// From the opening to the end of the first request's headers: a line of 1 KB/s has sent them in a few seconds.
    package var firstRequestSeconds = 20
    /// From an answer to the end of the next request's headers: longer than a proxy keeps its own connections
    /// (nginx: 60), so that it is the proxy that ends them and never sends into a closing one.
    package var idleSeconds = 75
    /// For a request's body; each ``bodyBytesPerSecondMin`` that have come add a second.
    package var bodySeconds = 30
    /// The slowest line on which a file can be sent: a poor 2G one has twice that.
    package var bodyBytesPerSecondMin = 2_048
    /// For the rest of a body whose request has been answered already, so that the client reads the answer.
    package var lingerSeconds = 5
    /// For a client to take some 32 KB of an answer (what NIO keeps before it waits).
    package var stallSeconds = 60
    /// At once; each costs some 20 KB and one descriptor of the process.
    package var connectionsMax = 2_000

    /// Bytes of one header field: cookies and addresses of ours have less than 3 KB.
    package static let headerFieldBytesMax = 16 * 1_024
    /// Bytes of all header fields of a request.
    package static let headersBytesMax = 32 * 1_024
    /// Header fields of a request: browsers send some 20, proxies add 10.
    package static let headerFieldsMax = 100

    package init() {}
}
