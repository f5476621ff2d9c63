/** A query to begin with: what it answers, and what it says. */
export type SampleQuery = { readonly title: string; readonly query: string }

export type SampleSet = {
  /** Which logs it is for. */
  readonly title: string
  /** What those logs must hold, or where they come from. */
  readonly says: string
  /** The groups that are chosen with it; the reader's own stay otherwise. */
  readonly groups?: readonly string[]
  readonly queries: readonly SampleQuery[]
}

const lines = (...parts: readonly string[]): string => parts.join('\n| ')

/** Queries by the kind of log they read. */
export const sampleSets: readonly SampleSet[] = [
  {
    title: 'Common queries',
    says: 'For any log group.',
    queries: [
      { title: 'The 25 newest events', query: lines('fields @timestamp, @message', 'sort @timestamp desc', 'limit 25') },
      { title: 'Events in every 5 minutes', query: 'stats count(*) as events by bin(5m)' },
      {
        title: 'Errors in every 5 minutes',
        query: lines('filter @message like /(?i)error|exception/', 'stats count(*) as errors by bin(5m)'),
      },
      { title: 'Events of each log stream', query: lines('stats count(*) as events by @logStream', 'sort events desc', 'limit 20') },
      { title: 'Events of each log group', query: lines('stats count(*) as events by @log', 'sort events desc') },
      {
        title: 'How late events are taken in, in milliseconds',
        query: lines(
          'fields toMillis(@ingestionTime) - toMillis(@timestamp) as late',
          'stats avg(late), pct(late, 99), max(late) by bin(5m)',
        ),
      },
    ],
  },
  {
    title: 'Orders of Brightside Cafes',
    says: 'JSON of the function that takes the orders.',
    groups: ['/aws/lambda/orders-api'],
    queries: [
      {
        title: 'Orders and takings of each branch',
        query: lines('filter message = "order accepted"', 'stats count(*) as orders, sum(total) as takings by branch', 'sort takings desc'),
      },
      { title: 'Lines of each level over time', query: lines('filter ispresent(level)', 'stats count(*) as lines by bin(5m), level') },
      {
        title: 'The slowest payments',
        query: lines('filter ispresent(paymentMs)', 'fields @timestamp, order, branch, paymentMs', 'sort paymentMs desc', 'limit 20'),
      },
      {
        title: 'How long payments take',
        query: lines(
          'filter ispresent(paymentMs)',
          'stats pct(paymentMs, 50) as p50, pct(paymentMs, 90) as p90, pct(paymentMs, 99) as p99 by bin(5m)',
        ),
      },
    ],
  },
  {
    title: 'The web shop of Brightside Cafes',
    says: 'The access log, one line a request, which a pattern cuts into columns.',
    groups: ['/brightside/web-1/access'],
    queries: [
      {
        title: 'Requests by their status',
        query: lines(
          'parse @message "* - * [*] \\"* * *\\" * *" as ip, user, time, method, path, version, status, rest',
          'stats count(*) as requests by status',
          'sort requests desc',
        ),
      },
      {
        title: 'Where the failures are',
        query: lines(
          'parse @message "\\"* * *\\" * *" as method, path, version, status, rest',
          'filter status >= 500',
          'stats count(*) as failures by path',
          'sort failures desc',
          'limit 10',
        ),
      },
    ],
  },
  {
    title: 'Lambda',
    says: 'For the log group of a function: /aws/lambda/NAME.',
    queries: [
      {
        title: 'Duration of the invocations in every 5 minutes',
        query: lines('filter @type = "REPORT"', 'stats avg(@duration), max(@duration), min(@duration) by bin(5m)'),
      },
      {
        title: 'The slowest invocations',
        query: lines('filter @type = "REPORT"', 'fields @requestId, @duration, @billedDuration', 'sort @duration desc', 'limit 20'),
      },
      {
        title: 'Memory that is paid for and not used',
        query: lines(
          'filter @type = "REPORT"',
          'stats max(@memorySize / 1000 / 1000) as provisionedMB, min(@maxMemoryUsed / 1000 / 1000) as leastUsedMB, avg(@maxMemoryUsed / 1000 / 1000) as meanUsedMB, max(@maxMemoryUsed / 1000 / 1000) as mostUsedMB',
        ),
      },
      {
        title: 'Cold starts',
        query: lines(
          'filter @type = "REPORT" and ispresent(@initDuration)',
          'stats count(*) as coldStarts, avg(@initDuration) as meanInitMs by bin(15m)',
        ),
      },
      {
        title: 'What went wrong',
        query: lines(
          'filter @message like /(?i)error|exception|timed out/',
          'fields @timestamp, @requestId, @message',
          'sort @timestamp desc',
          'limit 50',
        ),
      },
      {
        title: 'Lines of one request, all groups in order',
        query: lines('fields @timestamp, @log, @message', 'filter ispresent(@requestId)', 'sort @requestId, @timestamp', 'limit 100'),
      },
    ],
  },
  {
    title: 'VPC flow logs',
    says: 'For flow logs in the default format: /vpc/flow-logs in the open world.',
    queries: [
      {
        title: 'Pairs of addresses by bytes',
        query: lines('stats sum(bytes) as transferred by srcAddr, dstAddr', 'sort transferred desc', 'limit 15'),
      },
      {
        title: 'Rejected connections of each source',
        query: lines('filter action = "REJECT"', 'stats count(*) as rejected by srcAddr', 'sort rejected desc', 'limit 20'),
      },
      {
        title: 'Ports that are knocked at',
        query: lines(
          'filter action = "REJECT"',
          'stats count(*) as rejected, count_distinct(srcAddr) as sources by dstPort',
          'sort rejected desc',
          'limit 20',
        ),
      },
      { title: 'Bytes in every minute', query: 'stats sum(bytes) as transferred by bin(1m)' },
      {
        title: 'Sources within a network',
        query: lines('filter isIpv4InSubnet(srcAddr, "10.0.0.0/8")', 'stats sum(bytes) as sent by srcAddr', 'sort sent desc', 'limit 20'),
      },
      {
        title: 'Stretches in which records were skipped',
        query: lines('filter logStatus = "SKIPDATA"', 'stats count(*) as skipped by bin(1h)'),
      },
    ],
  },
  {
    title: 'CloudTrail',
    says: 'For a trail that writes to CloudWatch Logs.',
    queries: [
      {
        title: 'Calls by service, operation and region',
        query: lines('stats count(*) as calls by eventSource, eventName, awsRegion', 'sort calls desc', 'limit 50'),
      },
      {
        title: 'Calls that were refused',
        query: lines('filter ispresent(errorCode)', 'stats count(*) as refused by errorCode, eventName', 'sort refused desc', 'limit 20'),
      },
      {
        title: 'Who used the root account',
        query: lines(
          'filter userIdentity.type = "Root"',
          'fields @timestamp, eventName, sourceIPAddress, userAgent',
          'sort @timestamp desc',
        ),
      },
      {
        title: 'Instances started or stopped',
        query: lines(
          'filter eventName in ["RunInstances", "StartInstances", "StopInstances", "TerminateInstances"]',
          'fields @timestamp, eventName, userIdentity.arn, awsRegion',
          'sort @timestamp desc',
        ),
      },
      {
        title: 'Sign-ins without a second factor',
        query: lines(
          'filter eventName = "ConsoleLogin" and additionalEventData.MFAUsed = "No"',
          'stats count(*) as signIns by userIdentity.arn',
          'sort signIns desc',
        ),
      },
    ],
  },
  {
    title: 'Route 53',
    says: 'For the query log of a hosted zone.',
    queries: [
      { title: 'Queries of each type and 10 minutes', query: 'stats count(*) as queries by queryType, bin(10m)' },
      { title: 'Names asked for most', query: lines('stats count(*) as queries by queryName', 'sort queries desc', 'limit 20') },
      {
        title: 'Queries that were not answered',
        query: lines(
          'filter responseCode = "SERVFAIL" or responseCode = "NXDOMAIN"',
          'stats count(*) as queries by queryName, responseCode',
          'sort queries desc',
          'limit 20',
        ),
      },
      { title: 'Resolvers that ask most', query: lines('stats count(*) as queries by resolverIp', 'sort queries desc', 'limit 20') },
    ],
  },
]
