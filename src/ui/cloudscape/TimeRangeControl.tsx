import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { DAY, HOUR, MINUTE, type Millis, type TimeRange } from '#lib/time.ts'
import { isWhole, printLength, rangeOf, type ChosenRange } from '../console/console-range.ts'
import { formatSeconds, parseTime } from '../time-range/format-time.ts'
import { useTimes } from './use-times.ts'

type TimeRangeControlProps = {
  readonly chosen: ChosenRange
  /** What the world holds. */
  readonly whole: TimeRange
  readonly now: Millis
  onChoose(chosen: ChosenRange): void
}

const lengths = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 12 * HOUR, DAY, 7 * DAY]
/** More do not fit in a line. */
const MOST_LENGTHS = 4
const WHOLE = 'whole'
const CUSTOM = 'custom'

/** The range buttons of AWS's log events: back from the world's now, all there is, or from one moment to another. */
export function TimeRangeControl({ chosen, whole, now, onChoose }: TimeRangeControlProps) {
  const { name } = useTimes()
  const [isTyping, setTyping] = useState(false)
  const selected = idOf(chosen, whole, now)
  const fitting = lengths.filter((length) => length < now - whole.start)
  const offered = fitting.filter(
    (length, at) => at >= fitting.length - MOST_LENGTHS || (chosen.kind === 'last' && chosen.length === length),
  )
  const choose = (id: string) => {
    setTyping(id === CUSTOM)
    if (id === WHOLE) onChoose({ kind: 'whole' })
    const length = offered.find((one) => String(one) === id)
    if (length !== undefined) onChoose({ kind: 'last', length })
  }
  return (
    <SpaceBetween size="xs">
      <SegmentedControl
        label="Time range"
        selectedId={isTyping ? CUSTOM : selected}
        options={[
          ...offered.map((length) => ({ id: String(length), text: printLength(length) })),
          { id: WHOLE, text: 'All' },
          { id: CUSTOM, text: `Custom (${name(now)})` },
        ]}
        onChange={({ detail }) => choose(detail.selectedId)}
      />
      {isTyping || selected === CUSTOM ? (
        <CustomRange
          key={JSON.stringify(chosen)}
          range={rangeOf(chosen, whole, now)}
          onChoose={(range) => {
            setTyping(false)
            onChoose({ kind: 'between', ...range })
          }}
        />
      ) : null}
    </SpaceBetween>
  )
}

function idOf(chosen: ChosenRange, whole: TimeRange, now: Millis): string {
  if (isWhole(chosen, whole, now)) return WHOLE
  return chosen.kind === 'last' && lengths.includes(chosen.length) && chosen.length < now - whole.start ? String(chosen.length) : CUSTOM
}

type CustomRangeProps = { readonly range: TimeRange; onChoose(range: TimeRange): void }

function CustomRange({ range, onChoose }: CustomRangeProps) {
  const { zone, name } = useTimes()
  const [from, setFrom] = useState(() => formatSeconds(range.start, zone))
  const [to, setTo] = useState(() => formatSeconds(range.end, zone))
  const [isTried, setTried] = useState(false)
  const start = parseTime(from, zone)
  const end = parseTime(to, zone)
  const wrongTo = end === undefined ? wrongTime(to) : start !== undefined && end <= start ? 'the end is not after the start' : undefined
  const apply = () => {
    setTried(true)
    if (start !== undefined && end !== undefined && start < end) onChoose({ start, end })
  }
  const field = (label: string, value: string, change: (text: string) => void, wrong: string | undefined) => (
    <FormField label={label} errorText={isTried ? wrong : undefined}>
      <Input
        value={value}
        spellcheck={false}
        autoComplete="off"
        onChange={({ detail }) => change(detail.value)}
        onKeyDown={({ detail }) => detail.key === 'Enter' && apply()}
      />
    </FormField>
  )
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="start">
      {field(`From (${name(range.start)})`, from, setFrom, start === undefined ? wrongTime(from) : undefined)}
      {field(`To (${name(range.end)})`, to, setTo, wrongTo)}
      <Box padding={{ top: 'xl' }}>
        <Button onClick={apply}>Apply</Button>
      </Box>
    </SpaceBetween>
  )
}

const wrongTime = (text: string): string => `expected a time such as 2026-03-04 14:30:00, found "${text}"`
