/// Tells the time.
///
/// Only `sen` makes the real one; tests make a fixed or a scripted one.
package struct WallClock: Sendable {
    package var now: @Sendable () -> Instant
    package init(now: @escaping @Sendable () -> Instant) { self.now = now }
}
