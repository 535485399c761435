import CCurl
import Foundation
package import Language

package typealias FetchSettingsError = Failure<FetchSettingsErrorCode>

/// What can be wrong with the settings of fetching.
package enum FetchSettingsErrorCode: String, FailureCode {
    case authoritiesUnreadable = "fetch.authorities-unreadable"
    case storeFailed = "fetch.store-failed"

    package var text: Text {
        switch self {
        case .authoritiesUnreadable: .fetchAuthoritiesUnreadable
        case .storeFailed: .storeFailed
        }
    }
    package var category: FailureCategory { self == .storeFailed ? .unavailable : .invalid }
}

/// The file of authorities that the library is given: the system's, or the system's joined with the province's own.
enum AuthoritiesFile {
    /// The system's are 220 KB; a larger extra file is not one of authorities.
    static let bytesMax = 4 << 20

    /// `nil` means the library's own choice.
    static func path(for settings: FetchSettings) throws(FetchSettingsError) -> String? {
        guard let extra = settings.extraAuthoritiesFile else { return systemPath }
        let added = try read(extra)
        guard added.range(of: Data("-----BEGIN CERTIFICATE-----".utf8)) != nil else {
            throw FetchSettingsError(.authoritiesUnreadable, "no PEM certificate in \(extra)")
        }
        guard let folder = settings.workFolder else {
            throw FetchSettingsError(.storeFailed, "no work folder for the joined file of authorities")
        }
        let joined = try systemPath.map(read) ?? Data()
        let file = URL(filePath: folder).appending(path: "authorities.pem")
        do {
            try (joined + Data("\n".utf8) + added).write(to: file, options: .atomic)
        } catch {
            throw FetchSettingsError(.storeFailed, "could not write the file of authorities", cause: error)
        }
        return file.path
    }

    private static var systemPath: String? { sen_curl_authorities_file().map { String(cString: $0) } }

    private static func read(_ path: String) throws(FetchSettingsError) -> Data {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw FetchSettingsError(.authoritiesUnreadable, "could not read \(path)", cause: error)
        }
        guard data.count <= bytesMax else {
            throw FetchSettingsError(.authoritiesUnreadable, "more than \(bytesMax) bytes in \(path)")
        }
        return data
    }
}
