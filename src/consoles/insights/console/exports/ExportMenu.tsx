import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { useFlash } from '#ui/cloudscape/flashes.ts'
import { countOf } from '#ui/kit/counts.ts'
import { saveFile } from '#ui/save-file.ts'
import type { Row } from '#ui/table/columns.ts'
import { toCsv, toJson, toMarkdown, toTabs } from './formats.ts'

const files = [
  { id: 'csv', text: 'CSV', type: 'text/csv', write: toCsv },
  { id: 'json', text: 'JSON', type: 'application/json', write: toJson },
]

const copies = [
  { id: 'tabs', text: 'for a spreadsheet', write: toTabs },
  { id: 'markdown', text: 'as Markdown', write: toMarkdown },
  { id: 'csv', text: 'as CSV', write: toCsv },
  { id: 'json', text: 'as JSON', write: toJson },
]

/** The rows as a file or on the clipboard. */
export function ExportMenu({ rows }: { readonly rows: readonly Row[] }) {
  const flash = useFlash()
  const copy = ({ text, write }: (typeof copies)[number]) =>
    navigator.clipboard.writeText(write(rows)).then(
      () => flash({ id: 'copied', type: 'success', content: `${countOf(rows.length, 'row')} copied ${text}.` }),
      () => flash({ id: 'copied', type: 'error', content: 'The browser did not let the page write to the clipboard.' }),
    )
  const choose = (id: string) => {
    const [kind, name] = id.split(':')
    const file = files.find((one) => kind === 'file' && one.id === name)
    const format = copies.find((one) => kind === 'copy' && one.id === name)
    if (file) saveFile(`logs-insights-results.${file.id}`, file.type, file.write(rows))
    if (format) void copy(format)
  }
  return (
    <ButtonDropdown
      disabled={rows.length === 0}
      items={[
        { text: 'Download', items: files.map(({ id, text }) => ({ id: `file:${id}`, text: `Download table (${text})` })) },
        { text: 'Copy to the clipboard', items: copies.map(({ id, text }) => ({ id: `copy:${id}`, text: `Copy table ${text}` })) },
      ]}
      onItemClick={({ detail }) => choose(detail.id)}
    >
      Export results
    </ButtonDropdown>
  )
}
