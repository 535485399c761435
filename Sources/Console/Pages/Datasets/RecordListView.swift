import Datasets
import Language

package enum RecordListView {
    package static func document(_ model: RecordListModel, in frame: Frame) -> HTML {
        let id = model.dataset.id.rawValue
        let add = Button.link(
            frame.say(.DataPages.newRecord),
            icon: .plus,
            href: ConsolePath.newRecord(in: id),
            isPrimary: true
        )
        return Page(
            title: frame.say(.DataPages.recordsOf(model.dataset.title.text)),
            subtitle: """
                \(model.dataset.classification.chip.html(frame))\
                <a href="\(url: ConsolePath.dataset(id))">\(frame.say(.DataPages.backToDataset))</a>
                """,
            room: .datasets,
            actions: model.mayAdd ? add : .nothing,
            main: """
                \(if: model.dataset.classification.needsGrant, "<p class=\"help\">\(frame.say(.DataPages.withheld))</p>")
                \(controls(model, frame))
                <section class="card list" id="record-list">\(list(model, frame))</section>
                """
        ).document(in: frame)
    }

    /// Filters without a search box: records are found by their fields, not by words.
    private static func controls(_ model: RecordListModel, _ frame: Frame) -> HTML {
        """
        <form class="list-controls" role="search" action="\(url: model.query.path)">
        \(each: model.filters, { ListControls.choice($0, chosen: model.query, frame) })
        <button class="button">\(frame.say(.filterList))</button>
        \(if: model.query.filters.contains { !$0.value.isEmpty },
            "<a class=\"clear\" href=\"\(url: model.query.path)\">\(frame.say(.clearFilters))</a>")
        </form>
        """
    }

    private static func list(_ model: RecordListModel, _ frame: Frame) -> HTML {
        guard !model.rows.isEmpty else { return empty(model, frame) }
        let columns = model.columns.enumerated().map { index, title in
            Column(title, css: index == 0 ? "wide" : "")
        }
        let table = Table.html(
            caption: frame.say(.DataPages.recordsOf(model.dataset.title.text)),
            columns: columns + [Column(.state), Column(.DataPages.newestChange)],
            rows: model.rows.map { row($0, of: model, frame) },
            frame
        )
        return table + ListControls.pager(rows: model.rows.count, next: model.next, of: model.query, frame)
    }

    private static func row(_ row: RecordListModel.Row, of model: RecordListModel, _ frame: Frame) -> [HTML] {
        let href = ConsolePath.record(row.key, in: model.dataset.id.rawValue)
        let cells = row.cells.enumerated().map { index, text -> HTML in
            index == 0 ? "<a class=\"name\" href=\"\(url: href)\">\(text)</a>" : "\(text)"
        }
        return cells + [row.state.chip.html(frame), TimeElement.relative(row.changedAt, frame)]
    }

    private static func empty(_ model: RecordListModel, _ frame: Frame) -> HTML {
        guard model.query.address() == model.query.path else {
            return EmptyState.html(
                .search,
                title: frame.say(.nothingFits),
                why: frame.say(.nothingFitsWhy),
                action: Button.link(frame.say(.clearFilters), href: model.query.path)
            )
        }
        let id = model.dataset.id.rawValue
        return EmptyState.html(
            .inbox,
            title: frame.say(.DataPages.noRecords),
            why: frame.say(.DataPages.noRecordsWhy),
            action: model.mayAdd
                ? Button.link(
                    frame.say(.DataPages.newRecord),
                    href: ConsolePath.newRecord(in: id),
                    isPrimary: true
                ) : nil
        )
    }
}
