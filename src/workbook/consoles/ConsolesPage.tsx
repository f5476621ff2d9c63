import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight'
import { hrefTo } from '../location.ts'
import { PageHeading } from '../shell/PageHeading.tsx'
import { consoles } from './console-list.ts'
import styles from './ConsolesPage.module.css'

const products = [...new Set(consoles.map(({ product }) => product))]

/** The products' own screens over the open world. */
export default function ConsolesPage() {
  return (
    <div className={styles.page}>
      <PageHeading title="Consoles" />
      <p className={styles.lead}>
        The products’ own screens over the open world: Brightside Cafes, 45 minutes into an afternoon. Alarms, dashboards, saved queries and
        metric filters you make stay in this browser.
      </p>
      {products.map((product) => (
        <section key={product} className={styles.product} aria-label={product}>
          <h2>{product}</h2>
          <ul className={styles.list}>
            {consoles
              .filter((entry) => entry.product === product)
              .map(({ path, title, says }) => (
                <li key={path}>
                  <a className={styles.card} href={hrefTo(`/consoles/${path}`)}>
                    <span className={styles.title}>
                      {title}
                      <IconChevronRight size={18} stroke={1.8} aria-hidden />
                    </span>
                    <span className={styles.says}>{says}</span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
