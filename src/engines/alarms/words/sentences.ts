import { missingDataTreatment, type AlarmState, type ComparisonOperator, type MetricAlarm } from '#lib/alarm/alarm.ts'
import type { AppliedRule } from '#lib/alarm/replay.ts'
import { unitSign } from '#lib/metric/unit.ts'
import { never } from '#lib/invariant.ts'
import { proseNumber } from '#lib/text/prose-number.ts'
import { TOO_FEW_SAMPLES } from '../decide.ts'
import { countedSlots, fillsOf, type Look } from '../evaluate.ts'
import { samplesFor } from '../low-samples.ts'

type Told = { readonly rule: AppliedRule; readonly after: AlarmState; readonly unit?: string }

/** What one evaluation looked at, what was enough and how missing datapoints were treated, for a person. */
export function sentences(alarm: MetricAlarm, look: Look, told: Told): readonly string[] {
  const { n, m } = look.rule
  const { breaching } = look.tally
  const over = overOf(alarm, told.unit)
  const newest = n === 1 ? 'The newest datapoint is looked at' : `The newest ${n} datapoints are looked at`
  switch (told.rule) {
    case 'enough datapoints':
      return [`${newest}; ${ofThem(breaching, n, over)}, and ${enough(breaching, m)}.`, ...passedOver(look)]
    case 'no datapoints':
      return [noneThere(look), ...treatedAll(alarm, look, told.after, over)]
    case 'missing filled':
      return [`${someThere(look)}; ${ofThem(breaching, look.tally.real, over)}.`, filled(look)]
    case 'datapoints and gaps':
      return [`${someThere(look)}; ${ofThem(breaching, look.tally.real, over)}, and ${enough(breaching, m)}.`, gapsCountNothing(look)]
    case 'premature':
      return [`${someThere(look)}; ${ofThem(breaching, breaching, over)}, and all else is missing.`, ...howOld(look, told.after)]
    case 'too few samples':
      return [tooFewSamples(alarm, look), stays(told.after)]
    case 'warming up':
      return ['The alarm is new and in its warm-up period: it is not evaluated yet.']
    default:
      return never(told.rule)
  }
}

const datapoints = (count: number): string => `${proseNumber(count)} ${count === 1 ? 'datapoint' : 'datapoints'}`

/** `2 of them are above 1 000 ms` */
function ofThem(breaching: number, all: number, over: string): string {
  if (all === 1) return `it is ${breaching === 1 ? '' : 'not '}${over}`
  if (breaching === 0) return `none of them is ${over}`
  if (breaching === all) return `${all === 2 ? 'both' : 'all'} of them are ${over}`
  return `${breaching} of them ${breaching === 1 ? 'is' : 'are'} ${over}`
}

const enough = (have: number, m: number): string => `${m} ${m === 1 ? 'is' : 'are'} ${have >= m ? 'enough' : 'needed'}`

function passedOver(look: Look): readonly string[] {
  const oldest = countedSlots(look).at(-1)
  const gaps = look.slots.slice(oldest === undefined ? 0 : look.slots.indexOf(oldest)).length - look.rule.n
  if (gaps === 0) return []
  const [were, them] = gaps === 1 ? ['period without a datapoint was', 'it'] : ['periods without a datapoint were', 'them']
  return [`${gaps} ${were} passed over: the range of ${look.slots.length} periods holds enough datapoints without ${them}.`]
}

const noneThere = ({ slots }: Look): string =>
  slots.length === 1 ? 'The one period in the range has no datapoint.' : `None of the ${slots.length} periods in the range has a datapoint.`

function treatedAll(alarm: MetricAlarm, { rule: { n, m } }: Look, after: AlarmState, over: string): readonly string[] {
  const treatment = missingDataTreatment(alarm)
  switch (treatment) {
    case 'missing':
      return ['Missing data is treated as missing: the alarm has insufficient data.']
    case 'ignore':
      return [`${ignoring(alarm)} ${stays(after)}`]
    case 'breaching':
      return [`Missing data is treated as bad: ${n === 1 ? 'it counts' : `all ${n} count`} as ${over}, and ${enough(n, m)}.`]
    case 'notBreaching':
      return ['Missing data is treated as good: nothing breaches.']
    default:
      return never(treatment)
  }
}

