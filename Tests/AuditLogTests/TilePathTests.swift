import AuditLog
import Testing

@Test(
    "paths of the tlog-tiles layout are read and written",
    arguments: [
        ("checkpoint", TilePath.checkpoint),
        ("tile/0/000", .tile(level: 0, number: 0, width: 256)),
        ("tile/0/x001/x234/067", .tile(level: 0, number: 1_234_067, width: 256)),
        ("tile/3/005.p/17", .tile(level: 3, number: 5, width: 17)),
        ("tile/0/x001/000.p/255", .tile(level: 0, number: 1000, width: 255)),
        ("tile/entries/x001/x234/067.p/8", .entries(number: 1_234_067, width: 8)),
    ]
)
func paths(text: String, path: TilePath) {
    #expect(TilePath(text) == path)
    #expect(path.description == text)
}

@Test(
    "any other spelling is refused",
    arguments: [
        "", "/checkpoint", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/0000", "tile/00/000",
        "tile/8/000",
        "tile/-1/000", "tile/+1/000", "tile/0/x000/001", "tile/0/001/002", "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01", "tile/0/000.p", "tile/0/000.p/", "tile/0/x001", "tile/entries/", "tile/data/000",
        "tile/0/../000", "tile/0/0x1", "tile/0/000/", "tile/0/+01", "tile/0/٠٠٠",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
    ]
)
func otherSpellings(text: String) { #expect(TilePath(text) == nil) }
