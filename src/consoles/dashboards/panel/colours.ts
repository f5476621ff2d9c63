/** Grafana's names of colours, each in a shade that both themes can show. */
export const COLOURS: readonly { readonly id: string; readonly label: string; readonly css: string }[] = [
  { id: 'red', label: 'Red', css: 'var(--alarm)' },
  { id: 'orange', label: 'Orange', css: 'var(--warn)' },
  { id: 'yellow', label: 'Yellow', css: 'var(--s3)' },
  { id: 'green', label: 'Green', css: 'var(--ok)' },
  { id: 'blue', label: 'Blue', css: 'var(--info)' },
  { id: 'purple', label: 'Purple', css: 'var(--s2)' },
]

/** A colour of a file as the page draws it: a name, a shade of one (`dark-red`), or any colour of CSS's. */
export function cssOf(color = 'red'): string {
  const named = COLOURS.find(({ id }) => color === id || color.endsWith(`-${id}`))
  return named?.css ?? (/^#[0-9a-f]{3,8}$|^rgba?\([\d.,\s%]+\)$/i.test(color) ? color : 'var(--alarm)')
}
