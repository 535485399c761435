import Database
package import Datasets
import Language

/// The form in which a reader says what they read a dataset for.
package struct PurposeModel: Sendable {
    package let dataset: Dataset
    /// Where to go on.
    package let next: String
    /// The grants to the reader's units that are in force today.
    package let grants: [SharingRequest]
    package let purpose: String
    let mistake: FormMistake?
}

package enum PurposeView {
    package static func document(_ model: PurposeModel, in frame: Frame) -> HTML {
        let id = model.dataset.id.rawValue
        let own = (value: "", label: frame.say(.Sharing.ownUnits))
        let grants = model.grants.map { grant in
            (
                value: grant.id.description,
                label: frame.say(.Sharing.underGrant(grant.granted?.purpose ?? grant.asked.purpose))
            )
        }
        let ground = Field(
            "ground",
            .Sharing.ground,
            kind: .choice([own] + grants),
            help: .Sharing.groundHelp,
            isRequired: true
        )
        let form = PostForm(
            path: ConsolePath.purpose(of: id),
            prefix: "purpose",
            fields: (grants.isEmpty ? [] : [ground]) + [
                Field(
                    "purpose",
                    .Sharing.purpose,
                    value: model.purpose,
                    help: .Sharing.purposeHelp,
                    isRequired: grants.isEmpty
                )
            ],
            hidden: [("next", model.next)],
            button: .Sharing.goOn,
            mistake: model.mistake
        )
        return Page(
            title: frame.say(.Sharing.purposeTitle),
            subtitle: """
                \(model.dataset.classification.chip.html(frame))\
                <a href="\(url: ConsolePath.dataset(id))">\(model.dataset.title(frame.language))</a>
                """,
            room: .datasets,
            main: """
                <section class="card form-page"><p>\(frame.say(.Sharing.purposeWhy))</p>
                \(form.html(frame))</section>
                """
        ).document(in: frame)
    }
}
