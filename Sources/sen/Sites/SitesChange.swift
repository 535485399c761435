import ArgumentParser
import Database
import Language
import Places
import Timekeeping
import WebWatch

extension Sites {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.Sites.addAbstract),
            discussion: Spoken.text(.Sites.addDiscussion)
        )
        @Argument(help: Spoken.help(.Sites.addressHelp, value: "ADDRESS")) var address: String
        @Option(help: Spoken.help(.Sites.nameHelp, value: "TEXT")) var name: String
        @Option(help: Spoken.help(.Sites.unitHelp, value: "ID")) var unit: String
        @Option(help: Spoken.help(.Sites.kindHelp)) var kind = WebsiteKind.statePortal
        @Option(help: Spoken.help(.Sites.criticalityHelp)) var criticality = Criticality.ordinary
        @Option(help: Spoken.help(.Sites.responsibleHelp, value: "TEXT")) var responsible: String?
        @Option(help: Spoken.help(.Sites.contactHelp, value: "TEXT")) var contact: String?
        @Option(help: Spoken.help(.Sites.licenceHelp, value: "TEXT")) var licence: String?
        @Option(help: Spoken.help(.Sites.licenceIssuedHelp, value: "DAY")) var licenceIssued: String?
        @Option(help: Spoken.help(.Sites.licenceExpiresHelp, value: "DAY")) var licenceExpires: String?
        @OptionGroup var installation: InstallationOptions

        func validate() throws {
            let hasStrayDay = licence == nil && (licenceIssued != nil || licenceExpires != nil)
            guard !hasStrayDay, contact == nil || responsible != nil else {
                throw ValidationError(Spoken.text(.Sites.detailsWithoutWhole))
            }
            for typed in [licenceIssued, licenceExpires] { _ = try day(typed) }
        }

        func run() async throws {
            try await installation.change { installation in
                let details = try details(in: installation)
                let website = try await installation.websites.add(
                    details,
                    by: installation.permit(on: details.unit)
                )
                print(Spoken.text(.Sites.added(website.details.address.url, id: website.id.description)))
            }
        }

        private func details(in installation: Installation) throws -> WebsiteDetails {
            WebsiteDetails(
                address: try WebsiteAddress(address),
                name: name,
                unit: try installation.unit(unit).id,
                kind: kind,
                criticality: criticality,
                responsible: responsible.map { ResponsiblePerson(name: $0, contact: contact) },
                licence: try licence.map {
                    Licence(number: $0, issued: try day(licenceIssued), expires: try day(licenceExpires))
                }
            )
        }

        private func day(_ typed: String?) throws -> Day? {
            try typed.map { typed in
                guard let day = Day(iso8601: typed) else {
                    throw ValidationError(Spoken.text(.noSuchDay(Printable.text(typed))))
                }
                return day
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.Sites.removeAbstract),
            discussion: Spoken.text(.Sites.removeDiscussion)
        )
        @OptionGroup var site: Site
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.change { installation in
                let website = try await site.find(in: installation).website
                let permit = installation.permit(on: website.details.unit, to: RetireWebsite.self)
                _ = try await installation.websites.retire(website.id, by: permit)
                print(Spoken.text(.Sites.removed(website.details.address.url)))
            }
        }
    }

    struct AcceptBaseline: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept-baseline",
            abstract: Spoken.text(.Sites.acceptAbstract),
            discussion: Spoken.text(.Sites.acceptDiscussion)
        )
        @OptionGroup var site: Site
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.change { installation in
                let website = try await site.find(in: installation).website
                let permit = installation.permit(
                    on: website.details.unit,
                    to: WebWatch.AcceptBaseline.self
                )
                _ = try await installation.websites.acceptBaseline(of: website.id, by: permit)
                print(Spoken.text(.Sites.accepted(website.details.address.url)))
            }
        }
    }

    struct Recheck: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.Sites.recheckAbstract),
            discussion: Spoken.text(.Sites.recheckDiscussion)
        )
        @OptionGroup var site: Site
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.change { installation in
                let website = try await site.find(in: installation).website
                let permit = installation.permit(on: website.details.unit, to: RecheckWebsite.self)
                try await installation.websites.requestRecheck(of: website.id, by: permit)
                print(Spoken.text(.Sites.recheckAsked(website.details.address.url)))
            }
        }
    }
}
