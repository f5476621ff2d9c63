import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { ColouredCode } from '#ui/prose/ColouredCode.tsx'
import { sampleSets, type SampleQuery, type SampleSet } from './sample-queries.ts'
import styles from './SampleQueriesTab.module.css'

type SampleQueriesTabProps = { onPick(query: SampleQuery, set: SampleSet): void }

/** Queries to begin with, by the kind of log; one press puts one into the editor. */
export function SampleQueriesTab({ onPick }: SampleQueriesTabProps) {
  return (
    <div className={styles.sets}>
      <Box variant="p">A press puts a query into the editor in place of what is there; it runs when you run it.</Box>
      {sampleSets.map((set, at) => (
        <ExpandableSection key={set.title} headerText={set.title} headerDescription={descriptionOf(set)} defaultExpanded={at === 0}>
          <ul className={styles.queries}>
            {set.queries.map((sample) => (
              <li key={sample.title}>
                <Button variant="inline-link" onClick={() => onPick(sample, set)}>
                  {sample.title}
                </Button>
                <ColouredCode language="insights" text={sample.query} />
              </li>
            ))}
          </ul>
        </ExpandableSection>
      ))}
    </div>
  )
}

const descriptionOf = ({ says, groups }: SampleSet): string => (groups === undefined ? says : `${says} Chooses ${groups.join(', ')}.`)
