import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconPencilQuestion from '@tabler/icons-react/icons/IconPencilQuestion'
import IconTool from '@tabler/icons-react/icons/IconTool'
import type { ReactNode } from 'react'
import type { ExerciseSubject } from '#grading/exercise.ts'
import type { Difference, FieldProblem, ShownLine, Verdict } from '#grading/verdict.ts'
import { never } from '#lib/invariant.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import { Prose } from '#ui/prose/Prose.tsx'
import { DiagnosticList } from './DiagnosticList.tsx'
import { DifferenceView } from '../difference/DifferenceView.tsx'
import { PassDetails } from './PassDetails.tsx'
import { ShownLines } from '../difference/ShownLines.tsx'
import { subjects } from '../subjects.ts'
import { titleOf, toneOf, type Tone } from './say.ts'
import styles from './VerdictPanel.module.css'

type VerdictPanelProps = {
  readonly verdict: Verdict
  readonly subject: ExerciseSubject
  /** What the learner handed in, where it is a text: positions are told as lines of it. */
  readonly text: string
  /** The learner ticked lines instead of writing a pattern. */
  readonly isReading: boolean
  readonly onGo: (range: TextRange) => void
  readonly onDrawAgain: (number: number) => void
  /** Stands at the end of the title's line: the sheet's closing button. */
  readonly aside?: ReactNode
}

const icons: Readonly<Record<Tone, typeof IconTool>> = {
  pass: IconCircleCheck,
  close: IconAlertTriangle,
  unread: IconPencilQuestion,
  ours: IconTool,
}

/** What the grader says: what is right, what differs, why. */
export function VerdictPanel(props: VerdictPanelProps) {
  const tone = toneOf(props.verdict)
  const Icon = icons[tone]
  return (
    <section className={`${styles.panel} ${styles[tone]}`} aria-label="What the check says" data-verdict={props.verdict.kind}>
      <h2 className={styles.title}>
        <Icon size={20} stroke={1.8} aria-hidden />
        <span>{titleOf(props.verdict, subjects[props.subject])}</span>
        {props.aside}
      </h2>
      <VerdictBody {...props} />
    </section>
  )
}

function VerdictBody({ verdict, subject, text, isReading, onGo, onDrawAgain }: VerdictPanelProps) {
  switch (verdict.kind) {
    case 'empty':
      return <p>{verdict.message}</p>
    case 'parse-error':
      return <DiagnosticList diagnostics={verdict.diagnostics} text={text} onGo={onGo} />
    case 'form-error':
      return <FormProblems problems={verdict.problems} />
    case 'engine-error':
      return <EngineError message={verdict.message} range={verdict.range} onGo={onGo} />
    case 'grader-bug':
      return <GraderBug id={verdict.id} message={verdict.message} />
    case 'misconception':
      return (
        <>
          <Prose prose={[...verdict.differs, ...verdict.why]} headingLevel={3} />
          {verdict.diagnostics !== undefined && <DiagnosticList diagnostics={verdict.diagnostics} text={text} onGo={onGo} />}
          {verdict.difference !== undefined && <Figures difference={verdict.difference} where={verdict.where} isReading={isReading} />}
          <DrawAgain words={subjects[subject].again} number={verdict.drawAgain} onDrawAgain={onDrawAgain} />
        </>
      )
    case 'wrong':
      return (
        <>
          <Right sentences={verdict.right} />
          <p>{verdict.first}</p>
          {verdict.why === undefined ? null : <p>{verdict.why}</p>}
          <DifferenceView difference={verdict.difference} isReading={isReading} />
          <DrawAgain words={subjects[subject].again} number={verdict.drawAgain} onDrawAgain={onDrawAgain} />
        </>
      )
    case 'passes-visible-fails-hidden':
      return (
        <>
          <Right sentences={verdict.right} />
          <p>{verdict.first}</p>
          {verdict.why === undefined ? null : <p>{verdict.why}</p>}
          {!tellsEvery(verdict.lines, verdict.difference) && (
            <ShownLines label={verdict.lines.length === 1 ? 'A line of another log' : 'Lines of another log'} lines={verdict.lines} />
          )}
          <DifferenceView difference={verdict.difference} isReading={isReading} />
        </>
      )
    case 'pass':
      return (
        <>
          <PassDetails verdict={verdict} language={subject} isReading={isReading} />
          <DrawAgain words={subjects[subject].again} number={verdict.drawAgain} onDrawAgain={onDrawAgain} />
        </>
      )
    default:
      return never(verdict)
  }
}

