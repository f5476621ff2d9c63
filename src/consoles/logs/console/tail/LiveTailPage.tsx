import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useState } from 'react'
import { Failure } from '#ui/cloudscape/Failure.tsx'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { countOf, formatCount } from '#ui/kit/counts.ts'
import type { LogsPageProps } from '../logs-page-props.ts'
import { termsIn } from './highlight.ts'
import styles from './LiveTail.module.css'
import { rateOf } from './tail-state.ts'
import { TailLines } from './TailLines.tsx'
import { TailSettings } from './TailSettings.tsx'
import { useLiveTail, type LiveTail } from './use-live-tail.ts'

const listIn = (text: string | null): readonly string[] => (text ?? '').split(',').filter((part) => part !== '')

/** Live tail: new events of some groups as they come. */
export function LiveTailPage({ console, logs, watchkeeper }: LogsPageProps) {
  const { query, onQueryChange, now } = console
  const groups = listIn(query.get('group'))
  const stream = query.get('stream')
  const [pattern, setPattern] = useState(query.get('pattern') ?? '')
  const terms = query.get('highlight') ?? ''
  const tail = useLiveTail(logs)
  const start = () => {
    onQueryChange({ pattern: pattern === '' ? undefined : pattern })
    tail.start({ groups, streams: stream === null ? [] : [stream], pattern, since: now })
  }
  useEffect(() => {
    // a link that names groups wants their events now
    if (groups.length > 0) start()
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <>
      <Header variant="h1" description="New events as they come, an update a second.">
        Live tail
      </Header>
      <Container>
        <SpaceBetween size="m">
          <TailSettings
            logs={logs}
            watchkeeper={watchkeeper}
            console={console}
            groups={groups}
            stream={stream}
            pattern={pattern}
            onGroups={(next) => onQueryChange({ group: next.join(',') || undefined, stream: undefined })}
            onStream={(next) => onQueryChange({ stream: next })}
            onPattern={setPattern}
            onStart={start}
          />
          <SpaceBetween direction="horizontal" size="xs">
            {tail.isRunning ? <Button onClick={tail.stop}>Stop</Button> : null}
            <Button variant="primary" disabled={groups.length === 0} onClick={start}>
              {tail.isRunning ? 'Start again' : 'Start'}
            </Button>
          </SpaceBetween>
        </SpaceBetween>
      </Container>
      {tail.error === undefined ? (
        <Tailed
          tail={tail}
          terms={terms}
          areGroupsShown={groups.length > 1}
          onTerms={(text) => onQueryChange({ highlight: text || undefined })}
        />
      ) : (
        <Failure title="The live tail ended" error={tail.error} onRetry={start} />
      )}
    </>
  )
}

type TailedProps = { readonly tail: LiveTail; readonly terms: string; readonly areGroupsShown: boolean; onTerms(text: string): void }

function Tailed({ tail, terms, areGroupsShown, onTerms }: TailedProps) {
  const { state, isRunning } = tail
  return (
    <Container header={<Header variant="h2">Events</Header>}>
      <div className={styles.bar}>
        <div className={styles.terms}>
          <FormField label="Highlight terms - optional" description="Parted by commas; capitals do not count.">
            <Input value={terms} spellcheck={false} autoComplete="off" onChange={({ detail }) => onTerms(detail.value)} />
          </FormField>
        </div>
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <output>{sayOf(tail)}</output>
          <Button disabled={!isRunning} onClick={state.isPaused ? tail.resume : tail.pause}>
            {state.isPaused ? 'Resume' : 'Pause'}
          </Button>
          <Button disabled={state.shown.length === 0} onClick={tail.clear}>
            Clear
          </Button>
        </SpaceBetween>
      </div>
      {state.isSampled ? <Alert type="info">More events come than can be shown: these are the newest of each second.</Alert> : null}
      {state.shown.length === 0 ? (
        <Nothing title={isRunning ? 'No event has come yet' : 'Nothing is tailed'}>
          {isRunning
            ? 'Events come while the world’s clock runs: where it stands, press Play above.'
            : 'Choose log groups and start, and their new events stand here.'}
        </Nothing>
      ) : (
        <TailLines events={state.shown} terms={termsIn(terms)} areGroupsShown={areGroupsShown} />
      )}
    </Container>
  )
}

function sayOf({ state, isRunning }: LiveTail): string {
  if (state.isPaused) return `Paused · ${countOf(state.waiting.length, 'event')} waiting`
  if (!isRunning) return state.count === 0 ? '' : `Stopped · ${countOf(state.count, 'event')} came`
  return `${countOf(state.count, 'event')} · ${formatCount(Number(rateOf(state).toFixed(1)))} events/s`
}
