import type { ReactNode } from 'react'
import { Tab as AriaTab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { formatCount } from './counts.ts'
import styles from './Tabs.module.css'

export type TabItem = { readonly id: string; readonly label: string; readonly count?: number; readonly content: ReactNode }

type TabsProps = {
  readonly label: string
  readonly items: readonly TabItem[]
  readonly selected: string
  onSelect(id: string): void
  /** Stands at the end of the row of tabs. */
  readonly end?: ReactNode
}

/** Tabs over panels; only the chosen panel is drawn. */
export function Tabs({ label, items, selected, onSelect, end }: TabsProps) {
  return (
    <AriaTabs className={styles.tabs ?? ''} selectedKey={selected} onSelectionChange={(key) => onSelect(String(key))}>
      <div className={styles.row}>
        <TabList aria-label={label} className={styles.list ?? ''}>
          {items.map((item) => (
            <AriaTab key={item.id} id={item.id} className={styles.tab ?? ''}>
              {item.label} {item.count === undefined ? null : <span className={styles.count}>{formatCount(item.count)}</span>}
            </AriaTab>
          ))}
        </TabList>
        {end}
      </div>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className={styles.panel ?? ''}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