const ignoring = ({ TreatMissingData }: MetricAlarm): string =>
  TreatMissingData === undefined ? 'An alarm on AWS/DynamoDB ignores missing data where it says nothing else.' : 'Missing data is ignored.'

const someThere = ({ tally: { real }, rule: { n } }: Look): string =>
  `There ${real === 1 ? 'is' : 'are'} ${datapoints(real)} where ${n} are evaluated`

function filled(look: Look): string {
  const { m, treatment } = look.rule
  const { breaching } = look.tally
  const fills = fillsOf(look)
  const ones = `${fills} missing ${fills === 1 ? 'datapoint counts' : 'datapoints count'}`
  if (treatment === 'breaching')
    return `Missing data is treated as bad: ${ones} as breaching, which makes ${breaching + fills} that breach, and ${enough(breaching + fills, m)}.`
  return `Missing data is treated as good: ${ones} as not breaching. ${breaching} ${breaching === 1 ? 'breaches' : 'breach'}, and ${enough(breaching, m)}.`
}

const gapsCountNothing = ({ rule: { treatment } }: Look): string =>
  `Missing data is ${treatment === 'ignore' ? 'ignored' : 'treated as missing'}: a gap counts neither for nor against.`

function howOld({ tally: { real, oldestBreaching }, rule: { m, treatment } }: Look, after: AlarmState): readonly string[] {
  const oldest = `${real === 1 ? 'It is' : 'The oldest of them is'} in period ${oldestBreaching}, counted from the newest`
  if (oldestBreaching < m) return [`${oldest}; before period ${m} that is too early to alarm.`, stays(after)]
  if (treatment === 'ignore') return [`Missing data is ignored. ${stays(after)}`]
  return [`${oldest}; from period ${m} on the alarm no longer waits for the missing ones.`]
}

function tooFewSamples(alarm: MetricAlarm, look: Look): string {
  const statistic = alarm.ExtendedStatistic ?? alarm.Metrics?.[0]?.MetricStat?.Stat ?? ''
  const few = countedSlots(look).filter((slot) => look.classes[look.slots.indexOf(slot)] === TOO_FEW_SAMPLES)
  const needed = `A ${statistic} needs ${proseNumber(Math.ceil(samplesFor(statistic)))} samples to mean something`
  const [first] = few
  if (few.length > 1) return `${needed}, and ${few.length} of the periods that count have fewer.`
  return `${needed}, and a period that counts has only ${proseNumber(first?.sampleCount ?? 0)}.`
}

const stateWords: Readonly<Record<AlarmState, string>> = { OK: 'OK', ALARM: 'in alarm', INSUFFICIENT_DATA: 'insufficient data' }

const stays = (state: AlarmState): string => `The state stays as it was: ${stateWords[state]}.`

const comparisons: Readonly<Record<ComparisonOperator, string>> = {
  GreaterThanThreshold: 'above',
  GreaterThanOrEqualToThreshold: 'at or above',
  LessThanThreshold: 'below',
  LessThanOrEqualToThreshold: 'at or below',
  LessThanLowerOrGreaterThanUpperThreshold: 'outside the band',
  LessThanLowerThreshold: 'below the band',
  GreaterThanUpperThreshold: 'above the band',
}

/** `above 1 000 ms` */
function overOf({ ComparisonOperator, Threshold }: MetricAlarm, unit: string | undefined): string {
  const words = comparisons[ComparisonOperator]
  return Threshold === undefined ? words : `${words} ${proseNumber(Threshold)}${unitWord(unit)}`
}

/** Behind a number: nothing for a bare one, `%` without a blank. */
function unitWord(unit = 'None'): string {
  const sign = unitSign(unit)
  return sign === '' || sign === '%' ? sign : ` ${sign}`
}
