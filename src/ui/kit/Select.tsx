import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import styles from './Select.module.css'

export type SelectOption = { readonly id: string; readonly label: string; readonly detail?: string }

type SelectProps = {
  /** What is chosen here; said, not shown. */
  readonly label: string
  readonly options: readonly SelectOption[]
  readonly selected: string
  onSelect(id: string): void
  readonly isDisabled?: boolean
  readonly isMono?: boolean
}

/** One of several, in a list that opens. */
export function Select({ label, options, selected, onSelect, isDisabled = false, isMono = false }: SelectProps) {
  return (
    <AriaSelect
      aria-label={label}
      className={styles.select ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => key !== null && onSelect(String(key))}
      isDisabled={isDisabled}
    >
      <Button className={styles.trigger ?? ''}>
        <SelectValue className={styles.value ?? ''}>{({ defaultChildren, selectedText }) => selectedText ?? defaultChildren}</SelectValue>
        <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={options.map((option) => ({ ...option }))}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles.item ?? ''} data-mono={isMono || undefined}>
              <IconCheck className={styles.check} size={16} stroke={1.8} aria-hidden="true" />
              <span>{option.label}</span>
              {option.detail === undefined ? null : <span className={styles.detail}>{option.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
