/// Everything that the API does, in the order of the document.
enum APIOperations {
    static let all =
        MeResource.operations + BoardResource.operations + UnitResource.operations
        + WebsiteResource.operations
        + WebsiteWatchResource.operations + CaseResource.operations + CaseStepResource.operations
        + CaseFileResource.operations + CaseRelationResource.operations + AccountResource.operations
        + AuditResource.operations + DatasetResource.operations + RecordResource.operations
        + RecordListResource.operations + ChangeResource.operations
        + SubscriptionResource.operations + RecordStepResource.operations
        + SharingResource.operations + ReadingResource.operations
        + DocumentResource.operations + OperatingResource.operations
}
