import { describe, expect, it } from 'vitest'
import { autoPeriod, expandTarget } from '#consoles/dashboards/file/expand.ts'
import { targetFromJson, type Reading } from '#consoles/dashboards/file/target-json.ts'
import { fillIn, variablesOf } from '#consoles/dashboards/file/variables.ts'
import { HOUR } from '#lib/time.ts'

const queue = (name: string, metricName = 'NumberOfMessagesSent') => ({ namespace: 'AWS/SQS', metricName, dimensions: { QueueName: name } })
const metrics = [queue('load'), queue('orders'), { ...queue('orders'), dimensions: { QueueName: 'orders', Extra: 'x' } }]

describe('variables', () => {
  const dashboard = {
    templating: {
      list: [
        { name: 'datasource', type: 'datasource', query: 'cloudwatch' },
        { name: 'region', type: 'query', query: 'regions()' },
        { name: 'agg', type: 'interval', auto: true, query: '1m,5m', current: { value: '$__auto' } },
        {
          name: 'queue',
          label: 'Queue',
          type: 'query',
          query: 'dimension_values($region,AWS/SQS,NumberOfMessagesSent,QueueName)',
          includeAll: true,
        },
        { name: 'level', type: 'custom', query: 'Low : 1, High : 2' },
      ],
    },
  }

  it('offer what exists, and what the file lists', () => {
    expect(
      variablesOf(dashboard, metrics, new Map()).map(({ name, options, value, isHidden }) => [name, options, value, isHidden]),
    ).toEqual([
      ['datasource', ['CloudWatch'], 'CloudWatch', true],
      ['region', ['default'], 'default', true],
      ['agg', ['auto', '1m', '5m'], 'auto', false],
      ['queue', ['*', 'load', 'orders'], '*', false],
      ['level', ['1', '2'], '1', false],
    ])
  })

  it('take what was chosen where it is offered', () => {
    const values = (queue: string) =>
      variablesOf(dashboard, metrics, new Map([['queue', queue]])).find(({ name }) => name === 'queue')?.value
    expect(values('orders')).toBe('orders')
    expect(values('nobody')).toBe('*')
  })

  it('are filled in however they are written, and left where nobody knows them', () => {
    expect(fillIn('$queue ${queue} ${queue:csv} [[queue]] $queues $__interval', new Map([['queue', 'load']]))).toBe(
      'load load load load $queues $__interval',
    )
  })
})

describe('a target', () => {
  const reading: Reading = { fill: (text) => fillIn(text, new Map([['agg', 'auto']])), autoPeriod: 300 }
  const target = (more: object) => {
    const read = targetFromJson({ ...queue('*'), period: '$agg', ...more }, reading)
    if (read === undefined) throw new Error('cannot test: this is no target')
    return read
  }
  const queues = (more: object) => expandTarget(target(more), metrics).map(({ dimensions }) => dimensions)

  it('with an asterisk is every metric with exactly these dimensions', () => {
    expect(queues({})).toEqual([{ QueueName: 'load' }, { QueueName: 'orders' }])
  })

  it('that need not match exactly takes in metrics with more dimensions', () => {
    expect(queues({ matchExact: false })).toEqual([{ QueueName: 'load' }, { QueueName: 'orders' }, { QueueName: 'orders', Extra: 'x' }])
  })

  it('with several values is those', () => {
    expect(queues({ dimensions: { QueueName: ['orders', 'nobody'] } })).toEqual([{ QueueName: 'orders' }])
  })

  it('with one value is asked whether it exists or not', () => {
    expect(queues({ dimensions: { QueueName: 'nobody' } })).toEqual([{ QueueName: 'nobody' }])
  })

  it('leaves its period to the time range where it says so', () => {
    expect(target({}).period).toBe(300)
    expect(target({ period: '1m' }).period).toBe(60)
    expect(autoPeriod({ start: 0, end: 3 * HOUR })).toBe(60)
    expect(autoPeriod({ start: 0, end: 72 * HOUR })).toBe(300)
  })

  it('of logs, of an expression or hidden is none', () => {
    for (const more of [{ queryMode: 'Logs' }, { expression: 'm1 * 2' }, { metricQueryType: 1 }, { hide: true }, { metricName: '' }])
      expect(targetFromJson({ ...queue('load'), ...more }, reading)).toBeUndefined()
  })
})
