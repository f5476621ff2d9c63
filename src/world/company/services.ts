/** The account all of the company lives in, as its ARNs spell it. */
export const accountId = '123456789012'
export const region = 'eu-west-2'

export type FunctionName = 'orders-api' | 'fulfil' | 'extract' | 'load' | 'report'

/** A Lambda function and what its calls are made of. */
export type LambdaFunction = {
  readonly name: FunctionName
  readonly group: string
  /** Lambda's own choice of log format. */
  readonly format: 'json' | 'text'
  readonly version: string
  readonly memoryMb: number
  /** What the runtime and the code take before anything is leaked. */
  readonly usedMb: number
  readonly timeoutMs: number
  readonly concurrency: number
  /** The concurrency is kept for it alone. */
  readonly isReserved: boolean
  /** Called by an event that is queued by Lambda: an upload, a schedule. */
  readonly isAsynchronous: boolean
  /** Added to the first call of an environment. */
  readonly initMs: number
  /** An environment that nobody calls is given up after this long; provisioned ones stay. */
  readonly idleMs: number
}

const minutes = 60_000
const text = {
  format: 'text',
  version: '$LATEST',
  memoryMb: 512,
  concurrency: 100,
  idleMs: 8 * minutes,
  isReserved: false,
  isAsynchronous: false,
} as const

export const functions: Readonly<Record<FunctionName, LambdaFunction>> = {
  'orders-api': {
    name: 'orders-api',
    group: '/aws/lambda/orders-api',
    format: 'json',
    version: '41',
    memoryMb: 512,
    usedMb: 94,
    timeoutMs: 10_000,
    concurrency: 40,
    isReserved: true,
    isAsynchronous: false,
    initMs: 700,
    idleMs: 8 * minutes,
  },
  fulfil: { ...text, name: 'fulfil', group: '/aws/lambda/fulfil', memoryMb: 256, usedMb: 71, timeoutMs: 30_000, initMs: 410 },
  extract: { ...text, name: 'extract', group: '/aws/lambda/extract', usedMb: 118, timeoutMs: 30_000, initMs: 620, isAsynchronous: true },
  load: {
    ...text,
    name: 'load',
    group: '/aws/lambda/load',
    usedMb: 86,
    timeoutMs: 30_000,
    initMs: 540,
    idleMs: Infinity,
  },
  report: {
    ...text,
    name: 'report',
    group: '/aws/lambda/report',
    memoryMb: 256,
    usedMb: 102,
    timeoutMs: 60_000,
    initMs: 480,
    isAsynchronous: true,
  },
}

export const practiceGroup = '/aws/lambda/practice'
export const accessGroup = '/brightside/web-1/access'
export const appGroup = '/brightside/web-1/app'
export const flowGroup = '/vpc/flow-logs'

/** The EC2 box behind www. */
export const webHost = {
  instance: 'i-0b7c41d92e6f8a350',
  address: '10.0.1.20',
  networkInterface: 'eni-0a4d83c1f7b2e9560',
  image: 'ami-0c9f2d5e81b7a6340',
  type: 't3.small',
  cpus: 2,
  memoryMb: 2000,
  diskMb: 16_000,
} as const

/** The queues by their names in SQS. */
export type QueueName = 'orders' | 'orders-dlq' | 'load'

/** The REST API in front of orders-api. */
export const api = { name: 'brightside', stage: 'prod' } as const

/** Where the branches' files arrive. */
export const uploadBucket = 'brightside-uploads'
export const warehouseAddress = '10.0.3.15'
export const resolverAddress = '10.0.0.2'

export const shopGroups: readonly string[] = [functions['orders-api'].group, functions.fulfil.group, accessGroup, appGroup, flowGroup]
export const pipelineGroups: readonly string[] = [functions.extract.group, functions.load.group, functions.report.group]
export const companyGroups: readonly string[] = [practiceGroup, ...shopGroups, ...pipelineGroups]
