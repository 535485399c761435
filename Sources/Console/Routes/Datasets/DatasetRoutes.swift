package import Hummingbird
package import Serving

/// The room of shared data.
package struct DatasetRoutes: Sendable {
    private let house: ConsoleHouse

    package init(_ house: ConsoleHouse) { self.house = house }

    package func add(to router: Router<SenContext>) {
        router.get("/datasets", use: DatasetListRoute(house: house).show)
        router.get("/datasets/:id", use: DatasetPageRoute(house: house).show)
        router.post("/datasets/:id/review", use: DatasetReviewRoute(house: house).review)
        router.get("/datasets/:id/records", use: RecordListRoute(house: house).show)
        router.get("/datasets/:id/record", use: RecordPageRoute(house: house).show)
        let purpose = PurposeRoute(house: house)
        router.get("/datasets/:id/purpose", use: purpose.show)
        router.post("/datasets/:id/purpose", use: purpose.state)
        let subscriptions = SubscriptionRoute(house: house)
        router.get("/datasets/:id/subscriptions", use: subscriptions.show)
        router.post("/datasets/:id/subscriptions", use: subscriptions.make)
        router.post("/datasets/:id/subscriptions/pause", use: subscriptions.pause)
        router.post("/datasets/:id/subscriptions/resume", use: subscriptions.resume)
        router.post("/datasets/:id/subscriptions/replay", use: subscriptions.replay)
        router.post("/datasets/:id/subscriptions/secret", use: subscriptions.secret)
        router.post("/datasets/:id/subscriptions/letter", use: subscriptions.letter)
        let form = RecordFormRoute(house: house)
        router.get("/datasets/:id/new", use: form.new)
        router.post("/datasets/:id/new", use: form.add)
        router.get("/datasets/:id/record/edit", use: form.edit)
        router.post("/datasets/:id/record/edit", use: form.save)
        let step = RecordStepRoute(house: house)
        router.post("/datasets/:id/record/approve", use: step.approve)
        router.post("/datasets/:id/record/return", use: step.sendBack)
        router.post("/datasets/:id/record/withdraw", use: step.withdraw)
    }
}
