import Datasets
import Identity
import Places
import Testing

@testable import API

private let path = "/api/v1/datasets/dan-so/subscriptions"
private let target: JSON = ["target": "https://nhan.example/hook", "after": -1]

@Test("a subscription is made, told with its secret once, and managed step by step")
func subscriptionSteps() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        try await bench.written([report(), report(otherCommune)])
        try await bench.sequence()
        let officer = try await bench.caller(.officer)
        let headers = ["Idempotency-Key": "1"]
        let made = try await officer.post(path, target, headers)
        #expect(made.status == 201 && made.json["secret"]?.text?.hasPrefix("whsec_") == true)
        let again = try await officer.post(path, target, headers)
        #expect(again.json["secret"] == .null && again.json["subscription"] == made.json["subscription"])
        let id = try #require(made.json["subscription"]?["id"]?.text)
        let one = "/api/v1/subscriptions/\(id)"
        #expect(try await officer.get(path).items.count == 1)
        try await bench.house.webhooks.turn()
        let told = try await officer.get(one)
        #expect(told.json["lastStatus"] == 204 && told.json["place"] == told.json["newest"])
        #expect(try await officer.post("\(one)/pause").json["state"] == "paused")
        #expect(try await officer.post("\(one)/pause").code == "subscription.wrong-state")
        #expect(try await officer.post("\(one)/resume").json["state"] == "active")
        #expect(try await officer.post("\(one)/replay", ["after": -1]).json["place"] == -1)
        #expect(try await officer.post("\(one)/replay", ["after": 99_999]).status == 422)
        let secret = try await officer.post("\(one)/secret").json["secret"]?.text
        #expect(secret?.hasPrefix("whsec_") == true && secret != made.json["secret"]?.text)
    }
}

@Test("a receiver that is gone leaves a dead letter, which is sent again when asked")
func deadLetterRoutes() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        try await bench.written([report()])
        try await bench.sequence()
        let officer = try await bench.caller(.officer)
        let made = try await officer.post(path, ["target": "https://gone.example/", "after": -1])
        try await bench.house.webhooks.turn()
        let one = "/api/v1/subscriptions/\(made.json["subscription"]?["id"]?.text ?? "")"
        #expect(try await officer.get(one).json["stateReason"] == "gone")
        let letters = try await officer.get("\(one)/dead-letters").items
        #expect(letters.count == 1 && letters.first?["status"] == 410)
        let number = try #require(letters.first?["number"]?.integer)
        let told = try await officer.post("\(one)/dead-letters/\(number)/replay")
        #expect(told.json == ["taken": false, "status": 410, "failure": nil])
        #expect(try await officer.post("\(one)/dead-letters/999/replay").status == 404)
        #expect(try await officer.post("\(one)/dead-letters/x/replay").status == 404)
    }
}

@Test("who may not manage, or is of another unit, finds no subscription, and a bad address makes none")
func subscriptionsOutOfReach() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        let officer = try await bench.caller(.officer)
        let made = try await officer.post(path, ["target": "https://nhan.example/hook"])
        let one = "/api/v1/subscriptions/\(made.json["subscription"]?["id"]?.text ?? "")"
        let viewer = try await bench.caller(.viewer)
        #expect(try await viewer.post(path, target).status == 403)
        #expect(try await viewer.get(path).status == 403)
        let stranger = try await bench.caller(.officer, in: commune)
        #expect(try await stranger.get(path).items.isEmpty)
        for step in ["pause", "resume", "secret"] {
            #expect(try await stranger.post("\(one)/\(step)").status == 404, "\(step)")
        }
        #expect(try await stranger.get("\(one)/dead-letters").status == 404)
        for address in ["http://nhan.example/", "https://a@b/", "javascript:alert(1)", "http://127.0.0.1:1/"]
        {
            let told = try await officer.post(path, ["target": .text(address)])
            #expect(told.code == "subscription.target-invalid", "\(address)")
        }
        #expect(try await officer.post("/api/v1/datasets/khong/subscriptions", target).status == 404)
    }
}
