import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { readSource, sourceOf } from './graph.ts'
import type { GraphInHand } from './use-graph.ts'

/** The graph as a metric widget's text, to be read, changed and carried away. */
export function SourceTab({ graph }: { readonly graph: GraphInHand }) {
  const text = sourceOf(graph)
  const [typed, setTyped] = useState(text)
  const [problem, setProblem] = useState<string>()
  const update = () => {
    const read = readSource(typed)
    if (typeof read === 'string') return setProblem(read)
    setProblem(undefined)
    graph.replace(read)
  }
  return (
    <SpaceBetween size="s">
      <FormField stretch label="Source" description="The metrics of a dashboard’s widget" errorText={problem}>
        <Textarea value={typed} rows={14} spellcheck={false} onChange={({ detail }) => setTyped(detail.value)} />
      </FormField>
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="primary" disabled={typed === text} onClick={update}>
          Update
        </Button>
        <Button disabled={typed === text} onClick={() => setTyped(text)}>
          Cancel
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  )
}
