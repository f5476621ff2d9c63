import type { PracticeCall } from '../parts/practice.ts'

/** What happened, as data: log lines now, metrics, spans and probe results later, are renderings of the same record. */
export type Emission = PracticeCall
