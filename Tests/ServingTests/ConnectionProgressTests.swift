import NIOCore
import Testing

@testable import Serving

private let start = NIODeadline.uptimeNanoseconds(0)
private func after(_ seconds: Int64) -> NIODeadline { start + .seconds(seconds) }

@Suite("How long a connection may take")
struct ConnectionProgressTests {
    @Test("the first request's headers have 20 seconds, those of the next ones 75 from the last answer")
    func waiting() {
        var progress = ConnectionProgress(ConnectionLimits(), at: start)
        #expect(progress.deadline == after(20) && progress.ending == .tell && progress.isWaiting)
        progress.readHead(at: after(1))
        progress.readEnd(at: after(1))
        #expect(progress.deadline == nil && !progress.isWaiting, "the time is ours")
        progress.beginAnswer()
        progress.endAnswer(at: after(3))
        #expect(progress.deadline == after(78) && progress.ending == .close)
    }

    @Test("a body has 30 seconds and one more for each 2 KB that have come")
    func body() {
        var progress = ConnectionProgress(ConnectionLimits(), at: start)
        progress.readHead(at: after(10))
        #expect(progress.deadline == after(40) && progress.ending == .tell)
        progress.readBody(2_048 * 7 + 1)
        #expect(progress.deadline == after(47))
        progress.beginAnswer()
        #expect(progress.ending == .close, "half an answer is out")
    }

    @Test("what is still sent of a request that was answered is read for five seconds")
    func lingering() {
        var progress = ConnectionProgress(ConnectionLimits(), at: start)
        progress.readHead(at: after(1))
        progress.beginAnswer()
        progress.endAnswer(at: after(2))
        progress.readBody(1 << 30)
        #expect(progress.deadline == after(7) && progress.isWaiting && !progress.isBetweenRequests)
    }

    @Test("a request that is sent while another is being answered is not answered by the guard")
    func pipelined() {
        var progress = ConnectionProgress(ConnectionLimits(), at: start)
        progress.readHead(at: after(1))
        progress.readEnd(at: after(1))
        progress.readHead(at: after(2))
        #expect(progress.ending == .close)
        progress.endAnswer(at: after(3))
        #expect(progress.ending == .tell && progress.deadline == after(32))
    }

    @Test("who takes nothing of an answer for a minute is let go, however often that is noticed")
    func stalled() {
        var progress = ConnectionProgress(ConnectionLimits(), at: start)
        progress.readHead(at: start)
        progress.readEnd(at: start)
        progress.beginAnswer()
        progress.setWritable(false, at: after(5))
        progress.setWritable(false, at: after(30))
        #expect(progress.deadline == after(65) && progress.ending == .close)
        progress.setWritable(true, at: after(40))
        #expect(progress.deadline == nil)
    }
}

@Suite("Who has a connection when there are too many")
struct ConnectionPlacesTests {
    @Test("whoever has let us wait longest gives their place; who is being answered keeps it")
    func longestWait() {
        var places = ConnectionPlaces<Int>(max: 3)
        for key in 1...3 { #expect(places.enter(key, at: after(Int64(key))) == .entered) }
        places.update(1, waitingSince: nil)
        #expect(places.enter(4, at: after(9)) == .inPlace(of: 2))
        places.update(3, waitingSince: after(10))
        #expect(places.enter(5, at: after(11)) == .inPlace(of: 4))
        #expect(places.count == 3)
    }

    @Test("when everybody is being answered nobody is sent away")
    func full() {
        var places = ConnectionPlaces<Int>(max: 2)
        for key in 1...2 {
            #expect(places.enter(key, at: start) == .entered)
            places.update(key, waitingSince: nil)
        }
        #expect(places.enter(3, at: start) == .full)
        places.leave(1)
        #expect(places.enter(3, at: start) == .entered)
    }

    @Test("news of one who has gone does not bring them back")
    func gone() {
        var places = ConnectionPlaces<Int>(max: 1)
        #expect(places.enter(1, at: start) == .entered)
        #expect(places.enter(2, at: start) == .inPlace(of: 1))
        places.update(1, waitingSince: start)
        places.leave(1)
        #expect(places.count == 1)
    }
}
