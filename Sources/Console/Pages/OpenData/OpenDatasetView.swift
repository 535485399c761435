import Datasets
import Language
import Timekeeping

package enum OpenDatasetView {
    package static func document(_ model: OpenDatasetModel, in frame: Frame) -> HTML {
        Page(
            title: model.dataset.title(frame.language),
            subtitle: model.freshness.chip(frame)?.html(frame),
            kind: .open,
            actions: Button.link(frame.say(.OpenData.back), icon: .chevronLeft, href: ConsolePath.openData),
            main: """
                \(if: model.isSynthetic, "<p class=\"notice\">\(frame.say(.OpenData.synthetic))</p>")
                <p class="lead">\(model.dataset.description(frame.language))</p>
                <div class="two-columns"><div class="column">
                \(model.drawing.map { drawing($0, frame) })
                \(preview(model, frame))
                \(dictionary(model, frame))
                </div><div class="column">
                \(downloads(model, frame))
                \(Card.html(frame.say(.DataPages.about), about(model, frame)))
                \(api(model, frame))
                </div></div>
                """
        ).document(in: frame)
    }

    private static func drawing(_ drawing: OpenDatasetModel.Drawing, _ frame: Frame) -> HTML {
        let note = frame.say(.OpenData.valueAt(drawing.title, drawing.period))
        let chart = drawing.chart.map {
            Card.html(frame.say(.OpenData.chart), note: drawing.title, $0.html(frame))
        }
        return "\(Card.html(frame.say(.OpenData.map), note: note, drawing.map.html(frame)))\(chart)"
    }

    private static func downloads(_ model: OpenDatasetModel, _ frame: Frame) -> HTML {
        Card.html(
            frame.say(.OpenData.downloads),
            """
            <ul class="links">\(each: model.downloads, {
                "<li><a href=\"\(url: $0.path)\" download>\(frame.say($0.name))</a></li>"
            })</ul>
            <p class="help">\(frame.say(.OpenData.downloadsWhy))</p>
            """
        )
    }

    private static func about(_ model: OpenDatasetModel, _ frame: Frame) -> HTML {
        let dataset = model.dataset
        var facts: [(name: String, value: HTML)] = [
            (frame.say(.DataPages.owner), "\(model.owner)"),
            (frame.say(.DataPages.legalBasis), "\(dataset.legalBasis)"),
            (
                frame.say(.DataPages.update),
                """
                \(frame.say(dataset.update.map { .DataPages.due(.DataPages.every($0.every), days: $0.dueDays) }
                    ?? .DataPages.noRule))
                """
            ),
            (frame.say(.OpenData.records), "\(frame.format.number(model.publication.records))"),
        ]
        if let last = model.publication.periods?.last, let period = Period(last) {
            facts.append((frame.say(.OpenData.newest), "\(period.written)"))
        }
        facts.append((frame.say(.OpenData.changed), TimeElement.relative(model.publication.changedAt, frame)))
        return Facts.html(facts)
    }

    private static func api(_ model: OpenDatasetModel, _ frame: Frame) -> HTML {
        Card.html(
            frame.say(.OpenData.api),
            """
            <p>\(frame.say(.OpenData.apiWhy))</p>
            <pre class="code" tabindex="0"><code>curl '\(model.address).ndjson'</code></pre>
            """
        )
    }

    private static func preview(_ model: OpenDatasetModel, _ frame: Frame) -> HTML {
        guard !model.preview.rows.isEmpty else { return .nothing }
        let table = Table.html(
            caption: frame.say(.OpenData.preview),
            columns: model.preview.columns.map { Column($0) },
            rows: model.preview.rows.map { $0.map { "\($0)" } },
            frame
        )
        let note = frame.say(.OpenData.firstRows(model.preview.rows.count))
        return Card.html(frame.say(.OpenData.preview), note: note, css: "list", table)
    }

    private static func dictionary(_ model: OpenDatasetModel, _ frame: Frame) -> HTML {
        DatasetView.dictionary(model.fields, frame)
    }
}
