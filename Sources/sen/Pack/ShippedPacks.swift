import CPacksData

/// The packs that the program carries inside itself, from the folder `Packs`.
enum ShippedPacks {
    private static var files: [(name: String, file: packs_file)] {
        [
            ("telecom-infrastructure", packs_telecom_infrastructure),
            ("digital-workforce", packs_digital_workforce),
            ("press-publishing-printing", packs_press_publishing_printing),
            ("inspections", packs_inspections),
        ]
    }

    static var names: [String] { files.map(\.name) }

    /// The file of the pack with this name; `nil` when there is none.
    static func yaml(_ name: String) -> [UInt8]? {
        files.first { $0.name == name }
            .map { Array(UnsafeBufferPointer(start: $0.file.bytes, count: Int($0.file.count))) }
    }
}
