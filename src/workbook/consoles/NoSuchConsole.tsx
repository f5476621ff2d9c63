import { hrefTo } from '../location.ts'
import notice from '../shell/Notice.module.css'
import { PageHeading } from '../shell/PageHeading.tsx'
import { consoles } from './console-list.ts'

/** For an address below the consoles that none of them has. */
export function NoSuchConsole() {
  return (
    <div className={notice.notice}>
      <PageHeading title="No such console">There is no console here</PageHeading>
      <p>The address may have lost a letter on its way. These consoles can be opened:</p>
      <ul className={notice.actions}>
        {consoles.map(({ path, title, product }) => (
          <li key={path}>
            <a href={hrefTo(`/consoles/${path}`)}>
              {product}: {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
