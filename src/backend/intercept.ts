import type { Transport } from '#lib/transport.ts'

const ownPaths = ['aws', '_watchkeeper', 'grafana']

/**
 * Puts the cloud behind real fetch in the page: MSW's service worker hands every request below `base`'s own paths to the
 * door. Gives true once it stands; false where it cannot, and nothing is lost by that.
 */
export async function intercept(base: string, direct: Transport): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  const container = navigator.serviceWorker
  // MSW would reload a page that has a registration and is not controlled (a hard reload).
  if (container.controller === null && (await container.getRegistration(base))) return false
  const [{ setupWorker }, { http }] = await Promise.all([import('msw/browser'), import('msw')])
  // MSW writes a failing handler into the console; without our mark the page asks the door itself, and hears why
  const handle = ({ request }: { readonly request: Request }) => direct(request).catch(() => new Response(null, { status: 503 }))
  const worker = setupWorker(...ownPaths.map((path) => http.all(`${base}${path}/*`, handle)))
  const started = worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: new URL('mockServiceWorker.js', base).href, options: { scope: base } },
  })
  // A browser that refuses service workers (private windows) rejects here: the door stays the way in.
  return started.then(
    () => container.controller !== null,
    () => false,
  )
}
