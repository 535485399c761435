import Database
import Foundation

/// Where a site lies within a span: the same on every start, evenly spread over the sites.
///
/// Made from the id and not drawn at random, so that a test and an engineer can tell when a site is checked.
/// FNV-1a over the id and the round, then the finaliser of SplitMix64 so that neighbouring ids lie apart.
enum Jitter {
    /// At least 0 and less than 1.
    static func fraction(of site: Website.ID, round: UInt64) -> Double {
        var bytes = StableHash()
        withUnsafeBytes(of: site.uuid.uuid) { for byte in $0 { bytes.add(byte) } }
        withUnsafeBytes(of: round.littleEndian) { for byte in $0 { bytes.add(byte) } }
        var hash = bytes.value
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        hash ^= hash >> 31
        return Double(hash >> 11) * 0x1p-53
    }
}
