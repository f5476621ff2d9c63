import type { Drawing, Exercise } from '#grading/exercise.ts'
import { hasGap, matchesFrame } from '#grading/kinds/frame.ts'
import type { DrawnMarking, Marking, Program, RedactionMarking, Wrong } from '#grading/marking.ts'
import { visibleSeed } from '#grading/seeds.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Prose } from '#lib/text/prose.ts'
import { checkSpec } from '#world/index.ts'
import { substitute, unknownWord } from '../located-yaml.ts'
import { toProse, type Problem } from '../prose.ts'
import { cutFile, readInfo, type CutFile, type Fence, type Section } from './cut.ts'
import { defined, isSameAlarm, readAlarm } from './fences/alarm.ts'
import type { AnswerForm } from './fences/answer-form.ts'
import { readCards, readItems, type AskedItem } from './fences/items.ts'
import { readRedaction } from './fences/redaction.ts'
import { readForm } from './form.ts'
import { readDraw, readHeader, type Header, type Values } from './header.ts'
import { kinds, sectionOrder, type SectionTitle } from './kinds.ts'
import { readPieces } from './pieces.ts'
import { fencesOnly, program, proseOf, readData, readHints, readWorked } from './sections.ts'
import { readWrongs } from './wrongs.ts'

export type ParsedExercise = { readonly exercise: Exercise; readonly marking: Marking }

type Drawn = { readonly header: Header; readonly drawing: Drawing; readonly marking: DrawnMarking }

/** One exercise file. Undefined only where the front matter says too little to go on; `problems` then says why. */
export function parseExercise(id: string, text: string): { readonly parsed?: ParsedExercise; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const { header } = cutFile(text, [])
  const draws = readDraw(header.text, header.line, problems)
  const first = readDrawing(id, text, draws[0] ?? {}, 0, draws, problems)
  if (first === undefined) return { problems }
  const drawn: Drawn[] = [first]
  for (let at = 1; at < draws.length; at++) {
    const more: Problem[] = []
    const next = readDrawing(id, text, draws[at] ?? {}, at, draws, more)
    if (problems.length === 0) problems.push(...more)
    if (next !== undefined) drawn.push(next)
  }
  return { parsed: gather(id, first.header, drawn), problems }
}

function gather(id: string, header: Header, drawn: readonly Drawn[]): ParsedExercise {
  const { title, kind, role, minutes, skills } = header
  return {
    exercise: { id, title, kind, role, minutes, skills, drawings: drawn.map((one) => one.drawing) },
    marking: { id, kind, role, drawings: drawn.map((one) => one.marking) },
  }
}

function readDrawing(
  id: string,
  text: string,
  values: Values,
  at: number,
  draws: readonly Values[],
  problems: Problem[],
): Drawn | undefined {
  const uncut = cutFile(text, problems)
  const header = readHeader(uncut.header.text, uncut.header.line, visibleSeed(id, at), values, problems)
  if (header === undefined) return undefined
  checkPlaceholders(uncut, draws, problems)
  const file = cutFile(substitute(text, values), [])
  const sections = readSections(file, header, problems)
  const { story, task } = readPreamble(file, problems)
  const body = readBody(id, at, header, sections, problems)
  const form = readForm(id, at, header, body, problems)
  const plain = form.marking.alarm?.nights[0]?.world ?? header.world
  const world = body.data.shown.length === 0 ? plain : { ...plain, lines: body.data.shown }
  if (header.kind !== 'alarm') checkWorlds(header, body, sections, problems)
  return {
    header,
    drawing: {
      language: header.language,
      title: header.title,
      world,
      story,
      task,
      given: givenOf(body),
      start: body.start,
      pieces: body.pieces,
      hintCount: body.hints.length,
      ...(header.kind === 'construct' ? { differ: header.differ } : {}),
      ...form.drawing,
    },
    marking: { ...marked(header, body, world, task), ...form.marking },
  }
}

type Body = ReturnType<typeof readBody>

/** A prediction's Wrong that is what is given in this drawing is wrong in the others only. */
function withoutGiven(wrong: Wrong, given: readonly Given[]): readonly Wrong[] {
  const isGiven = ({ alarm }: Program): boolean =>
    alarm !== undefined && given.some((one) => one.alarm !== undefined && isSameAlarm(one.alarm, alarm))
  const programs = wrong.programs.filter((one) => !isGiven(one))
  return programs.length === 0 && wrong.programs.length > 0 ? [] : [{ ...wrong, programs }]
}

/** The page shows the lines of a redaction, and never what is named in them. */
const givenOf = ({ given }: Body) => given.filter(({ redaction }) => redaction === undefined).map(shownGiven)

const shownGiven = ({ name, text }: Given) => ({ ...(name === undefined ? {} : { name }), text })

