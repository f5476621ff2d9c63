import { claimParts, type AskedClaim, type Drawing } from '#grading/exercise.ts'
import type { ClaimMarking, DrawnMarking, Program, RedactionMarking } from '#grading/marking.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Problem } from '../prose.ts'
import type { AskedItem } from './fences/items.ts'
import { makeNights } from './front-matter/nights.ts'
import { asksOf } from './front-matter/rules.ts'
import type { Header } from './header.ts'

/** What a drawing and its marking hold besides texts. */
export type Form = {
  readonly drawing: Pick<Drawing, 'alarm' | 'panel' | 'states' | 'items' | 'lines' | 'claim'>
  readonly marking: Pick<DrawnMarking, 'alarm' | 'panel' | 'states' | 'choice' | 'redaction' | 'claim'>
}

type Body = {
  readonly worked: readonly Program[]
  readonly started: Program | undefined
  readonly given: readonly { readonly alarm?: MetricAlarm; readonly redaction?: RedactionMarking }[]
  readonly items: readonly AskedItem[] | undefined
}

/** The part of an exercise that is filled in, marked or picked. */
export function readForm(id: string, at: number, header: Header, body: Body, problems: Problem[]): Form {
  switch (header.kind) {
    case 'alarm':
      return alarmForm(id, at, header, body, problems)
    case 'panel': {
      const start = body.started?.panel ?? { targets: [] }
      return { drawing: { panel: { start, asks: asksOf(header.rules) } }, marking: { panel: { start, rules: header.rules } } }
    }
    case 'predict-state': {
      const alarm = body.given[0]?.alarm
      const states = alarm === undefined ? {} : { states: { alarm, moments: header.moments } }
      return { drawing: states, marking: states }
    }
    case 'redact': {
      const redaction = body.given[0]?.redaction
      return redaction === undefined ? { drawing: {}, marking: {} } : { drawing: { lines: redaction.lines }, marking: { redaction } }
    }
    case 'investigate': {
      const claim = body.worked[0]?.claim
      return claim === undefined ? { drawing: {}, marking: {} } : { drawing: { claim: askedOf(claim) }, marking: { claim } }
    }
    case 'sort':
    case 'choose': {
      const items = body.items ?? []
      const { metrics } = header
      return {
        drawing: { items: items.map(({ question, options }) => ({ question, options })) },
        marking: { choice: { items, ...(metrics === undefined ? {} : { metrics }) } },
      }
    }
    default:
      return { drawing: {}, marking: {} }
  }
}

/** What the page may know of a claim: its parts, and never what is right. */
function askedOf(claim: ClaimMarking): AskedClaim {
  const { causes, labels, evidence, queries } = claim
  return {
    parts: claimParts.filter((part) => claim[part] !== undefined),
    causes,
    labels,
    consoles: evidence?.of ?? ['logs', 'insights'],
    evidence: evidence?.from ?? 0,
    ...(queries === undefined ? {} : { queries }),
  }
}

function alarmForm(id: string, at: number, header: Header, { worked, started }: Body, problems: Problem[]): Form {
  if (header.world.faults !== undefined)
    problems.push({ line: header.lines.world, message: 'the faults of an alarm stand in its nights: {title: ..., faults: {...}}' })
  const nights = makeNights(header.nights, header.world, id, at, problems)
  const solution = worked[0]?.alarm
  const start = started?.alarm ?? blankAlarm(header, solution)
  const { fixed } = header
  const { delay } = header.alarm
  const shown = nights.map(({ title, world, range, incidents }) => ({ title, world, range, incidents }))
  return {
    drawing: { alarm: { fixed, start, nights: shown, delay } },
    marking: { alarm: { fixed, start, nights, ...header.alarm } },
  }
}

/** A form with nothing but what is fixed. */
function blankAlarm({ fixed }: Header, solution: MetricAlarm | undefined): MetricAlarm {
  const given = Object.fromEntries(fixed.flatMap((member) => (solution?.[member] === undefined ? [] : [[member, solution[member]]])))
  return { Period: 300, EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold', ...given }
}
