import styles from './Kbd.module.css'

const isApple = (): boolean => /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

/** `mod+Shift+Enter` as the person's own keyboard says it. */
export const keysAsWritten = (keys: string): string => keys.replace('mod', isApple() ? '⌘' : 'Ctrl')

/** A shortcut beside what it does; hidden where there is no keyboard, and from screen readers, who hear `aria-keyshortcuts`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <kbd className={styles.kbd} aria-hidden="true">
      {keysAsWritten(keys)}
    </kbd>
  )
}
