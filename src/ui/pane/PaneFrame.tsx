import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from '#ui/kit/Button.tsx'
import { Kbd } from '#ui/kit/Kbd.tsx'
import { FullConsoleLink, type FullConsoleLinkProps } from './FullConsoleLink.tsx'
import type { PaneProps } from './pane-props.ts'
import styles from './PaneFrame.module.css'

type PaneFrameProps = {
  /** The product's own name for what is shown. */
  readonly title: string
  readonly variant: PaneProps['variant']
  readonly source: ReactNode
  readonly aside?: ReactNode
  /** Where the pane's state is shown by the product's own screen. */
  readonly fullConsole?: FullConsoleLinkProps
  readonly editor: ReactNode
  readonly actions?: ReactNode
  /** One line about the last run. */
  readonly status: ReactNode
  readonly isRunning: boolean
  /** Left out where everything is shown as it is changed: then there is no Run button. */
  onRun?(): void
  onCancel?(): void
  onCheck?(): void
  readonly children: ReactNode
}

/** The frame of every slim pane: source bar, editor, run bar, results. */
export function PaneFrame(props: PaneFrameProps) {
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
    event.preventDefault()
    if (event.shiftKey) props.onCheck?.()
    else props.onRun?.()
  }
  return (
    // The shortcuts work from anywhere in the pane; every one of them has a button beside it.
    // A region and not a <section>: reveal.js takes every <section> on a slide for a slide of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role
    <div role="region" className={styles.frame} data-variant={props.variant} data-keys="own" aria-label={props.title} onKeyDown={keys}>
      <div className={styles.source}>
        {props.source}
        <div className={styles.aside}>
          <span className={styles.title}>{props.title}</span>
          {props.fullConsole && <FullConsoleLink {...props.fullConsole} />}
          {props.aside}
        </div>
      </div>
      <div className={styles.editor}>{props.editor}</div>
      <div className={styles.bar}>
        <div className={styles.actions}>
          {props.actions}
          {props.onRun === undefined ? null : props.isRunning ? (
            <Button onClick={props.onCancel}>Cancel</Button>
          ) : (
            <Button onClick={props.onRun} aria-keyshortcuts="Control+Enter Meta+Enter">
              Run <Kbd keys="mod+Enter" />
            </Button>
          )}
        </div>
        <output className={styles.status}>{props.status}</output>
      </div>
      {props.variant === 'slide' ? (
        // On a slide the lines do not open, so the list itself must take the keys that scroll it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
        <div role="group" aria-label="Results" tabIndex={0} className={styles.results}>
          {props.children}
        </div>
      ) : (
        <div className={styles.results}>{props.children}</div>
      )}
    </div>
  )
}
