import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight'
import IconFileUpload from '@tabler/icons-react/icons/IconFileUpload'
import IconPresentationAnalytics from '@tabler/icons-react/icons/IconPresentationAnalytics'
import { useState, type DragEvent } from 'react'
import { hrefTo, navigate } from '../location.ts'
import { carryFiles } from '../own-logs/carried-files.ts'
import styles from './Tiles.module.css'

/** What there is besides exercises: the talk, and a place for one's own logs. */
export function Tiles() {
  return (
    <div className={styles.tiles}>
      <a href={hrefTo('/slides/monitoring')} className={styles.tile}>
        <span className={styles.icon}>
          <IconPresentationAnalytics size={22} stroke={1.8} aria-hidden />
        </span>
        <span className={styles.words}>
          <strong>Open the slides</strong>
          <span>The talk, with a live log pane in it.</span>
        </span>
        <IconArrowRight size={20} stroke={1.8} aria-hidden />
      </a>
      <OwnLogsTile />
    </div>
  )
}

function OwnLogsTile() {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    carryFiles([...event.dataTransfer.files])
    navigate('/logs')
  }
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <a
      href={hrefTo('/logs')}
      className={`${styles.tile} ${styles.target} ${over ? styles.over : ''}`}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className={styles.icon}>
        <IconFileUpload size={22} stroke={1.8} aria-hidden />
      </span>
      <span className={styles.words}>
        <strong>Look at your own logs</strong>
        <span>Drop a file here; nothing leaves this tab.</span>
      </span>
      <IconArrowRight size={20} stroke={1.8} aria-hidden />
    </a>
  )
}
