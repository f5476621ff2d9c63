import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group'
import Button from '@cloudscape-design/components/button'
import Flashbar from '@cloudscape-design/components/flashbar'
import { I18nProvider } from '@cloudscape-design/components/i18n'
import messages from '@cloudscape-design/components/i18n/messages/all.en-GB'
import SideNavigation from '@cloudscape-design/components/side-navigation'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import type { ConsoleProps, ConsoleQuery } from '../console/console-props.ts'
import { useMedia } from '../use-media.ts'
import { cloudWatchPages } from './cloudwatch-pages.ts'
import styles from './ConsoleFrame.module.css'
import { FlashContext, type Flash } from './flashes.ts'
import { useCloudscapeTheme } from './use-cloudscape-theme.ts'

/** One step of the way to the page; the last one is the page itself. */
export type Crumb = { readonly text: string; readonly path: string; readonly query?: ConsoleQuery }

type ConsoleFrameProps = {
  readonly console: ConsoleProps
  /** The page of the side navigation that is lit up: `cloudwatch/logs`. */
  readonly active: string
  readonly breadcrumbs: readonly Crumb[]
  readonly children: ReactNode
}

/** Below this the side navigation folds away; the style sheet says the same. */
const NARROW = '(max-width: 1099px)'

/** The frame of AWS's console around one of its pages: side navigation, breadcrumbs, messages. */
export function ConsoleFrame({ console, active, breadcrumbs, children }: ConsoleFrameProps) {
  useCloudscapeTheme()
  useTitle(breadcrumbs)
  const content = useFocusOnNewPage(console.path)
  const { flashes, show, dismiss } = useFlashes()
  const crumbs = [{ text: 'CloudWatch', path: 'cloudwatch/logs' }, ...breadcrumbs]
  return (
    <I18nProvider locale="en-GB" messages={[messages]}>
      <FlashContext value={show}>
        <div className={styles.frame}>
          <Navigation key={console.path} console={console} active={active} />
          <div ref={content} tabIndex={-1} className={styles.content}>
            <BreadcrumbGroup
              ariaLabel="Breadcrumbs"
              items={crumbs.map(({ text, path, query }: Crumb) => ({ text, href: console.href(path, query) }))}
            />
            {flashes.length === 0 ? null : (
              <Flashbar
                items={flashes.map(({ id, type, content: text }) => ({
                  id,
                  type,
                  content: text,
                  dismissible: true,
                  dismissLabel: 'Put this message away',
                  onDismiss: () => dismiss(id),
                }))}
              />
            )}
            {children}
          </div>
        </div>
      </FlashContext>
    </I18nProvider>
  )
}

function Navigation({ console, active }: Pick<ConsoleFrameProps, 'console' | 'active'>) {
  const isNarrow = useMedia(NARROW)
  const [isOpen, setOpen] = useState(false)
  return (
    <nav aria-label="CloudWatch" className={styles.navigation}>
      {isNarrow ? (
        <div className={styles.toggle}>
          <Button iconName={isOpen ? 'close' : 'menu'} variant="inline-link" ariaExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
            CloudWatch’s pages
          </Button>
        </div>
      ) : null}
      {isNarrow && !isOpen ? null : (
        <SideNavigation
          header={{ text: 'CloudWatch', href: console.href('cloudwatch/logs') }}
          activeHref={console.href(active)}
          items={cloudWatchPages.map(({ section, pages }) => ({
            type: 'section' as const,
            text: section,
            items: pages.map(({ path, text }) => ({ type: 'link' as const, text, href: console.href(path) })),
          }))}
        />
      )}
    </nav>
  )
}

function useTitle(breadcrumbs: readonly Crumb[]): void {
  const title = breadcrumbs.at(-1)?.text ?? ''
  useEffect(() => {
    document.title = `${title} · CloudWatch · Watchkeeper`
  }, [title])
}

/** Who goes to another page of the console begins at its top. */
function useFocusOnNewPage(path: string) {
  const content = useRef<HTMLDivElement>(null)
  const last = useRef(path)
  useEffect(() => {
    if (last.current === path) return
    last.current = path
    content.current?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [path])
  return content
}

type ShownFlash = Flash & { readonly id: string }

function useFlashes() {
  const [flashes, setFlashes] = useState<readonly ShownFlash[]>([])
  const count = useRef(0)
  const dismiss = useCallback((id: string) => setFlashes((before) => before.filter((flash) => flash.id !== id)), [])
  const show = useCallback((flash: Flash) => {
    const shown = { ...flash, id: flash.id ?? `flash-${++count.current}` }
    setFlashes((before) => [...before.filter(({ id }) => id !== shown.id), shown].slice(-4))
  }, [])
  return { flashes, show, dismiss }
}
