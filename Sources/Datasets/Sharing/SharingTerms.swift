import Language
package import Places
package import Timekeeping

/// What of a dataset is shared, for what and how long: as it is asked for, or as it is granted.
package struct SharingTerms: Hashable, Sendable {
    /// Declared fields, in the order of their names.
    ///
    /// What a record is found by (key, unit, period) comes along: a record without it would be nobody's.
    package var fields: [FieldPath]
    /// Records of this unit and of what lies below it today.
    package var unit: Unit.ID
    /// All of them hold for each record that is shared.
    package var conditions: [RecordFilter.Condition]
    package var purpose: String
    package var legalBasis: String
    package var from: Day
    /// The last day.
    package var until: Day

    package init(
        fields: some Sequence<FieldPath>,
        unit: Unit.ID,
        conditions: [RecordFilter.Condition] = [],
        purpose: String,
        legalBasis: String,
        from: Day,
        until: Day
    ) {
        self.fields = Set(fields).sorted { $0.text < $1.text }
        self.unit = unit
        self.conditions = conditions
        self.purpose = purpose
        self.legalBasis = legalBasis
        self.from = from
        self.until = until
    }

    /// Conditions of one grant: with those of a request they stay within what a filter may have.
    package static let conditionsMax = 8
    /// Bytes of a legal basis or a reason: some articles with their sentences.
    package static let textBytesMax = 2_000

    /// Whether the terms hold on `day`.
    package func hold(on day: Day) -> Bool { from <= day && day <= until }

    /// Whether everything here was asked for in `asked`; what lies below a unit is for the caller to know.
    func isWithin(_ asked: Self) -> Bool {
        Set(fields).isSubset(of: asked.fields) && Set(asked.conditions).isSubset(of: conditions)
            && asked.from <= from && until <= asked.until && purpose == asked.purpose
    }

    /// - Throws: `sharingInvalid` with what is wrong, `purposeMissing`, `legalBasisMissing`, `textTooLong`.
    func check(against stored: StoredDataset) throws(DatasetError) {
        guard !fields.isEmpty, fields.allSatisfy({ stored.dataset.fields[$0] != nil }) else {
            throw DatasetError(
                .sharingInvalid,
                "no fields, or one that is not declared",
                text: .Sharing.fields
            )
        }
        let columns = stored.columns
        let areConditionsRight = conditions.allSatisfy { condition in
            columns.contains {
                $0.field == condition.field && $0.value(written: condition.value) != nil
            }
        }
        guard conditions.count <= Self.conditionsMax, areConditionsRight else {
            throw DatasetError(.sharingInvalid, "too many or wrong conditions", text: .Sharing.conditions)
        }
        guard from <= until else {
            throw DatasetError(.sharingInvalid, "the period ends before it begins", text: .Sharing.period)
        }
        guard !purpose.isBlank else { throw DatasetError(.purposeMissing, "sharing without a purpose") }
        guard !legalBasis.isBlank else {
            throw DatasetError(.legalBasisMissing, "sharing without a legal basis")
        }
        guard purpose.utf8.count <= RecordReading.purposeBytesMax,
            legalBasis.utf8.count <= Self.textBytesMax
        else { throw DatasetError(.textTooLong, "a purpose or a legal basis that is too long") }
    }
}

extension String {
    /// Whether nothing is to be read in it.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension SharingTerms: Codable {
    private enum CodingKeys: String, CodingKey {
        case fields, unit, conditions, purpose, legalBasis, from, until
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func day(_ key: CodingKeys) throws -> Day {
            guard let day = Day(iso8601: try values.decode(String.self, forKey: key)) else {
                throw DecodingError.dataCorruptedError(forKey: key, in: values, debugDescription: "no day")
            }
            return day
        }
        fields = try values.decode([FieldPath].self, forKey: .fields)
        unit = try values.decode(Unit.ID.self, forKey: .unit)
        conditions = try values.decode([RecordFilter.Condition].self, forKey: .conditions)
        purpose = try values.decode(String.self, forKey: .purpose)
        legalBasis = try values.decode(String.self, forKey: .legalBasis)
        from = try day(.from)
        until = try day(.until)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(fields, forKey: .fields)
        try values.encode(unit, forKey: .unit)
        try values.encode(conditions, forKey: .conditions)
        try values.encode(purpose, forKey: .purpose)
        try values.encode(legalBasis, forKey: .legalBasis)
        try values.encode(from.iso8601, forKey: .from)
        try values.encode(until.iso8601, forKey: .until)
    }
}
