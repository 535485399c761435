extension Text {
    package static let senAbstract = Text(
        vi: "Sen: trung tâm điều hành số của một tỉnh, trong một chương trình.",
        en: "Sen: a province's digital operations centre in one program."
    )
    package static let senDiscussion = Text(
        vi: """
            Mặc định nói tiếng Việt; đặt biến môi trường SEN_LANGUAGE=en để dùng tiếng Anh.

            Để phím Tab gõ nốt lệnh, tùy chọn và tên tệp:
              bash:  sen --generate-completion-script bash \\
                       > ~/.local/share/bash-completion/completions/sen
              zsh:   sen --generate-completion-script zsh > ~/.zfunc/_sen
              fish:  sen --generate-completion-script fish \\
                       > ~/.config/fish/completions/sen.fish
            """,
        en: """
            Speaks Vietnamese by default; set SEN_LANGUAGE=en in the environment for English.

            For the Tab key to complete commands, options and file names:
              bash:  sen --generate-completion-script bash \\
                       > ~/.local/share/bash-completion/completions/sen
              zsh:   sen --generate-completion-script zsh > ~/.zfunc/_sen
              fish:  sen --generate-completion-script fish \\
                       > ~/.config/fish/completions/sen.fish
            """
    )
    package static let unitsAbstract = Text(
        vi: "Tra cứu đơn vị: tỉnh, sở, xã, phường, và các đơn vị trước ngày 01/07/2025.",
        en: "Looks up units: the province, departments, communes, and those before 1 July 2025."
    )
    package static let unitsDiscussion = Text(
        vi: """
            Không có --data thì tra cứu các đơn vị kèm theo chương trình; có --data thì tra cứu các đơn vị trong thư mục \
            dữ liệu, kể cả những gì tỉnh đã sửa.

            Ví dụ:
              sen units find do luong
              sen units show 16663~2024
              sen units list --under 17329 --data /var/lib/sen
              sen units import xom.csv --data /var/lib/sen --dry-run
            """,
        en: """
            Without --data it looks at the units that ship with the program; with it, at those of the data folder, with \
            what the province has changed.

            Examples:
              sen units find do luong
              sen units show 16663~2024
              sen units list --under 17329 --data /var/lib/sen
              sen units import hamlets.csv --data /var/lib/sen --dry-run
            """
    )
    package static let unitsDataHelp = Text(
        vi: "Thư mục dữ liệu của Sen; không có thì dùng các đơn vị kèm theo chương trình.",
        en: "A data folder of Sen; without one, the units that ship with the program."
    )
    package static let unitsImportAbstract = Text(
        vi: "Nhập đơn vị từ tệp CSV, hoặc ranh giới từ tệp GeoJSON, báo cáo từng dòng.",
        en: "Takes in units from a CSV file or boundaries from a GeoJSON file, with a report for each row."
    )
    package static let unitsImportDiscussion = Text(
        vi: """
            CSV: cần các cột code, name, kind; có thể thêm id, parent, electronic_identifier, valid_from, valid_to, \
            latitude, longitude, area_km2. Còn một dòng sai thì không dòng nào được ghi, vì các đơn vị dẫn chiếu lẫn nhau.
            GeoJSON (RFC 7946): FeatureCollection gồm Polygon và MultiPolygon, mỗi phần có id hoặc thuộc tính code là mã \
            đơn vị. Phần nào không khớp đơn vị nào thì báo lại, các phần khác vẫn được ghi. “Dòng” là số thứ tự của phần.

            Ví dụ:
              sen units import xom.csv --dry-run
              sen units import xom.csv --data /var/lib/sen
              sen units import ranh-gioi.geojson --problems-only
            """,
        en: """
            CSV: needs the columns code, name, kind; id, parent, electronic_identifier, valid_from, valid_to, latitude, \
            longitude and area_km2 may be there. As long as one row is wrong none is written, since units refer to each \
            other.
            GeoJSON (RFC 7946): a FeatureCollection of Polygon and MultiPolygon, each with a unit's code as its id or its \
            property code. Features that fit no unit are reported, the others written. “Line” is a feature's number.

            Examples:
              sen units import hamlets.csv --dry-run
              sen units import hamlets.csv --data /var/lib/sen
              sen units import boundaries.geojson --problems-only
            """
    )
    package static let unitsListAbstract = Text(
        vi: "Liệt kê các đơn vị có hiệu lực vào một ngày.",
        en: "Lists the units that exist on a day."
    )
    package static let unitsFindAbstract = Text(
        vi: "Tìm đơn vị theo tên; gõ không dấu cũng được.",
        en: "Finds units by name; tones may be left out."
    )
    package static let unitsShowAbstract = Text(
        vi: "Cho biết một đơn vị thuộc đâu, tồn tại từ khi nào, từ đơn vị nào mà ra và đã thành đơn vị nào.",
        en: "Shows where a unit belongs, since when, what it came from and what it became."
    )
    package static let unitsDayHelp = Text(
        vi: "Ngày xét, dạng 2025-06-30; mặc định là hôm nay.",
        en: "The day to look at, such as 2025-06-30; today by default."
    )
    package static let unitsUnderHelp = Text(
        vi: "Chỉ các đơn vị trực thuộc đơn vị có mã này.",
        en: "Only units below the unit with this id."
    )
    package static let unitsJSONHelp = Text(
        vi: "In JSON, mỗi dòng một đơn vị.",
        en: "Prints JSON, one unit a line."
    )
    package static let unitsNameHelp = Text(
        vi: "Tên cần tìm, ví dụ: do luong",
        en: "The name to find, such as: do luong"
    )
    package static let unitsIDHelp = Text(
        vi: "Mã đơn vị, ví dụ 16681; đơn vị trước 01/07/2025 có dạng 16663~2024.",
        en: "A unit's id, such as 16681; one that ended on 1 July 2025 looks like 16663~2024."
    )
    package static func noSuchDay(_ typed: String) -> Text {
        Text(
            vi: "“\(typed)” không phải là ngày. Hãy viết dạng năm-tháng-ngày, ví dụ 2025-06-30.",
            en: "“\(typed)” is not a day. Write year-month-day, such as 2025-06-30."
        )
    }
    package static func noSuchUnit(_ typed: String) -> Text {
        Text(
            vi: "Không có đơn vị nào mang mã “\(typed)”. Hãy tìm mã theo tên: sen units find TÊN",
            en: "There is no unit with the id “\(typed)”. Find an id by name: sen units find NAME"
        )
    }
    package static func nothingFound(_ typed: String) -> Text {
        Text(
            vi: "Không tìm thấy đơn vị nào có tên như “\(typed)”.",
            en: "No unit has a name like “\(typed)”."
        )
    }
    package static let unitBelongsTo = Text(vi: "Thuộc", en: "Belongs to")
    package static let unitValid = Text(vi: "Hiệu lực", en: "Valid")
    package static let unitCameFrom = Text(vi: "Hợp thành từ", en: "Came from")
    package static let unitBecame = Text(vi: "Nay thuộc", en: "Became")
    package static func unitValidity(from: String, to: String?) -> Text {
        Text(
            vi: to.map { "từ \(from) đến trước \($0)" } ?? "từ \(from)",
            en: to.map { "from \(from) until before \($0)" } ?? "since \(from)"
        )
    }
}
