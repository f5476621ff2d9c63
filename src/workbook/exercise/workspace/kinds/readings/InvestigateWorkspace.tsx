import { useState } from 'react'
import type { ClaimConsole, ClaimPart, JournalEntry } from '#grading/exercise.ts'
import { invariant } from '#lib/invariant.ts'
import { Tabs } from '#ui/kit/Tabs.tsx'
import { ClaimForm } from '../../investigate/ClaimForm.tsx'
import { ClaimPane } from '../../investigate/ClaimPane.tsx'
import investigate from '../../investigate/Investigate.module.css'
import { JournalList } from '../../investigate/JournalList.tsx'
import type { WorkspaceProps } from '../../workspace-props.ts'

const titles: Readonly<Record<ClaimConsole, string>> = { logs: 'Log events', insights: 'Logs Insights', metrics: 'Metrics' }

/** More questions than these nobody asks on purpose. */
const mostKept = 200

/** Investigate: the consoles, a journal of what was asked of them, and the claim it all leads to. */
export function InvestigateWorkspace(props: WorkspaceProps) {
  const { desk, checkButton } = props
  const { drawing, answer, setAnswer } = desk
  const { claim: asked } = drawing
  invariant(asked !== undefined && answer.kind === 'claim', `cannot investigate ${desk.exercise.id}: it asks for no claim`)
  const { claim, journal, evidence } = answer
  const [shown, setShown] = useState<ClaimConsole>(asked.consoles.includes('insights') ? 'insights' : 'logs')
  const [texts, setTexts] = useState<Readonly<Partial<Record<ClaimConsole, string>>>>({})
  const say = (part: ClaimPart, text: string) => setAnswer({ ...answer, claim: { ...claim, [part]: text } })
  const note = (entries: readonly JournalEntry[]) => {
    const known = new Set(journal.map((entry) => JSON.stringify(entry)))
    const fresh = entries.filter((entry) => entry.text.trim() !== '' && !known.has(JSON.stringify(entry)))
    if (fresh.length > 0) setAnswer({ ...answer, journal: [...journal, ...fresh].slice(0, mostKept) })
  }
  const cite = (at: number, isCited: boolean) =>
    setAnswer({ ...answer, evidence: isCited ? [...evidence, at] : evidence.filter((other) => other !== at) })
  return (
    <div className={investigate.page}>
      <div className={investigate.desk}>
        <section className={investigate.consoles} aria-label="The consoles">
          <Tabs
            label="Consoles"
            selected={shown}
            onSelect={(id) => setShown(asked.consoles.find((console) => console === id) ?? shown)}
            items={asked.consoles.map((console) => ({
              id: console,
              label: titles[console],
              content: (
                <ClaimPane
                  {...props}
                  shown={console}
                  text={texts[console] ?? ''}
                  onTextChange={(text) => setTexts({ ...texts, [console]: text })}
                  onAsked={note}
                />
              ),
            }))}
          />
        </section>
        <div className={investigate.side}>
          <ClaimForm asked={asked} claim={claim} onSay={say} />
          {checkButton === undefined ? null : <div className={investigate.check}>{checkButton}</div>}
          <JournalList asked={asked} journal={journal} evidence={evidence} titles={titles} onCite={cite} />
        </div>
      </div>
    </div>
  )
}
