import IconMoon from '@tabler/icons-react/icons/IconMoon'
import IconSun from '@tabler/icons-react/icons/IconSun'
import { setTheme, useDark } from '#ui/preferences.ts'
import controls from '#ui/theme/controls.module.css'

/** Turns the page over; the footer of home also offers to follow the system. */
export function ThemeSwitch() {
  const dark = useDark()
  const says = dark ? 'Switch to the light theme' : 'Switch to the dark theme'
  return (
    <button
      type="button"
      className={`${controls.button} ${controls.icon}`}
      aria-label={says}
      title={says}
      onClick={() => setTheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={18} stroke={1.8} aria-hidden /> : <IconMoon size={18} stroke={1.8} aria-hidden />}
    </button>
  )
}
