import Foundation
import Testing

@testable import sen

@Test(
    "connections never take the descriptors that the database and the watch need",
    arguments: [1, 64, 500, 2_000]
)
func connectionsLeaveRoom(wanted: Int) {
    let max = OpenFiles.connectionsMax(upTo: wanted)
    var limit = rlimit()
    #expect(getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
    #expect(max >= 64 && max <= Swift.max(64, wanted))
    #expect(max == 64 || max + 512 <= Int(clamping: limit.rlim_cur))
}
