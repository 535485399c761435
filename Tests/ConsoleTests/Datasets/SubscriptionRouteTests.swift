import AuditLog
import Database
import Datasets
import Identity
import Language
import Places
import Testing

@testable import Console

private let path = "/datasets/tram-phat-song/subscriptions"
private let target = "https://nhan.example/hook"

private func secret(_ page: WallAnswer) -> String? {
    page.text.firstMatch(of: /whsec_[A-Za-z0-9+\/=]+/).map { String($0.0) }
}

extension WallBench {
    fileprivate func subscriptions() async throws -> [Subscription] {
        try await webhooks.store.list(within: .everything)
    }
}

@Test(
    "a receiver is added with its secret shown once, is told of changes, paused, resumed and sent all again"
)
func connections() async throws {
    try await withWall { wall in
        try await wall.declare()
        #expect(try await wall.door.get("/datasets/tram-phat-song", as: .leader).text.contains(path))
        let empty = try await wall.door.get(path, as: .leader)
        #expect(empty.status == 200 && empty.text.contains(Text.Connections.none.vi))
        let made = try await wall.door.post(path, ["target": target], as: .leader)
        let shown = try #require(secret(made))
        try await wall.stations(cuaLo, "2026-10", 12)
        try await wall.sequencer.drain()
        try await wall.webhooks.turn()
        for language in Language.allCases {
            let page = try await wall.door.get(path, as: .leader.reading(language))
            #expect(page.text.contains(target) && page.text.contains(Text.Connections.upToDate(language)))
            #expect(!page.text.contains(shown))
        }
        let id = try #require(try await wall.subscriptions().first?.id.description)
        for (step, state) in [("pause", "paused"), ("resume", "active"), ("replay", "active")] {
            let answer = try await wall.door.post("\(path)/\(step)", ["id": id], as: .leader)
            #expect(answer.status == 303, "\(step)")
            #expect(try await wall.subscriptions().first?.state.rawValue == state, "\(step)")
        }
        #expect(try await wall.door.post("\(path)/resume", ["id": id], as: .leader).status == 409)
        let other = try await wall.door.post("\(path)/secret", ["id": id], as: .leader)
        #expect(secret(other) != nil && secret(other) != shown)
    }
}

@Test("what could not be sent is listed with the answer, and is sent again from the page")
func deadLettersOnPage() async throws {
    try await withWall { wall in
        try await wall.declare()
        _ = try await wall.door.post(path, ["target": "https://gone.example/"], as: .leader)
        try await wall.stations(cuaLo, "2026-10", 12)
        try await wall.sequencer.drain()
        try await wall.webhooks.turn()
        let page = try await wall.door.get(path, as: .leader)
        #expect(page.text.contains(Text.Connections.gone.vi) && page.text.contains("410"))
        let id = try #require(try await wall.subscriptions().first?.id)
        let letter = try #require(
            try await wall.webhooks.store.deadLetters(of: id, within: .everything).first
        )
        let fields = ["id": id.description, "number": "\(letter.number)"]
        let again = try await wall.door.post("\(path)/letter", fields, as: .leader)
        #expect(again.status == 200 && again.text.contains(Text.Connections.letterRefused(410).vi))
        #expect(try await wall.door.post("\(path)/letter", ["id": id.description], as: .leader).status == 404)
    }
}

@Test(
    "who may not manage receivers sees none, those of other units are none, and a bad address is told in the form"
)
func connectionsOutOfReach() async throws {
    try await withWall { wall in
        try await wall.declare()
        _ = try await wall.door.post(path, ["target": target], as: .leader)
        let id = try #require(try await wall.subscriptions().first?.id.description)
        let viewer = WallReader(role: .viewer, unit: cuaLo.rawValue)
        #expect(try await wall.door.get(path, as: viewer).status == 403)
        #expect(!(try await wall.door.get("/datasets/tram-phat-song", as: viewer).text.contains(path)))
        let stranger = WallReader(role: .officer, unit: anhSon.rawValue)
        #expect(!(try await wall.door.get(path, as: stranger).text.contains(target)))
        for step in ["pause", "resume", "replay", "secret", "letter"] {
            let answer = try await wall.door.post("\(path)/\(step)", ["id": id], as: stranger)
            #expect(answer.status == 404, "\(step)")
        }
        let wrong = try await wall.door.post(path, ["target": "http://10.0.0.1/"], as: .leader)
        #expect(wrong.status == 400 || wrong.status == 422)
        #expect(
            wrong.text.contains(Text.Subscription.targetInvalid.vi) && wrong.text.contains("http://10.0.0.1/")
        )
        #expect(try await wall.subscriptions().count == 1)
    }
}
