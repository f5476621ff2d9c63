import IconMenu2 from '@tabler/icons-react/icons/IconMenu2'
import IconX from '@tabler/icons-react/icons/IconX'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import controls from '#ui/theme/controls.module.css'
import { hrefTo } from '../location.ts'
import { Logo } from './Logo.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import { ZoneSwitch } from './ZoneSwitch.tsx'
import styles from './TopBar.module.css'

const places = [
  { path: '/', title: 'Workbook', under: '/exercises/' },
  { path: '/slides/monitoring', title: 'Slides', under: '/slides/' },
  { path: '/logs', title: 'Logs', under: '/logs' },
  { path: '/consoles', title: 'Consoles', under: '/consoles/' },
]

export function TopBar() {
  const [path] = useLocation()
  // the menu belongs to the page it was opened on
  const [openAt, setOpenAt] = useState<string>()
  const open = openAt === path
  const bar = useRef<HTMLElement>(null)
  const menuButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && bar.current?.contains(event.target) !== true) setOpenAt(undefined)
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpenAt(undefined)
      menuButton.current?.focus()
    }
    addEventListener('pointerdown', outside)
    addEventListener('keydown', escape)
    return () => {
      removeEventListener('pointerdown', outside)
      removeEventListener('keydown', escape)
    }
  }, [open])
  return (
    <header ref={bar} className={styles.bar}>
      <a href={hrefTo('/')} className={styles.brand}>
        <Logo />
        <span>Watchkeeper</span>
      </a>
      <nav id="places" aria-label="Workbook" className={open ? `${styles.places} ${styles.open}` : styles.places}>
        {places.map((place) => (
          <a key={place.path} href={hrefTo(place.path)} aria-current={isHere(path, place) ? 'page' : undefined}>
            {place.title}
          </a>
        ))}
      </nav>
      <span className={styles.space} />
      <ZoneSwitch />
      <button
        ref={menuButton}
        type="button"
        className={`${controls.button} ${controls.small} ${styles.menu}`}
        aria-expanded={open}
        aria-controls="places"
        onClick={() => setOpenAt(open ? undefined : path)}
      >
        {open ? <IconX size={18} stroke={1.8} aria-hidden /> : <IconMenu2 size={18} stroke={1.8} aria-hidden />}
        Menu
      </button>
      <ThemeSwitch />
    </header>
  )
}

const isHere = (path: string, place: { readonly path: string; readonly under: string }): boolean =>
  path === place.path || path.startsWith(place.under)
