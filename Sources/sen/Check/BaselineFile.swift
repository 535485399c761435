import Foundation
import HTMLParsing
import Language
import WebWatch

/// The earlier state of one website, in a file that `sen check` writes and compares with.
struct BaselineFile {
    /// Bytes read of one: 50,000 pages of a sitemap take 1 MB.
    static let bytesMax = 16 << 20
    /// Rises when older programs can no longer read what is written.
    static let version = 1

    struct Content: Codable {
        var senBaseline: Int
        /// The address that was asked for; the baseline's own is where its redirects led.
        var website: String
        var baseline: Baseline
    }

    /// Why a file cannot be used, as a sentence that says what to do.
    struct Problem: Error {
        let text: Text
    }

    let path: String

    /// Reads it and makes sure that it is of the website at `url`.
    func read(for url: String) throws(Problem) -> Baseline {
        let content: Content
        do {
            let file = try FileHandle(forReadingFrom: URL(filePath: path))
            let bytes = try file.read(upToCount: Self.bytesMax + 1) ?? Data()
            guard bytes.count <= Self.bytesMax else { throw Problem(text: .checkBaselineTooLarge(path)) }
            content = try JSONDecoder().decode(Content.self, from: bytes)
        } catch let problem as Problem {
            throw problem
        } catch is DecodingError {
            throw Problem(text: .checkBaselineUnreadable(path))
        } catch {
            throw Problem(text: .checkBaselineMissing(path))
        }
        guard content.senBaseline <= Self.version else { throw Problem(text: .checkBaselineUnreadable(path)) }
        let (own, other) = (WebAddress(url)?.host ?? "", WebAddress(content.website)?.host ?? "")
        guard RegistrableDomain.areSame(own, other) else {
            throw Problem(text: .checkBaselineOfOther(path, content.website))
        }
        return content.baseline
    }

    /// Writes it whole or not at all.
    func write(_ baseline: Baseline, of url: String) throws(Problem) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            let bytes = try encoder.encode(
                Content(senBaseline: Self.version, website: url, baseline: baseline)
            )
            try bytes.write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Problem(text: .checkBaselineNotWritten(path))
        }
    }
}
