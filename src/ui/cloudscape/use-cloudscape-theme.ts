import { useLayoutEffect } from 'react'
import { useDark } from '../preferences.ts'

const DARK = ['awsui-dark-mode', 'awsui-polaris-dark-mode']

/** Puts Cloudscape into the workbook's theme while a console is open. The class stands on the body, since menus and dialogs open there. */
export function useCloudscapeTheme(): void {
  const isDark = useDark()
  useLayoutEffect(() => {
    const { classList } = document.body
    if (isDark) classList.add(...DARK)
    else classList.remove(...DARK)
    return () => classList.remove(...DARK)
  }, [isDark])
}
