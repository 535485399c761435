/// The addresses of the console's pages, written in one place.
package enum ConsolePath {
    package static let board = "/"
    package static let signIn = "/sign-in"
    package static let signOut = "/sign-out"
    package static let language = "/language"
    package static let enrol = "/enrol"
    package static let ownAccount = "/account"
    package static let keys = "/keys"
    package static let websites = "/websites"
    package static let newWebsite = "/websites/new"
    package static let importWebsites = "/websites/import"
    package static let exportWebsites = "/websites.csv"
    package static let cases = "/cases"
    package static let newCase = "/cases/new"
    package static let datasets = "/datasets"
    package static let openData = "/open"
    package static let openCatalogue = "/open/catalog.jsonld"
    package static let units = "/units"
    package static let accounts = "/accounts"
    package static let newAccount = "/accounts/new"
    package static let audit = "/audit"
    package static let checkpoint = "/log/checkpoint"
    package static let publicKey = "/log/key"
    /// The stream of server-sent events that keeps a page live.
    package static func events(of page: String) -> String { "/events?page=" + encoded(page) }

    package static func website(_ id: String) -> String { "/websites/" + encoded(id) }
    package static func checkNow(website id: String) -> String { website(id) + "/check" }
    package static func acceptBaseline(website id: String) -> String { website(id) + "/baseline" }
    package static func editWebsite(_ id: String) -> String { website(id) + "/edit" }
    package static func pauseWebsite(_ id: String) -> String { website(id) + "/pause" }
    package static func resumeWebsite(_ id: String) -> String { website(id) + "/resume" }
    package static func retireWebsite(_ id: String) -> String { website(id) + "/retire" }
    package static func `case`(_ id: String) -> String { "/cases/" + encoded(id) }
    package static func caseReceipt(_ id: String) -> String { `case`(id) + "/receipt" }
    package static func dataset(_ id: String) -> String { "/datasets/" + encoded(id) }
    package static func reviewDataset(_ id: String) -> String { dataset(id) + "/review" }
    package static func subscriptions(of id: String) -> String { dataset(id) + "/subscriptions" }
    package static func records(of id: String) -> String { dataset(id) + "/records" }
    package static func purpose(of id: String) -> String { dataset(id) + "/purpose" }
    package static func newRecord(in id: String) -> String { dataset(id) + "/new" }
    /// A key holds slashes, so that it stands in the query.
    package static func record(_ key: String, in id: String) -> String {
        query(dataset(id) + "/record", [("key", key)])
    }
    package static func editRecord(_ key: String, in id: String) -> String {
        query(dataset(id) + "/record/edit", [("key", key)])
    }
    package static func recordStep(_ step: String, in id: String) -> String {
        dataset(id) + "/record/" + encoded(step)
    }
    package static func open(_ id: String) -> String { openData + "/" + encoded(id) }
    /// The file of a dataset in a format, such as `csv`.
    package static func download(_ id: String, as format: String) -> String { "\(open(id))/data.\(format)" }
    package static func unit(_ id: String) -> String { "/units/" + encoded(id) }
    package static func account(_ id: String) -> String { "/accounts/" + encoded(id) }
    /// The page of the first administrator's link, which `sen` prints.
    package static func start(_ token: String) -> String { "/start/" + encoded(token) }
    /// The page of an invitation, or of a link for a new password.
    package static func link(_ token: String) -> String { "/link/" + encoded(token) }
    package static func key(_ id: String) -> String { "/keys/" + encoded(id) }
    package static func auditEntry(_ entry: Int) -> String { "/audit/\(entry)" }
    package static func auditProof(entry: Int) -> String { "/audit/\(entry)/proof" }

    /// `path` with a query of `fields`; those without a value are left out.
    package static func query(_ path: String, _ fields: [(name: String, value: String?)]) -> String {
        let pairs = fields.compactMap { field in
            field.value.flatMap { $0.isEmpty ? nil : "\(encoded(field.name))=\(encoded($0))" }
        }
        return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }

    /// Percent-encodes all but the unreserved characters of RFC 3986.
    package static func encoded(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".unicodeScalars).map(Character.init)
        return text.utf8.reduce(into: "") { out, byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                out.append(Character(Unicode.Scalar(byte)))
            default:
                out.append("%")
                out.append(hex[Int(byte >> 4)])
                out.append(hex[Int(byte & 15)])
            }
        }
    }
}
