import type { PanelDifference } from '#grading/verdict.ts'
import { OutcomeLine } from './OutcomeLine.tsx'
import styles from './OutcomeLine.module.css'

/** A panel: its lines, then its rules, each met or not. */
export function RulesList({ difference: { series, rules } }: { readonly difference: PanelDifference }) {
  return (
    <ul className={styles.list}>
      {series.map((one, at) => (
        <OutcomeLine key={`series ${at}`} isRight={one.state === 'right'}>
          {one.label === undefined ? null : (
            <>
              <strong>{one.label}</strong>{' '}
            </>
          )}
          {one.says}
        </OutcomeLine>
      ))}
      {rules.map((rule) => (
        <OutcomeLine key={rule.rule} isRight={rule.isMet}>
          {rule.says}
        </OutcomeLine>
      ))}
    </ul>
  )
}
