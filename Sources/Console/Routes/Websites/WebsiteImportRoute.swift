import Access
import Cryptography
import Hummingbird
import Language
import Places
import Serving
import WebWatch

/// `/websites/import`: a CSV file is first tried and reported row by row, and taken in when that is confirmed.
///
/// The file goes to the browser with the report and comes back with the confirmation, so no server has to remember
/// it; what it then does is decided anew.
struct WebsiteImportRoute: Sendable {
    let house: ConsoleHouse

    /// 20,000 rows of 200 bytes, more than twice what the province has; larger lists go in by `sen sites import`.
    static let fileBytesMax = 4 * 1024 * 1024
    /// Rows of a report that one page shows, those to be corrected first.
    private static let rowsShown = 500
    /// In base64 four bytes stand for three.
    private static let confirmedBytesMax = fileBytesMax / 3 * 4 + 4

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        _ = try WebsiteChoices(house: house).registrar(context)
        return await page(WebsiteImportModel(step: .choose), request, context)
    }

    func post(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try WebsiteChoices(house: house).registrar(context)
        let form = try await MultipartForm.posted(
            request,
            by: visitor,
            fileBytesMax: Self.confirmedBytesMax
        )
        do {
            if let confirmed = form["confirmed"] {
                guard let bytes = BaseCoding.base64.decode(confirmed) else {
                    throw ServingError(.formUnreadable, "the confirmed file is not base64")
                }
                let report = try await take(bytes, dryRun: false, visitor)
                return await page(WebsiteImportModel(step: .done(report)), request, context)
            }
            let file = try form.file("file")
            guard file.bytes.count <= Self.fileBytesMax else {
                throw ServingError(.bodyTooLarge, "the file is larger than \(Self.fileBytesMax) bytes")
            }
            let report = try await take(file.bytes, dryRun: true, visitor)
            let encoded = BaseCoding.base64.encode(file.bytes)
            let step = WebsiteImportModel.Step.confirm(report, fileName: file.name, file: encoded)
            return await page(WebsiteImportModel(step: step), request, context)
        } catch let error as WebsiteError where error.code == .importInvalid {
            return await again(error.text, error.category, request, context)
        } catch let error as ServingError where [.fileMissing, .bodyTooLarge].contains(error.code) {
            return await again(error.text, error.category, request, context)
        }
    }

    private func take(
        _ bytes: [UInt8],
        dryRun: Bool,
        _ visitor: Visitor
    ) async throws -> WebsiteImportModel.Report {
        let report = try await house.watch.websites.importCSV(bytes, tree: house.tree(), dryRun: dryRun) {
            try? house.access.permit(visitor.principal, on: $0)
        }
        let refused = report.refused
        let others = report.rows.filter { row in
            if case .refused = row.outcome { false } else { true }
        }
        return WebsiteImportModel.Report(
            added: report.count(.added),
            changed: report.count(.changed),
            unchanged: report.count(.unchanged),
            refused: refused.count,
            rows: (refused + others).prefix(Self.rowsShown).map(Self.row)
        )
    }

    private static func row(_ row: WebsiteImportReport.Row) -> WebsiteImportModel.Row {
        switch row.outcome {
        case .added: .init(line: row.line, outcome: Chip(.ok, .rowAdded), problems: [])
        case .changed: .init(line: row.line, outcome: Chip(.highlight, .rowChanged), problems: [])
        case .unchanged: .init(line: row.line, outcome: Chip(.neutral, .rowUnchanged), problems: [])
        case .refused(let texts):
            .init(line: row.line, outcome: Chip(.incident, .rowRefused), problems: texts)
        }
    }

    private func again(
        _ text: Text,
        _ category: FailureCategory,
        _ request: Request,
        _ context: SenContext
    ) async -> Response {
        await page(WebsiteImportModel(step: .choose, error: text), request, context, status: category.status)
    }

    private func page(
        _ model: WebsiteImportModel,
        _ request: Request,
        _ context: SenContext,
        status: HTTPResponse.Status = .ok
    ) async -> Response {
        .page(WebsiteImportView.document(model, in: await house.frame(for: request, context)), status: status)
    }
}
