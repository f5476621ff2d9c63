/** The operations of Logs_20140328 that exist and that this house does not play. */
export const unsimulated: ReadonlySet<string> = new Set(
  [
    'AssociateKmsKey AssociateSourceToS3TableIntegration CancelExportTask CancelImportTask CreateDelivery CreateExportTask',
    'CreateImportTask CreateLogAnomalyDetector CreateScheduledQuery DeleteAccountPolicy DeleteDelivery',
    'DeleteDeliveryDestination DeleteDeliveryDestinationPolicy DeleteDeliverySource DeleteDestination DeleteIntegration',
    'DeleteLogAnomalyDetector DeleteResourcePolicy DeleteScheduledQuery DeleteSyslogConfiguration DeleteTransformer',
    'DescribeAccountPolicies DescribeConfigurationTemplates DescribeDeliveries DescribeDeliveryDestinations',
    'DescribeDeliverySources DescribeDestinations DescribeExportTasks DescribeImportTaskBatches DescribeImportTasks',
    'DescribeResourcePolicies DisassociateKmsKey DisassociateSourceFromS3TableIntegration GetDelivery',
    'GetDeliveryDestination GetDeliveryDestinationPolicy GetDeliverySource GetIntegration GetLogAnomalyDetector',
    'GetLogFields GetLogObject GetScheduledQuery GetScheduledQueryHistory GetStorageTierPolicy GetTransformer',
    'ListAggregateLogGroupSummaries ListAnomalies ListIntegrations ListLogAnomalyDetectors ListLogGroups',
    'ListLogGroupsForQuery ListScheduledQueries ListSourcesForS3TableIntegration ListSyslogConfigurations PutAccountPolicy',
    'PutBearerTokenAuthentication PutDeliveryDestination PutDeliveryDestinationPolicy PutDeliverySource PutDestination',
    'PutDestinationPolicy PutIntegration PutResourcePolicy PutStorageTierPolicy PutSyslogConfiguration PutTransformer',
    'TestTransformer UpdateAnomaly UpdateDeliveryConfiguration UpdateLogAnomalyDetector UpdateScheduledQuery',
  ].flatMap((line) => line.split(' ')),
)
