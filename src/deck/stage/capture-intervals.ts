/**
 * reveal.js 6 starts a one-second interval against scrolled-away slides and `destroy()` never clears it, which keeps the whole deck alive.
 * Watches for it while the deck starts; the function given back stops watching and says what was found.
 */
export function captureScrollGuard(): () => readonly number[] {
  const original = window.setInterval
  const found: number[] = []
  const watched = (handler: TimerHandler, delay?: number, ...rest: unknown[]): number => {
    const id: unknown = Reflect.apply(original, window, [handler, delay, ...rest])
    if (delay === 1000 && String(handler).includes('scrollLeft')) found.push(Number(id))
    return Number(id)
  }
  Reflect.set(window, 'setInterval', watched)
  return () => {
    if (window.setInterval === watched) Reflect.set(window, 'setInterval', original)
    return found
  }
}
