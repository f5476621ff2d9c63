import type { Bench } from '#grading/bench.ts'
import { alarmOf, problemsOf, treatmentOf } from '#grading/kinds/alarm.ts'
import type { DrawnMarking, Program } from '#grading/marking.ts'
import { outcomeOf } from '#grading/nights/score.ts'
import { alarmMarking, completeAlarm, isRight, tryNights } from '#grading/nights/try-nights.ts'
import { hiddenNights } from '#grading/nights/hidden-nights.ts'
import { hiddenWorlds } from '#grading/worlds/hidden-worlds.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { inDrawing, worldsOf } from '../answers.ts'
import type { Gate } from '../gate.ts'
import { nearAlarms } from '../near-forms.ts'
import { checkRepeatable } from '../repeatable.ts'

export function benchOf(gate: Gate, drawing: number, drawn: DrawnMarking): Bench {
  const { laboratory, loaded } = gate
  const hidden = hiddenWorlds(loaded.exercise.id, drawing, drawn, worldsOf(gate, drawing))
  return { laboratory, marking: loaded.marking, drawn, drawing, hidden }
}

/** Runs every alarm of the file on every night while its world is there, so that no world is made twice. */
export async function warmNights(gate: Gate, drawing: number, drawn: DrawnMarking): Promise<void> {
  const bench = benchOf(gate, drawing, drawn)
  const asked = alarmMarking(bench)
  const alarms = [...programsOf(drawn).map(alarmOf), asked.start]
    .map((alarm) => completeAlarm(alarm, asked))
    .filter((alarm) => problemsOf(alarm).length === 0)
  const nights = [...asked.nights, ...hiddenNights(gate.loaded.exercise.id, drawing, asked.nights, bench.hidden.length).flat()]
  for (const { world, range } of nights) for (const alarm of alarms) await gate.laboratory.replay(alarm, world, { range })
}

const programsOf = ({ solution, alternative, alsoRight, wrongs }: DrawnMarking): readonly Program[] => [
  ...(solution === undefined ? [] : [solution]),
  ...(alternative === undefined ? [] : [alternative]),
  ...alsoRight,
  ...wrongs.flatMap((wrong) => wrong.programs),
]

/** What alarms owe beyond their answers: nights on which everything that differs in meaning differs in outcome. */
export async function checkAlarms(gate: Gate, drawing: number, drawn: DrawnMarking): Promise<void> {
  const bench = benchOf(gate, drawing, drawn)
  checkNights(gate, bench)
  await checkWrongsApart(gate, bench)
  await checkNightsDisagree(gate, bench)
  if (drawing === 0) {
    await checkNearMisses(gate, bench)
    const [night] = alarmMarking(bench).nights
    const alarm = completeAlarm(alarmOf(solutionOf(drawn)), alarmMarking(bench))
    await checkRepeatable(gate, drawn, (laboratory) => laboratory.replay(alarm, night?.world ?? drawn.world))
  }
}

function solutionOf({ solution }: DrawnMarking): Program {
  if (solution === undefined) throw new Error('cannot check an alarm: it has no solution')
  return solution
}

function checkNights(gate: Gate, bench: Bench): void {
  const { nights } = alarmMarking(bench)
  const line = gate.loaded.lines['nights'] ?? 1
  if (nights.every((night) => night.incidents.length === 0)) gate.failures.push({ line, message: 'no night has an incident to find' })
  if (nights.every((night) => night.incidents.length > 0))
    gate.failures.push({ line, message: 'every night has an incident, so an alarm that always pages at night goes far' })
}

/** Two alarms of one outcome are told apart by their metric, and by how they treat silence. */
async function checkWrongsApart(gate: Gate, bench: Bench): Promise<void> {
  const seen: { readonly name: string; readonly key: string }[] = []
  for (const wrong of bench.drawn.wrongs) {
    for (const program of wrong.programs) {
      const alarm = completeAlarm(alarmOf(program), alarmMarking(bench))
      const { reports } = await tryNights(bench, alarm)
      const key = `${alarm.MetricName} ${treatmentOf(alarm)} ${outcomeOf(reports)}`
      const other = seen.find((one) => one.key === key && one.name !== wrong.name)
      if (other !== undefined)
        gate.failures.push({
          line: program.line,
          message: `"${wrong.name}" behaves like "${other.name}" on every night${inDrawing(bench.drawing)}`,
        })
      seen.push({ name: wrong.name, key })
    }
  }
}

async function checkNightsDisagree(gate: Gate, bench: Bench): Promise<void> {
  const { reports } = await tryNights(bench, alarmOf(solutionOf(bench.drawn)))
  const pages = reports.filter((night) => night.isHidden).map((night) => night.pages.map(({ at }) => at - night.range.start).join())
  if (bench.hidden.length > 1 && new Set(pages).size < 3)
    gate.failures.push({
      line: solutionOf(bench.drawn).line,
      message: 'the hidden nights all go the same way, so a lucky alarm would pass',
    })
}

async function checkNearMisses(gate: Gate, bench: Bench): Promise<void> {
  const { drawn } = bench
  const asked = alarmMarking(bench)
  const allowed = drawn.alsoRight.map((program) => plain(completeAlarm(alarmOf(program), asked)))
  for (const { says, alarm } of nearAlarms(alarmOf(solutionOf(drawn)))) {
    const complete = completeAlarm(alarm, asked)
    if (problemsOf(complete).length > 0 || allowed.includes(plain(complete)) || !(await passesEverywhere(bench, complete))) continue
    gate.failures.push({
      line: solutionOf(drawn).line,
      message: `${says} passes too: add a night on which it differs, or list it under "Also right"`,
    })
  }
}

const plain = (alarm: MetricAlarm): string =>
  JSON.stringify(
    Object.entries(alarm)
      .filter(([, value]) => value !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  )

/** The nights shown tell most near misses; only the rest are tried on hidden ones. */
async function passesEverywhere(bench: Bench, alarm: MetricAlarm): Promise<boolean> {
  const asked = alarmMarking(bench)
  for (const rounds of [0, Math.min(5, bench.hidden.length)])
    if (!isRight(asked, (await tryNights(bench, alarm, rounds)).reports)) return false
  return true
}
