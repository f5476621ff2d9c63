/** The side navigation, in the order of CloudWatch's own; a page stands here from the day it can be opened. */
export const cloudWatchPages = [
  {
    section: 'Alarms',
    pages: [
      { path: 'cloudwatch/alarms', text: 'All alarms' },
      { path: 'cloudwatch/alarms/create', text: 'Create alarm' },
    ],
  },
  {
    section: 'Logs',
    pages: [
      { path: 'cloudwatch/logs', text: 'Log groups' },
      { path: 'cloudwatch/logs/live-tail', text: 'Live tail' },
      { path: 'cloudwatch/insights', text: 'Logs Insights' },
    ],
  },
  {
    section: 'Metrics',
    pages: [{ path: 'cloudwatch/metrics', text: 'All metrics' }],
  },
] as const
