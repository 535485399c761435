import Places

extension FieldPath: CodingKeyRepresentable {
    package var codingKey: any CodingKey { DatasetKey(text) }
    package init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }
}

private struct DatasetKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue _: Int) { nil }
}

/// The form of a declaration, as packs and the API write it; its rules are in `declaration.json`.
extension Dataset: Codable {
    private enum CodingKeys: String, CodingKey {
        case id = "dataset"
        case title, description, owner, classification
        case legalBasis = "legal-basis"
        case key
        case unitField = "unit"
        case period, update
        case retentionYears = "retention-years"
        case approvals
        case suppressBelow = "suppress-below"
        case fields
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(ID.self, forKey: .id)
        title = try values.decode(Title.self, forKey: .title)
        description = try values.decode(Title.self, forKey: .description)
        owner = try values.decode(Unit.ID.self, forKey: .owner)
        classification = try values.decode(Classification.self, forKey: .classification)
        legalBasis = try values.decode(String.self, forKey: .legalBasis)
        key = try values.decode([FieldPath].self, forKey: .key)
        unitField = try values.decodeIfPresent(FieldPath.self, forKey: .unitField)
        period = try values.decodeIfPresent(PeriodRule.self, forKey: .period)
        update = try values.decodeIfPresent(UpdateRule.self, forKey: .update)
        retentionYears = try values.decodeIfPresent(Int.self, forKey: .retentionYears)
        approvals = try values.decodeIfPresent([ApprovalLevel].self, forKey: .approvals) ?? []
        suppressBelow = try values.decodeIfPresent(Int.self, forKey: .suppressBelow)
        fields = try values.decode([FieldPath: DatasetField].self, forKey: .fields)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(title, forKey: .title)
        try values.encode(description, forKey: .description)
        try values.encode(owner, forKey: .owner)
        try values.encode(classification, forKey: .classification)
        try values.encode(legalBasis, forKey: .legalBasis)
        try values.encode(key, forKey: .key)
        try values.encodeIfPresent(unitField, forKey: .unitField)
        try values.encodeIfPresent(period, forKey: .period)
        try values.encodeIfPresent(update, forKey: .update)
        try values.encodeIfPresent(retentionYears, forKey: .retentionYears)
        if !approvals.isEmpty { try values.encode(approvals, forKey: .approvals) }
        try values.encodeIfPresent(suppressBelow, forKey: .suppressBelow)
        try values.encode(fields, forKey: .fields)
    }
}
