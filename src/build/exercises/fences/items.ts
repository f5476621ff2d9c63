import { createRandom, hash } from '#lib/random.ts'
import { unknownWord } from '../../located-yaml.ts'
import type { Problem } from '../../prose.ts'
import type { Fence } from '../cut.ts'

export type AskedItem = { readonly question: string; readonly right: string; readonly options: readonly string[] }

/** `How many calls failed? => Errors Sum | Errors Average`: the first option is right; `order` names the shuffle. */
export function readItems(fence: Fence, order: string, problems: Problem[]): readonly AskedItem[] {
  const items: AskedItem[] = []
  for (const [at, written] of fence.text.split('\n').entries()) {
    if (written.trim() === '') continue
    const line = fence.line + 1 + at
    const arrow = written.indexOf('=>')
    const question = written.slice(0, Math.max(0, arrow)).trim()
    const options = written
      .slice(arrow + 2)
      .split('|')
      .map((option) => option.trim())
    const [right = ''] = options
    const message = itemProblem(question, arrow, options, items)
    if (message !== undefined) problems.push({ line, message })
    else items.push({ question, right, options: shuffle(options, `${order} ${question}`) })
  }
  if (items.length === 0) problems.push({ line: fence.line, message: 'expected a question a line, "question => right | wrong | wrong"' })
  return items
}

/** `card => shelf`, a line each: every card with all the shelves, in the order in which these first stand; `order` names the shuffle of the cards. */
export function readCards(fence: Fence, order: string, problems: Problem[]): readonly AskedItem[] {
  const cards: { readonly question: string; readonly right: string }[] = []
  for (const [at, written] of fence.text.split('\n').entries()) {
    if (written.trim() === '') continue
    const line = fence.line + 1 + at
    const [card = '', shelf = '', ...more] = written.split('=>').map((part) => part.trim())
    if (card === '' || shelf === '' || more.length > 0) problems.push({ line, message: 'expected "card => shelf"' })
    else if (cards.some(({ question }) => question === card)) problems.push({ line, message: `the card "${card}" stands here twice` })
    else cards.push({ question: card, right: shelf })
  }
  const shelves = [...new Set(cards.map(({ right }) => right))]
  if (shelves.length < 2 || shelves.length > 6)
    problems.push({ line: fence.line, message: `expected cards for two to six shelves, found ${shelves.length}` })
  return shuffle(cards, order, 'cards').map((card) => ({ ...card, options: shelves }))
}

function itemProblem(question: string, arrow: number, options: readonly string[], before: readonly AskedItem[]): string | undefined {
  if (arrow < 0) return 'expected "question => right | wrong | wrong", found no "=>"'
  if (question === '') return 'expected a question before "=>"'
  if (options.some((option) => option === '')) return 'expected an option on either side of each "|"'
  if (options.length < 2) return 'expected at least two options, the right one first'
  if (new Set(options).size < options.length) return 'one option stands here twice'
  return before.some((item) => item.question === question) ? `"${question}" is asked twice` : undefined
}

export function shuffle<Item>(options: readonly Item[], name: string, what = 'options'): readonly Item[] {
  const random = createRandom(hash(name, what))
  const left = [...options]
  const shown: Item[] = []
  while (left.length > 0) shown.push(...left.splice(random.below(left.length), 1))
  return shown
}

/** `Errors Average`, or with its question where the option is right elsewhere: `How many failed? => Errors Average`. */
export function readChoice(
  title: string,
  line: number,
  items: readonly AskedItem[],
  problems: Problem[],
): { readonly question?: string; readonly option: string } {
  const arrow = title.indexOf('=>')
  const option = title.slice(arrow < 0 ? 0 : arrow + 2).trim()
  const question = arrow < 0 ? undefined : title.slice(0, arrow).trim()
  const asked = question === undefined ? items : items.filter((item) => item.question === question)
  const wrong = asked.flatMap((item) => item.options.filter((one) => one !== item.right))
  if (question !== undefined && asked.length === 0)
    problems.push({
      line,
      message: unknownWord(
        'question',
        question,
        items.map((item) => item.question),
      ),
    })
  else if (!wrong.includes(option)) problems.push({ line, message: unknownWord('wrong option', option, [...new Set(wrong)]) })
  return question === undefined ? { option } : { question, option }
}
