import { loadRe2 } from '#lib/regex/index.ts'
import {
  runAlarmCompareCase,
  runAlarmLimitsCase,
  runAlarmLowSamplesCase,
  runAlarmStateReasonCase,
  runAlarmTimelineCase,
  runAlarmWindowCase,
} from './kinds/alarms.ts'
import { runFilterPatternCase } from './kinds/filter-patterns.ts'
import { runInsightsCase } from './kinds/insights.ts'
import { runMetricFilterCase, runMetricFilterDatapointsCase } from './kinds/metric-filters.ts'
import { runDefaultLabelCase, runDynamicLabelCase, runQueryIdCase } from './kinds/metric-labels.ts'
import { runMetricQueryCase, runRetentionCase, runRoundStartCase } from './kinds/metric-reads.ts'
import { runStatisticCase, runStatisticEquivalenceCase, runStatisticSyntaxCase } from './kinds/statistics.ts'
import { runWireCase } from './kinds/wire.ts'
import type { CaseResult, NeutralCase } from './neutral-case.ts'

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
    await loadRe2()
    return { id, kind, ...(await runner(testCase)) }
  } catch (error) {
    return { id, kind, passed: false, expected: 'an answer', actual: error instanceof Error ? (error.stack ?? error.message) : error }
  }
}
