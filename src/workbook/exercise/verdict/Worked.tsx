import type { Prose as ProseText } from '#lib/text/prose.ts'
import { ColouredCode } from '#ui/prose/ColouredCode.tsx'
import { Prose } from '#ui/prose/Prose.tsx'
import styles from './VerdictPanel.module.css'

type WorkedProps = { readonly title: string; readonly language: string; readonly text: string; readonly why: ProseText }

/** A solution and why it works, folded until it is asked for. */
export function Worked({ title, language, text, why }: WorkedProps) {
  return (
    <details className={styles.worked}>
      <summary>{title}</summary>
      <ColouredCode language={language} text={text} />
      <Prose prose={why} headingLevel={3} />
    </details>
  )
}
