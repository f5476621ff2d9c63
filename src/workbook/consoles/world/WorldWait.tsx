import controls from '#ui/theme/controls.module.css'
import { hrefTo } from '../../location.ts'
import notice from '../../shell/Notice.module.css'
import { PageHeading } from '../../shell/PageHeading.tsx'
import type { WorldAsked } from './world-asked.ts'
import styles from './WorldWait.module.css'

type OpeningWorldProps = { readonly title: string; readonly done?: number; readonly total?: number; cancel?(): void }

/** While a world is made; its parts appear only where it takes a while. */
export function OpeningWorld({ title, done = 0, total = 0, cancel }: OpeningWorldProps) {
  const minutes = (millis: number): number => Math.floor(millis / 60_000)
  return (
    <div className={`${notice.notice} ${styles.wait}`}>
      <PageHeading title={title}>Opening the world</PageHeading>
      <p>
        <output>
          {total > 0
            ? `It is being played up to its clock: ${minutes(done)} of ${minutes(total)} minutes.`
            : 'It is being played up to its clock.'}
        </output>
      </p>
      {total > 0 ? <progress className={styles.progress} max={total} value={done} aria-label="Played so far" /> : null}
      <p className={notice.actions}>
        <button type="button" className={controls.button} onClick={cancel}>
          Cancel
        </button>
      </p>
    </div>
  )
}

export const WorldCancelled = ({ onRetry }: { onRetry(): void }) => (
  <div className={notice.notice}>
    <PageHeading title="Cancelled">The world was not opened</PageHeading>
    <p>You cancelled it. Nothing of yours is lost.</p>
    <p className={notice.actions}>
      <button type="button" className={controls.primary} onClick={onRetry}>
        Open it after all
      </button>
      <a className={controls.button} href={hrefTo('/consoles')}>
        See the consoles
      </a>
    </p>
  </div>
)

type WorldFailedProps = { readonly asked: WorldAsked; readonly message: string; readonly href: string; onRetry(): void }

/** A world that cannot be opened, and the ways on from there. */
export function WorldFailed({ asked, message, href, onRetry }: WorldFailedProps) {
  if (asked.kind === 'account') return <WorldGone account={asked.account} href={href} />
  return (
    <div className={notice.notice} role="alert">
      <PageHeading title="Not opened">This world did not open</PageHeading>
      <p>{message}</p>
      <p className={notice.actions}>
        <button type="button" className={controls.button} onClick={onRetry}>
          Try again
        </button>
        {asked.kind === 'open' ? null : <OpenWorldLink href={href} />}
      </p>
    </div>
  )
}

/** An account number says nothing of what its world was made of. */
const WorldGone = ({ account, href }: { readonly account: string; readonly href: string }) => (
  <div className={notice.notice}>
    <PageHeading title="Not open any more">This world is not open any more</PageHeading>
    <p>
      Account {account} lived in the tab it was opened in: a reload ends it, and a dropped log file is not kept. Open its page again and
      come back from there.
    </p>
    <p className={notice.actions}>
      <OpenWorldLink href={href} />
    </p>
  </div>
)

export const BrokenLink = ({ why, href }: { readonly why: string; readonly href: string }) => (
  <div className={notice.notice}>
    <PageHeading title="Broken link">This link is broken</PageHeading>
    <p>It asks for a world that cannot be read: {why}.</p>
    <p className={notice.actions}>
      <OpenWorldLink href={href} />
      <a className={controls.button} href={hrefTo('/')}>
        Go to the workbook
      </a>
    </p>
  </div>
)

const OpenWorldLink = ({ href }: { readonly href: string }) => (
  <a className={controls.primary} href={href}>
    Open the console over the open world
  </a>
)
