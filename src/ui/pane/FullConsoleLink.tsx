import IconArrowUpRight from '@tabler/icons-react/icons/IconArrowUpRight'
import { fullConsoleHref, type ConsoleParameters, type FullConsole, type PaneOrigin } from './full-console.ts'
import styles from './FullConsoleLink.module.css'

export type FullConsoleLinkProps = {
  readonly console: FullConsole
  /** Nothing is shown without it. */
  readonly origin: PaneOrigin | undefined
  readonly parameters: ConsoleParameters
}

/** From a slim pane to the product's own screen, in the same state. */
export function FullConsoleLink({ console, origin, parameters }: FullConsoleLinkProps) {
  if (origin === undefined) return null
  return (
    <a className={styles.link} href={fullConsoleHref(console, origin, parameters)}>
      Open in the full console
      <IconArrowUpRight size={16} stroke={1.8} aria-hidden="true" />
    </a>
  )
}
