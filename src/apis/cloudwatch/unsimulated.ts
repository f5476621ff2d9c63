/** The operations of GraniteServiceVersion20100801 that exist and that this house does not play. */
export const unsimulated: ReadonlySet<string> = new Set(
  [
    'AssociateDatasetKmsKey CreateResourceMetricsConfiguration DeleteAlarmMuteRule DeleteAnomalyDetector DeleteDashboards',
    'DeleteInsightRules DeleteMetricStream DeleteResourceMetricsConfiguration DescribeAlarmContributors',
    'DescribeAnomalyDetectors DescribeInsightRules DisableInsightRules DisassociateDatasetKmsKey EnableInsightRules',
    'GetAlarmMuteRule GetDashboard GetDataset GetInsightRuleReport GetMetricStream GetMetricWidgetImage GetOTelEnrichment',
    'GetResourceMetricsConfiguration ListAlarmMuteRules ListDashboards ListManagedInsightRules ListMetricStreams',
    'PutAlarmMuteRule PutAnomalyDetector PutCompositeAlarm PutDashboard PutInsightRule PutLogAlarm',
    'PutManagedInsightRules PutMetricStream StartMetricStreams StartOTelEnrichment StopMetricStreams StopOTelEnrichment',
    'UpdateOTelEnrichment UpdateResourceMetricsConfiguration',
  ].flatMap((line) => line.split(' ')),
)
