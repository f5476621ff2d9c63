import type { ChoicesDifference } from '#grading/verdict.ts'
import type { Checking } from '../../desk/use-checking.ts'
import { Shelves } from '../sort/Shelves.tsx'
import styles from '../Workspace.module.css'
import type { WorkspaceProps } from '../workspace-props.ts'

/** Sort: cards are put on shelves, by drag, by tap or by keys. */
export function SortWorkspace({ desk, checking, checkButton }: WorkspaceProps) {
  const { items = [] } = desk.drawing
  const places = desk.answer.kind === 'choices' ? desk.answer.choices : []
  const put = (card: number, shelf: string | null) =>
    desk.setAnswer({ kind: 'choices', choices: items.map((_, at) => (at === card ? shelf : (places[at] ?? null))) })
  return (
    <div className={styles.stack}>
      <Shelves
        cards={items.map(({ question }) => question)}
        shelves={items[0]?.options ?? []}
        places={items.map((_, at) => places[at] ?? null)}
        outcome={outcomeOf(checking)}
        onPut={put}
      />
      <div className={styles.bar}>
        {checkButton}
        <output className={styles.count}>
          {places.filter((shelf) => shelf !== null).length} of {items.length} sorted
        </output>
      </div>
    </div>
  )
}

function outcomeOf({ judged }: Checking): ChoicesDifference | undefined {
  const verdict = judged?.verdict
  return verdict !== undefined && 'difference' in verdict && verdict.difference?.kind === 'choices' ? verdict.difference : undefined
}
