import { PageHeading } from '../shell/PageHeading.tsx'

export default function LogsPage() {
  return <PageHeading title="Logs" />
}
