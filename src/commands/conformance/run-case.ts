import {
  runAlarmCompareCase,
  runAlarmLimitsCase,
  runAlarmLowSamplesCase,
  runAlarmStateReasonCase,
  runAlarmTimelineCase,
  runAlarmWindowCase,
} from './alarm-cases.ts'
import { runFilterPatternCase } from './filter-pattern-cases.ts'
import { runInsightsCase } from './insights-cases.ts'
import { runMetricFilterCase, runMetricFilterDatapointsCase } from './metric-filter-cases.ts'
import { runDefaultLabelCase, runDynamicLabelCase, runQueryIdCase } from './metric-label-cases.ts'
import { runMetricQueryCase, runRetentionCase, runRoundStartCase } from './metric-read-cases.ts'
import { runStatisticCase, runStatisticEquivalenceCase, runStatisticSyntaxCase } from './statistic-cases.ts'
import { runWireCase } from './wire-cases.ts'

export type NeutralCase = { readonly id: string; readonly kind: string; readonly [member: string]: unknown }

export type CaseResult = { readonly passed: boolean; readonly expected: unknown; readonly actual: unknown }

export type CaseOutcome = CaseResult & { readonly id: string; readonly kind: string }

type Runner = (testCase: NeutralCase) => CaseResult | Promise<CaseResult>

/** One line for each kind that has an engine. */
const runners: Readonly<Record<string, Runner>> = {
  'alarm-compare': runAlarmCompareCase,
  'alarm-limits': runAlarmLimitsCase,
  'alarm-low-samples': runAlarmLowSamplesCase,
  'alarm-state-reason': runAlarmStateReasonCase,
  'alarm-timeline': runAlarmTimelineCase,
  'alarm-window': runAlarmWindowCase,
  'filter-pattern': runFilterPatternCase,
  insights: runInsightsCase,
  'metric-default-label': runDefaultLabelCase,
  'metric-dynamic-label': runDynamicLabelCase,
  'metric-filter': runMetricFilterCase,
  'metric-filter-datapoints': runMetricFilterDatapointsCase,
  'metric-query': runMetricQueryCase,
  'metric-query-id': runQueryIdCase,
  'metric-retention': runRetentionCase,
  'metric-round-start': runRoundStartCase,
  statistic: runStatisticCase,
  'statistic-equivalence': runStatisticEquivalenceCase,
  'statistic-syntax': runStatisticSyntaxCase,
  wire: runWireCase,
}

/** Runs one case; a kind without an engine fails, and so does a case that makes its runner throw. */
export async function runCase(testCase: NeutralCase): Promise<CaseOutcome> {
  const { id, kind } = testCase
  const runner = runners[kind]
  if (runner === undefined) return { id, kind, passed: false, expected: `an engine for kind "${kind}"`, actual: 'there is none yet' }
  try {
    return { id, kind, ...(await runner(testCase)) }
  } catch (error) {
    return { id, kind, passed: false, expected: 'an answer', actual: error instanceof Error ? (error.stack ?? error.message) : error }
  }
}
