import Access
import Database
import Datasets
import Hummingbird
import Language
import Places

/// `/api/v1/sharing` and `/api/v1/datasets/{dataset}/sharing`: who asks for whose data, and what its owner decides.
enum SharingResource {
    static let operations: [Operation] = [
        .post(
            "/api/v1/datasets/{dataset}/sharing",
            "askForSharing",
            .API.askForSharing,
            body: .json(SharingShape.asking),
            answers: .json(SharingShape.schema, [.created]),
            ask
        ),
        .get(
            "/api/v1/sharing",
            "listSharing",
            .API.listSharing,
            [.query("dataset", .text(min: 1, max: Dataset.ID.charactersMax), .API.sharingDataset)],
            answers: .json(.object([.required("items", .list(SharingShape.schema))]))
        ) { call in
            let id = try call.query["dataset"].map { text in
                guard let id = Dataset.ID(checking: text) else {
                    throw DatasetError(.datasetNotFound, "the query names no dataset")
                }
                return id
            }
            let scope = try call.scope(ReadRecords.self)
            let found = try await call.house.datasets.sharingRequests(in: id, within: scope)
            return .json(["items": .list(found.map { SharingShape.json($0) })])
        },
        .get("\(path)", "getSharing", .API.getSharing, answers: .json(SharingShape.schema)) { call in
            .json(SharingShape.json(try await find(call)))
        },
        .post(
            "\(path)/grant",
            "grantSharing",
            .API.grantSharing,
            body: .json(SharingShape.terms),
            answers: .json(SharingShape.schema)
        ) { call in
            let (request, permit) = try await toDecide(call)
            let terms = try SharingShape.terms(of: call.body, purpose: request.asked.purpose)
            let store = call.house.datasets
            return .json(SharingShape.json(try await store.grantSharing(request.id, terms, by: permit)))
        },
        .post(
            "\(path)/refuse",
            "refuseSharing",
            .API.refuseSharing,
            body: .json(.object([.required("reason", sentence), .required("legalBasis", sentence)])),
            answers: .json(SharingShape.schema)
        ) { call in
            let (request, permit) = try await toDecide(call)
            let refused = try await call.house.datasets.refuseSharing(
                request.id,
                reason: call.body["reason"]?.text ?? "",
                legalBasis: call.body["legalBasis"]?.text ?? "",
                by: permit
            )
            return .json(SharingShape.json(refused))
        },
        .post(
            "\(path)/revoke",
            "revokeSharing",
            .API.revokeSharing,
            body: .json(.object([.required("reason", sentence)])),
            answers: .json(SharingShape.schema)
        ) { call in
            let (request, permit) = try await toDecide(call)
            let reason = call.body["reason"]?.text ?? ""
            let revoked = try await call.house.datasets.revokeSharing(request.id, reason: reason, by: permit)
            return .json(SharingShape.json(revoked))
        },
    ]

    private static let path = "/api/v1/sharing/{id}"
    /// Whether it says anything is for the store to judge, which names what is missing.
    private static let sentence = Schema.text(max: SharingTerms.textBytesMax)

    private static func ask(_ call: Call) async throws -> Answer {
        let terms = try SharingShape.terms(of: call.body, purpose: call.body["purpose"]?.text ?? "")
        let unit = Places.Unit.ID(rawValue: call.body["grantee"]?.text ?? "")
        let request = try await call.house.datasets.askToShare(
            try call.datasetID(),
            with: unit,
            terms,
            by: try call.widest(RequestSharing.self)
        )
        return .json(SharingShape.json(request), .created)
    }

    private static func find(_ call: Call) async throws -> SharingRequest {
        guard let id = SharingRequest.ID(try call.path("id")) else {
            throw DatasetError(.sharingNotFound, "the path names no request")
        }
        return try await call.house.datasets.sharingRequest(id, within: try call.scope(ReadRecords.self))
    }

    /// The request with a permit on the owner of its dataset today.
    private static func toDecide(_ call: Call) async throws -> (SharingRequest, Permit<DecideSharing>) {
        let request = try await find(call)
        let owner = try await call.house.datasets.find(request.dataset).dataset.owner
        do { return (request, try call.permit(on: owner)) } catch let error as AccessError {
            guard error.code == .outOfSight else { throw error }
            // Whoever asked sees the request, and does not decide it.
            throw AccessError(.forbidden, "the request is for the owner to decide", cause: error)
        }
    }
}
