import { clockTime, formatSpan } from '#consoles/alarms/state-words.ts'
import type { IncidentReport, NightReport } from '#grading/verdict.ts'
import type { Zone } from '#ui/preferences.ts'

/** Every incident caught in time, and nobody woken for nothing. */
export const isGoodNight = ({ incidents, falsePages }: NightReport): boolean =>
  falsePages === 0 && incidents.every(({ outcome }) => outcome === 'caught')

const often = (count: number): string => (count === 2 ? 'twice' : `${count} times`)

function incidentWords({ outcome, delay = 0, start, end }: IncidentReport): string {
  const trouble = `${formatSpan(end - start)} of trouble`
  if (outcome === 'missed') return `not paged for ${trouble}`
  const after = delay < 1000 ? 'paged at once' : `paged after ${formatSpan(delay)}`
  return outcome === 'late' ? `${after}, too late; ${trouble}` : `${after}; ${trouble}`
}

function falseWords({ pages, falsePages, incidents }: NightReport, zone: Zone): string {
  const first = pages.find(({ counts }) => counts === 'false')
  const again = incidents.some(({ outcome }) => outcome !== 'missed') ? 'also ' : ''
  return falsePages === 1 && first !== undefined
    ? `${again}paged at ${clockTime(first.at, zone)} for nothing`
    : `${again}paged ${often(falsePages)} for nothing`
}

/** A night in a few words: what was caught and what somebody was woken for. */
export function nightWords(report: NightReport, zone: Zone): string {
  const { incidents, falsePages } = report
  const said = [...incidents.map(incidentWords), ...(falsePages > 0 ? [falseWords(report, zone)] : [])]
  return said.length === 0 ? 'nobody was paged, and nothing was wrong' : said.join('; ')
}
