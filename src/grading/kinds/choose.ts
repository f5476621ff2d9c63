import { parseStatistic } from '#lib/metric/statistic.ts'
import { SECOND } from '#lib/time.ts'
import type { Bench } from '../bench.ts'
import { misconception } from '../feedback/misconception.ts'
import type { ChoiceMarking, Wrong } from '../marking.ts'
import { plain } from '../nights/why.ts'
import { count } from '../results/explain.ts'
import type { ChoicesDifference, Verdict } from '../verdict.ts'

type Asked = ChoiceMarking['items'][number]

/** Marks what was picked; which option is right is never told, only which question stays open. */
export async function gradeChoices(bench: Bench, picked: readonly (string | null)[]): Promise<Verdict> {
  const { items } = choiceMarking(bench)
  const chosen = items.map((item, at) => item.options.find((option) => option === picked[at]) ?? null)
  const words = wordsOf[bench.marking.kind === 'sort' ? 'sort' : 'choose']
  if (chosen.every((option) => option === null)) return { kind: 'empty', message: words.empty }
  const difference = await differenceOf(bench, chosen)
  const right = difference.questions.filter((question) => question.isRight).length
  if (right === items.length)
    return { kind: 'pass', title: `Right: all ${count(items.length, words.noun)}`, notes: [], after: bench.drawn.after, difference }
  const at = difference.questions.findIndex((question) => question.chosen !== null && !question.isRight)
  const known = recognise(bench, items[at], chosen[at] ?? null)
  if (known !== undefined) {
    const [program] = known.programs
    if (program !== undefined)
      return misconception({ wrong: known, program, figures: await figures(bench, items[at], chosen[at] ?? ''), where: 'here', difference })
  }
  return wrong(difference, right, at, words)
}

export function choiceMarking({ marking, drawn }: Bench): ChoiceMarking {
  if (drawn.choice === undefined) throw new Error(`cannot mark ${marking.id}: it has no questions`)
  return drawn.choice
}

async function differenceOf(bench: Bench, chosen: readonly (string | null)[]): Promise<ChoicesDifference> {
  const { items } = choiceMarking(bench)
  const questions: ChoicesDifference['questions'][number][] = []
  for (const [at, { question, right }] of items.entries()) {
    const option = chosen[at] ?? null
    const value = option === null ? undefined : await valueOf(bench, option)
    questions.push({ question, chosen: option, isRight: option === right, ...(value === undefined ? {} : { value }) })
  }
  return { kind: 'choices', questions }
}

/** What `Errors Sum` gives over the whole world shown; nothing where the option is no statistic of a metric. */
export async function valueOf(bench: Bench, option: string): Promise<string | undefined> {
  const { metrics } = choiceMarking(bench)
  const space = option.lastIndexOf(' ')
  const [metricName, statistic] = [option.slice(0, space), option.slice(space + 1)]
  if (metrics === undefined || space < 0 || parseStatistic(statistic) === undefined) return undefined
  const { laboratory, drawn } = bench
  const { start, end } = await laboratory.range(drawn.world)
  const [series] = await laboratory.series([{ ...metrics, metricName, statistic, period: (end - start) / SECOND }], drawn.world)
  const [point] = series?.points ?? []
  return point === undefined ? 'no datapoint' : plain(point.y)
}

function recognise({ drawn }: Bench, item: Asked | undefined, chosen: string | null): Wrong | undefined {
  if (item === undefined || chosen === null) return undefined
  const names = (wrong: Wrong, withQuestion: boolean): boolean =>
    wrong.programs.some(
      ({ choice }) => choice?.option === chosen && (withQuestion ? choice.question === item.question : choice.question === undefined),
    )
  return drawn.wrongs.find((wrong) => names(wrong, true)) ?? drawn.wrongs.find((wrong) => names(wrong, false))
}

async function figures(bench: Bench, item: Asked | undefined, chosen: string) {
  const texts = {
    'first.key': item?.question ?? '',
    'first.yours': (await valueOf(bench, chosen)) ?? chosen,
    'first.expected': (await valueOf(bench, item?.right ?? '')) ?? '',
    'rows.yours': '1',
    'rows.expected': String(choiceMarking(bench).items.length),
  }
  return { where: 'Here', texts, blocks: {} }
}

type Words = { readonly noun: string; readonly empty: string; open(questions: string): string; says(asked: Judged): string }

type Judged = ChoicesDifference['questions'][number]

const wordsOf: Readonly<Record<'choose' | 'sort', Words>> = {
  choose: {
    noun: 'question',
    empty: 'Nothing is picked yet. Commit to something; a wrong guess is how this sticks.',
    open: (questions) => `Not answered yet: ${questions}`,
    says: ({ question, chosen, value }) =>
      `"${question}" stays open: ${chosen}${value === undefined ? '' : ` gives ${value} over this time, which`} does not answer it.`,
  },
  sort: {
    noun: 'card',
    empty: 'No card is on a shelf yet. Put down the one you are surest of.',
    open: (cards) => `Not on a shelf yet: ${cards}`,
    says: ({ question, chosen }) => `"${question}" does not belong on the shelf "${chosen}".`,
  },
}

function wrong(difference: ChoicesDifference, right: number, at: number, words: Words): Verdict {
  const { questions } = difference
  const open = questions.filter((question) => question.chosen === null)
  const first = questions[at]
  const title =
    first === undefined
      ? `${open.length === 1 ? 'Close' : 'Not yet'}: ${count(open.length, words.noun)} still open`
      : right === questions.length - 1
        ? `Close: one ${words.noun} is still open`
        : `Not yet: ${right} of ${count(questions.length, words.noun)} right`
  return {
    kind: 'wrong',
    title,
    right: right === 0 ? [] : [`${right} of ${count(questions.length, words.noun)} ${right === 1 ? 'is' : 'are'} right.`],
    first:
      first === undefined ? words.open(open.map(({ question }) => question).join(words.noun === 'card' ? ', ' : ' ')) : words.says(first),
    difference,
  }
}
