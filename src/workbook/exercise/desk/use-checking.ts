import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Answer } from '#grading/exercise.ts'
import type { Verdict } from '#grading/verdict.ts'
import { useOpenCloud } from '../../cloud.ts'
import type { Desk } from './use-desk.ts'

/** A verdict, and the answer it was given on. */
export type Judged = { readonly turn: number; readonly verdict: Verdict; readonly answer: Answer }

export type Checking = {
  readonly isChecking: boolean
  readonly judged: Judged | undefined
  check(): void
  dismiss(): void
}

const isAttempt = (verdict: Verdict): boolean =>
  verdict.kind === 'wrong' ||
  verdict.kind === 'passes-visible-fails-hidden' ||
  (verdict.kind === 'misconception' && verdict.diagnostics === undefined)

/** Asks the grader about what is on the desk; one question at a time. */
export function useChecking(desk: Desk): Checking {
  const openCloud = useOpenCloud()
  const [judged, setJudged] = useState<Judged>()
  const [isChecking, setChecking] = useState(false)
  const asked = useRef(0)
  const { exercise, number, answer } = desk

  const check = async () => {
    if (isChecking) return
    const turn = ++asked.current
    setChecking(true)
    const verdict = await ask(openCloud, { exercise: exercise.id, drawing: number, answer })
    if (turn !== asked.current) return
    setChecking(false)
    if (verdict.kind === 'pass') desk.markDone()
    else if (isAttempt(verdict)) desk.countAttempt()
    setJudged({ turn, verdict, answer })
  }
  const forget = useEffectEvent(() => {
    asked.current++
    setChecking(false)
    setJudged(undefined)
  })
  useEffect(() => () => forget(), [exercise.id, number])

  const [atFirst] = useState(answer)
  const isTouched = JSON.stringify(answer) !== JSON.stringify(atFirst)
  useEffect(() => {
    if (isTouched) void prepare(openCloud, { exercise: exercise.id, drawing: number })
  }, [isTouched, openCloud, exercise.id, number])
  return { isChecking, judged, check: () => void check(), dismiss: () => setJudged(undefined) }
}

type Question = Parameters<Awaited<ReturnType<ReturnType<typeof useOpenCloud>>>['grader']['grade']>[0]

/** The worlds of the check are made while the answer is written; what goes wrong here the check itself will say. */
async function prepare(openCloud: ReturnType<typeof useOpenCloud>, question: Omit<Question, 'answer'>): Promise<void> {
  await openCloud().then(
    (cloud) => cloud.grader.prepare(question),
    () => undefined,
  )
}

/** A grader that breaks is our fault and never the learner's: they may go on. */
async function ask(openCloud: ReturnType<typeof useOpenCloud>, question: Question): Promise<Verdict> {
  try {
    return await (await openCloud()).grader.grade(question)
  } catch (error) {
    return { kind: 'grader-bug', id: question.exercise, message: error instanceof Error ? error.message : String(error) }
  }
}
