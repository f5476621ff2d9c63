/** The operations of Logs_20140328 that exist and that this house does not play. */
export const unsimulated: ReadonlySet<string> = new Set(
  [
    'AssociateKmsKey AssociateSourceToS3TableIntegration CancelExportTask CancelImportTask CreateDelivery CreateExportTask',
    'CreateImportTask CreateLogAnomalyDetector CreateScheduledQuery DeleteAccountPolicy',
    'DeleteDataProtectionPolicy DeleteDelivery DeleteDeliveryDestination DeleteDeliveryDestinationPolicy DeleteDeliverySource',
    'DeleteDestination DeleteIndexPolicy DeleteIntegration DeleteLogAnomalyDetector DeleteResourcePolicy',
    'DeleteScheduledQuery DeleteSubscriptionFilter DeleteSyslogConfiguration DeleteTransformer DescribeAccountPolicies',
    'DescribeConfigurationTemplates DescribeDeliveries DescribeDeliveryDestinations DescribeDeliverySources',
    'DescribeDestinations DescribeExportTasks DescribeFieldIndexes DescribeImportTaskBatches DescribeImportTasks',
    'DescribeIndexPolicies DescribeResourcePolicies DescribeSubscriptionFilters DisassociateKmsKey',
    'DisassociateSourceFromS3TableIntegration GetDataProtectionPolicy GetDelivery GetDeliveryDestination',
    'GetDeliveryDestinationPolicy GetDeliverySource GetIntegration GetLogAnomalyDetector GetLogFields GetLogObject',
    'GetScheduledQuery GetScheduledQueryHistory GetStorageTierPolicy GetTransformer',
    'ListAggregateLogGroupSummaries ListAnomalies ListIntegrations ListLogAnomalyDetectors ListLogGroups',
    'ListLogGroupsForQuery ListScheduledQueries ListSourcesForS3TableIntegration ListSyslogConfigurations PutAccountPolicy',
    'PutBearerTokenAuthentication PutDataProtectionPolicy PutDeliveryDestination PutDeliveryDestinationPolicy',
    'PutDeliverySource PutDestination PutDestinationPolicy PutIndexPolicy PutIntegration',
    'PutResourcePolicy PutStorageTierPolicy PutSubscriptionFilter PutSyslogConfiguration PutTransformer StartLiveTail',
    'TestTransformer UpdateAnomaly UpdateDeliveryConfiguration UpdateLogAnomalyDetector ',
    'UpdateScheduledQuery',
  ].flatMap((line) => line.split(' ')),
)
