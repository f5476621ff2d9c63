import { useRef, type MouseEvent, type ReactNode } from 'react'
import { TopBar } from './TopBar.tsx'
import styles from './Shell.module.css'

/** The frame of every page but the presenter's: skip link, top bar, and the page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const main = useRef<HTMLElement>(null)
  const skip = (event: MouseEvent) => {
    // the hash is the route, so the link's own jump would leave the page
    event.preventDefault()
    main.current?.focus()
  }
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip} onClick={skip}>
        Skip to the page
      </a>
      <TopBar />
      <main ref={main} id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}