/** What the world itself does not know: scenarios, faults, groups, parameters, mutators. */
function checkWorlds({ world, mutators, lines }: Header, { data }: Body, sections: Sections, problems: Problem[]): void {
  const found = checkSpec(world)
  for (const message of found) problems.push({ line: lines.world, message })
  if (found.length > 0) return
  for (const message of checkSpec({ ...world, lines: [...data.shown, ...data.hidden] }))
    problems.push({ line: sections.get('Data')?.line ?? 1, message })
  for (const [at, mutator] of mutators.entries()) {
    for (const message of checkSpec({ ...world, mutators: [mutator] })) problems.push({ line: lines.mutators[at] ?? lines.world, message })
  }
}

function marked(header: Header, body: Body, world: Drawing['world'], task: Prose): DrawnMarking {
  const [solution, alternative] = body.worked
  return {
    language: header.language,
    world,
    hidden: { mutators: header.mutators, lines: body.data.hidden },
    compare: header.compare,
    task,
    given: givenOf(body),
    start: body.start,
    pieces: body.pieces,
    hints: body.hints,
    ...(solution === undefined ? {} : { solution }),
    ...(alternative === undefined ? {} : { alternative }),
    alsoRight: body.alsoRight,
    wrongs: body.wrongs.flatMap((wrong) => withoutGiven(wrong, body.given)),
    par: header.par,
    differ: header.differ,
    after: body.after,
  }
}

function checkPlaceholders(file: CutFile, draws: readonly Values[], problems: Problem[]): void {
  const known = Object.keys(draws[0] ?? {}).map((name) => `{{${name}}}`)
  const parts = [file.preamble, ...file.sections.filter((section) => section.title !== 'Wrong')]
  for (const chunk of parts.flatMap((part) => part.chunks)) {
    if (chunk.kind === 'subheading') continue
    for (const [at, line] of chunk.text.split('\n').entries()) {
      for (const [whole] of line.matchAll(/\{\{[\w.-]+\}\}/g)) {
        if (known.includes(whole)) continue
        const message = known.length === 0 ? `nothing is drawn, so "${whole}" has no value` : unknownWord('placeholder', whole, known)
        problems.push({ line: chunk.line + at + (chunk.kind === 'fence' ? 1 : 0), message })
      }
    }
  }
}

type Sections = ReadonlyMap<SectionTitle, Section>

function readSections(file: CutFile, header: Header, problems: Problem[]): Sections {
  const rules = kinds[header.kind].sections
  const found = new Map<SectionTitle, Section>()
  let last = -1
  for (const section of file.sections) {
    const at = sectionOrder.findIndex((title) => title === section.title)
    const title = sectionOrder[at]
    if (title === undefined) problems.push({ line: section.line, message: unknownWord('heading', section.title, sectionOrder) })
    else if (found.has(title)) problems.push({ line: section.line, message: `"## ${title}" stands here twice` })
    else {
      if (rules[title] === 'forbidden') problems.push({ line: section.line, message: `${header.kind} has no "## ${title}"` })
      if (at < last) problems.push({ line: section.line, message: `"## ${title}" stands before "## ${sectionOrder[last]}"` })
      last = Math.max(last, at)
      found.set(title, section)
    }
  }
  for (const title of sectionOrder) {
    if (rules[title] === 'needed' && !found.has(title)) problems.push({ line: 1, message: `${header.kind} needs "## ${title}"` })
  }
  if (header.role === 'transfer' && found.has('Hints'))
    problems.push({ line: found.get('Hints')?.line ?? 1, message: 'a transfer exercise has no hints' })
  return found
}

function readPreamble(file: CutFile, problems: Problem[]): { readonly story: Prose; readonly task: Prose } {
  const prose = file.preamble.chunks.flatMap((chunk) => {
    if (chunk.kind === 'prose') {
      const read = toProse(chunk.text, { firstLine: chunk.line })
      problems.push(...read.problems)
      return read.prose
    }
    problems.push({ line: chunk.line, message: 'before the first "##" stand the story and the task, nothing else' })
    return []
  })
  const quotes = prose.filter((block) => block.kind === 'quote')
  const [quote] = quotes
  if (quote === undefined || quotes.length > 1 || prose.at(-1) !== quote) {
    problems.push({ line: file.preamble.line, message: 'expected the story, then the task as one block quote ("> ...")' })
  }
  return { story: prose.filter((block) => block.kind !== 'quote'), task: quote?.children ?? [] }
}

