import { Component, type ReactNode } from 'react'
import controls from '#ui/theme/controls.module.css'
import styles from './Notice.module.css'

type ErrorBoundaryProps = { readonly children: ReactNode }
type ErrorBoundaryState = { readonly error: Error | undefined }

/** Browsers' words for a part of the site that did not arrive: offline, or the site was published anew since the page was opened. */
const isMissingPart = (error: Error): boolean =>
  /dynamically imported module|importing a module script failed|unable to preload|loading (css )?chunk/i.test(error.message)

/** What is shown in place of a page that broke. Answers are written as they are typed, so a reload loses none. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    const missing = isMissingPart(error)
    return (
      <div className={styles.notice} role="alert">
        <h1>{missing ? 'A part of the workbook did not arrive' : 'This page broke'}</h1>
        <p>
          {missing
            ? 'The connection may be gone, or the workbook was published anew while this tab was open. What you typed is kept.'
            : 'That is our mistake, not yours. What you typed is kept; a reload usually brings the page back.'}
        </p>
        <p className={styles.actions}>
          <button type="button" className={controls.primary} onClick={() => location.reload()}>
            Reload the page
          </button>
          <a className={controls.button} href="#/" onClick={() => this.setState({ error: undefined })}>
            Go home
          </a>
        </p>
        {!missing && (
          <details className={styles.details}>
            <summary>What the browser said</summary>
            <pre>{error.message}</pre>
          </details>
        )}
      </div>
    )
  }
}
