import Database
import Foundation
import Testing
import Timekeeping

private enum Thing {}

@Test("an id begins with the time, so later ids sort later")
func ordered() {
    func id(at second: Int64) -> ID<Thing> {
        IDMaker.timeOrdered(clock: WallClock { Instant(secondsSince1970: second) }, randomBits: { .max })
            .make()
    }
    #expect(id(at: 1).description < id(at: 2).description)
    #expect(id(at: 1) < id(at: 2))
}

@Test("an id carries version 7 and the variant of RFC 9562")
func versionAndVariant() {
    // The example of RFC 9562, appendix A.6: 2022-02-22 14:22:22.00 GMT-05:00, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
    let clock = WallClock { Instant(microsecondsSince1970: 0x017F_22E2_79B0 * 1_000) }
    let numbers = NumbersInTurn([0xCC3, 0x18C4_DC0C_0C07_398F])
    let id: ID<Thing> = IDMaker.timeOrdered(clock: clock, randomBits: numbers.next).make()
    #expect(id.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
}

@Test(
    "a text that is no id is refused",
    arguments: ["", "1", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "x' OR 1=1"]
)
func refused(text: String) {
    #expect(ID<Thing>(text) == nil)
}
