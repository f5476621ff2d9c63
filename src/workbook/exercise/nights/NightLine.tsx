import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import IconMoon from '@tabler/icons-react/icons/IconMoon'
import type { ReactNode } from 'react'
import type { NightReport } from '#grading/verdict.ts'
import { usePreferences } from '#ui/preferences.ts'
import { isGoodNight, nightWords } from './night-words.ts'
import styles from './Nights.module.css'

type NightLineProps = {
  readonly title: string
  readonly report: NightReport | undefined
  /** Said in place of what happened, while that is not known. */
  readonly words?: string | undefined
  readonly isShown?: boolean
  readonly children?: ReactNode
}

/** A night: whether it went well, in a shape and in words. */
export function NightLine({ title, report, words, isShown = false, children }: NightLineProps) {
  const { zone } = usePreferences()
  const isGood = report !== undefined && isGoodNight(report)
  const Icon = report === undefined ? IconMoon : isGood ? IconCheck : IconAlertTriangle
  return (
    <li className={styles.night} data-shown={isShown || undefined} data-outcome={report === undefined ? 'none' : isGood ? 'good' : 'bad'}>
      <Icon className={styles.icon} size={20} stroke={1.8} aria-hidden />
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        <p className={styles.words}>{report === undefined ? words : nightWords(report, zone)}</p>
      </div>
      {children}
    </li>
  )
}
