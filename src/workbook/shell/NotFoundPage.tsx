import controls from '#ui/theme/controls.module.css'
import { hrefTo } from '../location.ts'
import styles from './Notice.module.css'
import { PageHeading } from './PageHeading.tsx'

/** For an address the workbook does not have. */
export function NotFoundPage({ what = 'page' }: { readonly what?: string }) {
  return (
    <div className={styles.notice}>
      <PageHeading title={`No such ${what}`}>There is no {what} here</PageHeading>
      <p>The link may be older than the course, or a letter went missing on its way. Nothing of yours is lost.</p>
      <p className={styles.actions}>
        <a className={controls.primary} href={hrefTo('/')}>
          Go to the workbook
        </a>
      </p>
    </div>
  )
}
