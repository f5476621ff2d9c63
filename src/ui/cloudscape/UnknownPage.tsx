import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import type { ConsoleProps } from '../console/console-props.ts'
import { cloudWatchPages } from './cloudwatch-pages.ts'

/** For an address below a console that it has not: a sentence, and where one can go. */
export const UnknownPage = ({ console }: { readonly console: ConsoleProps }) => (
  <Container header={<Header variant="h1">There is no such page</Header>}>
    <Box variant="p">The address may have lost a letter on its way. CloudWatch has these pages here:</Box>
    <ul>
      {cloudWatchPages
        .flatMap(({ pages }) => [...pages])
        .map(({ path, text }) => (
          <li key={path}>
            <Link href={console.href(path)}>{text}</Link>
          </li>
        ))}
    </ul>
  </Container>
)
