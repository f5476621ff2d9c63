import type { Prose as ProseText } from '#lib/text/prose.ts'
import { lazy, Suspense } from 'react'
import { CodeBlock } from '#ui/prose/CodeBlock.tsx'
import { Prose } from '#ui/prose/Prose.tsx'
import styles from './VerdictPanel.module.css'

const ColouredCode = lazy(async () => ({ default: (await import('#ui/prose/ColouredCode.tsx')).ColouredCode }))

type WorkedProps = { readonly title: string; readonly language: string; readonly text: string; readonly why: ProseText }

/** A solution and why it works, folded until it is asked for. */
export function Worked({ title, language, text, why }: WorkedProps) {
  return (
    <details className={styles.worked}>
      <summary>{title}</summary>
      <Suspense fallback={<CodeBlock text={text} />}>
        <ColouredCode language={language} text={text} />
      </Suspense>
      <Prose prose={why} headingLevel={3} />
    </details>
  )
}