function readBody(id: string, at: number, header: Header, sections: Sections, problems: Problem[]) {
  const rules = kinds[header.kind]
  const section = (title: SectionTitle): Section => sections.get(title) ?? { title, line: 1, chunks: [] }
  const has = (title: SectionTitle): boolean => sections.has(title) && rules.sections[title] !== 'forbidden'
  const blank = { ...blankForm(header), order: `${id} ${at}` }
  const worked = has('Solution')
    ? readWorked(section('Solution'), blank, problems, ({ alarm }) => ({ ...blank, fixed: fixedOf(header, alarm) }))
    : []
  const items = rules.fence === 'items' ? readAsked(section('Solution'), header, `${id} ${at}`, problems) : undefined
  const given = has('Given') ? readGiven(section('Given'), header, problems) : []
  const redaction = given[0]?.redaction
  const answer = {
    ...blank,
    fixed: fixedOf(header, worked[0]?.alarm),
    ...(items === undefined ? {} : { items }),
    ...(redaction === undefined ? {} : { redaction }),
    ...(worked[0]?.claim === undefined ? {} : { claim: worked[0].claim }),
  }
  const start = has('Start') ? readStart(section('Start'), header, problems) : undefined
  const pieces = start !== undefined && header.kind === 'fragments' ? readPieces(start, worked[0]?.text ?? '', id, problems) : []
  if (header.kind === 'fill-gap' && start !== undefined) checkFrame(start, worked, problems)
  return {
    data: has('Data') ? readData(section('Data'), header.world.groups ?? [], problems) : { shown: [], hidden: [] },
    given,
    start: header.kind === 'fragments' ? '' : (start?.text ?? ''),
    started: start === undefined || !isForm(header) ? undefined : program(start, answer, problems),
    items,
    pieces,
    hints: has('Hints') ? readHints(section('Hints'), problems) : [],
    worked,
    alsoRight: fencesOnly(section('Also right'), 'Also right', problems).map((fence) => program(fence, answer, problems)),
    wrongs: has('Wrong') ? readWrongs(section('Wrong'), answer, problems) : [],
    after: has('After') ? proseOf(section('After').chunks, problems) : [],
  }
}

const isForm = ({ kind }: Header): boolean => kind === 'alarm' || kind === 'panel'

function blankForm({ kind, language }: Header): AnswerForm {
  const { fence, judged } = kinds[kind]
  return { fence: fence === 'subject' ? language : fence, fixed: {}, isReading: judged === 'reading' }
}

const fixedOf = ({ fixed }: Header, solution: MetricAlarm | undefined): Partial<MetricAlarm> =>
  solution === undefined ? {} : defined(Object.fromEntries(fixed.map((member) => [member, solution[member]])))

function readAsked(section: Section, { kind }: Header, order: string, problems: Problem[]): readonly AskedItem[] {
  const fence = section.chunks.find((chunk) => chunk.kind === 'fence')
  if (fence === undefined) return []
  return kind === 'sort' ? readCards(fence, order, problems) : readItems(fence, order, problems)
}

function readStart(section: Section, header: Header, problems: Problem[]): Fence | undefined {
  const [fence, ...more] = fencesOnly(section, 'Start', problems)
  if (fence === undefined || more.length > 0) problems.push({ line: section.line, message: '"Start" holds one fence' })
  if (fence !== undefined && !isForm(header)) {
    const form = blankForm(header)
    program(fence, header.kind === 'fragments' ? { ...form, fence: 'fragments' } : form, problems)
  }
  return fence
}

function checkFrame(start: Fence, worked: readonly Program[], problems: Problem[]): void {
  if (!hasGap(start.text)) problems.push({ line: start.line, message: 'the frame needs a gap "____"' })
  for (const { text, line } of worked) {
    if (!matchesFrame(text, start.text)) problems.push({ line, message: 'this text does not match the frame under "Start"' })
  }
}

type Given = { readonly name?: string; readonly text: string; readonly alarm?: MetricAlarm; readonly redaction?: RedactionMarking }

function readGiven(section: Section, header: Header, problems: Problem[]): readonly Given[] {
  const fences = fencesOnly(section, 'Given', problems)
  const isConstruct = header.kind === 'construct'
  const given = fences.map((fence): Given => {
    const { language, pairs } = readInfo(fence, { keys: isConstruct ? ['name'] : [] }, problems)
    if (language !== header.language)
      problems.push({ line: fence.line, message: `expected a fence "${header.language}", found "${language}"` })
    if (language === 'lines' && header.language === 'lines') return { text: '', redaction: readRedaction(fence, problems) }
    const given = { ...(pairs['name'] === undefined ? {} : { name: pairs['name'] }), text: fence.text }
    return language === 'alarm' && header.language === 'alarm' ? { ...given, alarm: readAlarm(fence, {}, problems) } : given
  })
  if (isConstruct && given.map((one) => one.name).join() !== 'A,B') {
    problems.push({ line: section.line, message: 'a construct is given two fences, name:A and name:B' })
  }
  if (!isConstruct && given.length !== 1)
    problems.push({ line: section.line, message: `expected one fence under "Given", found ${given.length}` })
  return given
}
