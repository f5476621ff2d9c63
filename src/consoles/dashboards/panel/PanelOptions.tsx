import type { Panel } from '#lib/panel.ts'
import { Select } from '#ui/kit/Select.tsx'
import { ComboField } from '#ui/metric-query/inputs/ComboField.tsx'
import type { FieldProblem } from '#ui/metric-query/MetricQueryFields.tsx'
import { NumberField } from '#ui/metric-query/inputs/NumberField.tsx'
import { TextField } from '#ui/metric-query/inputs/TextField.tsx'
import { unitOf, UNITS } from '../units/units.ts'
import { ThresholdFields } from './ThresholdFields.tsx'
import styles from './PanelEditor.module.css'

type Options = Omit<Panel, 'targets'>

type PanelOptionsProps = {
  readonly panel: Options
  onChange(change: Options): void
  readonly problems?: readonly FieldProblem[]
}

const unitOptions = UNITS.map(({ id, name }) => ({ id, detail: name }))

/** What a panel says and shows beside its lines: title, unit, axis, legend, thresholds. */
export function PanelOptions({ panel, onChange, problems = [] }: PanelOptionsProps) {
  const { axis = {}, legend = {}, unit = '' } = panel
  const problemOf = (member: string) => problems.find((problem) => problem.member === member)?.says
  const { min, max } = axis
  const crossed = min !== undefined && max !== undefined && min >= max ? `the axis ends at ${max} before it begins at ${min}` : undefined
  return (
    <div className={styles.options}>
      <TextField
        label="Title"
        value={panel.title ?? ''}
        onCommit={(title) => onChange({ title })}
        problem={problemOf('title')}
        size="wide"
      />
      <ComboField
        label="Unit"
        value={unit}
        options={unitOptions}
        onCommit={(next) => onChange({ unit: next })}
        problem={problemOf('unit')}
        note={unit === '' || unitOf(unit) !== undefined ? unitOf(unit)?.name : `"${unit}" stands behind every figure as it is`}
        none="Any word may be typed: it stands behind every figure"
      />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Axis</legend>
        <NumberField
          label="Min"
          value={min}
          placeholder="auto"
          onChange={(next) => onChange({ axis: { ...axis, min: next } })}
          problem={problemOf('axis.min')}
        />
        <NumberField
          label="Max"
          value={max}
          placeholder="auto"
          onChange={(next) => onChange({ axis: { ...axis, max: next } })}
          problem={crossed ?? problemOf('axis.max')}
        />
        <TextField
          label="Axis label"
          value={axis.label ?? ''}
          placeholder="none"
          onCommit={(label) => onChange({ axis: { ...axis, label } })}
          problem={problemOf('axis.label')}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Legend</legend>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={legend.show ?? true}
            onChange={(event) => onChange({ legend: { ...legend, show: event.target.checked } })}
          />
          Show the legend
        </label>
        <Select
          label="Legend placement"
          options={[
            { id: 'bottom', label: 'Under the lines' },
            { id: 'right', label: 'At the right' },
          ]}
          selected={legend.placement ?? 'bottom'}
          onSelect={(placement) => onChange({ legend: { ...legend, placement: placement === 'right' ? 'right' : 'bottom' } })}
          isDisabled={legend.show === false}
        />
        {problemOf('legend') === undefined ? null : <p className={styles.problem}>{problemOf('legend')}</p>}
      </fieldset>
      <ThresholdFields
        thresholds={panel.thresholds ?? []}
        onChange={(thresholds) => onChange({ thresholds })}
        problem={problemOf('thresholds')}
      />
    </div>
  )
}
