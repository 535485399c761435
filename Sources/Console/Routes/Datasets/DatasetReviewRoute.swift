import Access
import Datasets
import Hummingbird
import Serving

/// `POST /datasets/{id}/review`: the dataset's entry in the catalogue was looked at and is right.
struct DatasetReviewRoute: Sendable {
    let house: ConsoleHouse

    func review(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        _ = try await FormFields.posted(request, by: visitor)
        let stored = try await DatasetReach(house: house).find(context)
        let permit = try house.access.permit(
            visitor.principal,
            to: ReviewDatasets.self,
            on: stored.dataset.owner
        )
        try await house.datasets.review(stored.dataset.id, by: permit)
        return .redirect(to: stored.dataset.id.path, type: .normal)
    }
}
