import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { Field } from './Field.tsx'
import styles from '../MetricQuery.module.css'

export type ComboOption = { readonly id: string; readonly detail?: string }

type ComboFieldProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly ComboOption[]
  /** Chosen from the list or typed; comes when the field is left, not with every key. */
  onCommit(text: string): void
  readonly problem?: string | undefined
  readonly note?: string | undefined
  /** Said where the list is empty. */
  readonly none?: string
  readonly isDisabled?: boolean
  readonly isLabelHidden?: boolean
  readonly size?: 'narrow' | 'normal' | 'wide'
}

type Draft = { readonly of: string; readonly text: string }

/** One of several in a list that opens, or a text of one's own. */
export function ComboField({ label, value, options, onCommit, problem, note, none, isDisabled = false, ...look }: ComboFieldProps) {
  const [draft, setDraft] = useState<Draft>()
  const id = useId()
  const text = draft?.of === value ? draft.text : value
  const commit = (next: string) => {
    setDraft(undefined)
    if (next !== value) onCommit(next)
  }
  const enter = (event: KeyboardEvent) => {
    // Enter on an option of the list takes that option
    const isOnOption = event.target instanceof HTMLElement && event.target.hasAttribute('aria-activedescendant')
    if (event.key === 'Enter' && !isOnOption && text.trim() !== value) commit(text.trim())
  }
  const isSearch = text !== value && !options.some((option) => option.id === text)
  const wanted = text.trim().toLowerCase()
  const shown = isSearch ? options.filter((option) => `${option.id} ${option.detail ?? ''}`.toLowerCase().includes(wanted)) : options
  return (
    <Field label={label} problem={problem} note={note} id={id} isLabelHidden={look.isLabelHidden ?? false}>
      <ComboBox
        aria-label={label}
        aria-describedby={problem === undefined && note === undefined ? undefined : id}
        className={styles.combo ?? ''}
        data-size={look.size ?? 'normal'}
        items={shown.map((option) => ({ ...option }))}
        inputValue={text}
        onInputChange={(typed) => setDraft({ of: value, text: typed })}
        selectedKey={options.some((option) => option.id === value) ? value : null}
        onSelectionChange={(key) => key !== null && commit(String(key))}
        onBlur={() => commit(text.trim())}
        onKeyDown={enter}
        allowsCustomValue
        allowsEmptyCollection={none !== undefined}
        isDisabled={isDisabled}
        isInvalid={problem !== undefined}
        menuTrigger="input"
      >
        <div className={styles.control} data-invalid={problem === undefined ? undefined : true} data-disabled={isDisabled || undefined}>
          <Input className={styles.input ?? ''} spellCheck={false} autoComplete="off" autoCapitalize="off" />
          {isDisabled ? null : (
            <Button className={styles.open ?? ''} aria-label={`Show ${label}`}>
              <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
            </Button>
          )}
        </div>
        <Popover className={styles.popover ?? ''} offset={4}>
          <ListBox<ComboOption> className={styles.list ?? ''} renderEmptyState={() => <p className={styles.none}>{none}</p>}>
            {(option) => (
              <ListBoxItem id={option.id} textValue={option.id} className={styles.item ?? ''}>
                <span className={styles.text}>{option.id}</span>
                {option.detail === undefined ? null : <span className={styles.detail}>{option.detail}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </Field>
  )
}
