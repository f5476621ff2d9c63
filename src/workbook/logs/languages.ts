export type LogLanguage = 'filter-pattern' | 'insights'

/** Ways to ask a log group, and the text each begins with. */
export const languages: readonly { readonly id: LogLanguage; readonly title: string; readonly start: string }[] = [
  { id: 'filter-pattern', title: 'Filter pattern', start: '' },
  { id: 'insights', title: 'Logs Insights', start: 'fields @timestamp, @message\n| sort @timestamp desc\n| limit 20' },
]

export const isLanguage = (text: string | null): text is LogLanguage => languages.some(({ id }) => id === text)