/** The difference shows those very lines itself. */
const tellsEvery = (lines: readonly ShownLine[], difference: Difference): boolean =>
  difference.kind === 'events' && lines.length === difference.events.length

function Right({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return <p className={styles.right}>{sentences.join(' ')}</p>
}

const elsewhere: Readonly<Record<Exclude<Difference['kind'], 'nights'>, string>> = {
  rows: 'From another log, not the one on screen',
  events: 'From another log, not the one on screen',
  readings: 'From another log, not the one on screen',
  panel: 'On other days, not the one on screen',
  states: 'On other days, not the one on screen',
  choices: 'On other days, not the one on screen',
  tables: 'From another log, not the one on screen',
  marks: 'From another log, not the one on screen',
  claim: 'From another log, not the one on screen',
}

type FiguresProps = { readonly difference: Difference; readonly where: 'here' | 'elsewhere'; readonly isReading: boolean }

/** The words say the first thing that differs; rows stand beside them as figures, lines are folded. A learner must not look on screen for what is not there. */
function Figures({ difference, where, isReading }: FiguresProps) {
  if (difference.kind === 'readings') return null
  const note = where === 'elsewhere' && difference.kind !== 'nights' ? elsewhere[difference.kind] : undefined
  if (difference.kind !== 'events') {
    return (
      <div className={styles.figures}>
        {note !== undefined && <p className={styles.where}>{note}</p>}
        <DifferenceView difference={difference} isReading={isReading} />
      </div>
    )
  }
  return (
    <details className={styles.details}>
      <summary>{note ?? 'Every line that differs'}</summary>
      <DifferenceView difference={difference} isReading={isReading} />
    </details>
  )
}

function EngineError({
  message,
  range,
  onGo,
}: {
  readonly message: string
  readonly range: TextRange | undefined
  readonly onGo: (range: TextRange) => void
}) {
  return (
    <>
      <p>{message}</p>
      {range !== undefined && (
        <button type="button" className={styles.go} onClick={() => onGo(range)}>
          Go to it
        </button>
      )}
    </>
  )
}

/** `targets.0.statistic` is the statistic of query A, as the editor calls it. */
const memberWords = (member: string): string =>
  member.replace(/^targets\.(\d+)\.(\w+)$/, (_, at: string, name: string) => `Query ${String.fromCharCode(65 + Number(at))}, ${name}`)

/** The sentences stand at the fields too. */
function FormProblems({ problems }: { readonly problems: readonly FieldProblem[] }) {
  return (
    <ul className={styles.notes}>
      {problems.map(({ member, says }) => (
        <li key={`${member} ${says}`}>
          <code>{memberWords(member)}</code>: {says}
        </li>
      ))}
    </ul>
  )
}

function GraderBug({ id, message }: { readonly id: string; readonly message: string }) {
  return (
    <>
      <p>That is our mistake, not yours: it does not count, and you may go on.</p>
      <details className={styles.details}>
        <summary>What happened</summary>
        <p>
          {id}: {message}
        </p>
      </details>
    </>
  )
}

type DrawAgainProps = { readonly words: string; readonly number: number | undefined; readonly onDrawAgain: (number: number) => void }

function DrawAgain({ words, number, onDrawAgain }: DrawAgainProps) {
  if (number === undefined) return null
  return (
    <p>
      <button type="button" className={styles.again} onClick={() => onDrawAgain(number)}>
        {words}
      </button>
    </p>
  )
}
