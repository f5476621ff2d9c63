import { CsvForm, isCsv } from './csv-form.ts'
import type { EventSink } from './event-sink.ts'
import { EventsForm, isEvents } from './events-form.ts'
import { ExportForm, isExport, TextForm } from './text-form.ts'

/** How a file writes its events; it is given text as it comes. */
export type Form = {
  push(text: string): void
  end(): void
}

/** How much of a file is looked at to tell its form. */
export const HEAD = 4096

/** By the name of the file and its first characters. */
export function formOf(name: string, head: string, sink: EventSink): Form {
  if (isEvents(head)) return new EventsForm(sink)
  if (isCsv(name, head)) return new CsvForm(sink)
  return isExport(name, head) ? new ExportForm(sink) : new TextForm(sink)
}
