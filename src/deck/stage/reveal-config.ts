import type { RevealConfig } from 'reveal.js'

/** Whatever takes keys of its own keeps them: an editor, a list, tabs. The slide moves only when nothing else is meant. */
const ownKeys =
  'input,textarea,select,[contenteditable],[role=textbox],[role=combobox],[role=listbox],[role=tab],' +
  '[role=menu],[role=dialog],[role=slider],[role=grid],.monaco-editor,[data-keys=own]'

/** A part of a pane that leaves the keys to the slides: the ways to its next step and back. */
const deckKeys = '[data-keys=deck]'

/** These take two keys: after a click on one of them the arrows still move the slides. */
const pressed = 'button,a[href],summary'

/** Whether a key pressed now is meant for the slides. */
export function isDeckKey(event: KeyboardEvent): boolean {
  const focused = document.activeElement
  const frame = document.querySelector('[data-deck-frame]')
  if (event.defaultPrevented || frame === null) return false
  // a click on what takes no focus gives it to what lies around the slides
  if (focused === null || focused.contains(frame)) return true
  if (!frame.contains(focused) || (focused.closest(ownKeys) !== null && focused.closest(deckKeys) === null)) return false
  return focused.closest(pressed) === null || !(event.key === ' ' || event.key === 'Enter')
}

/** The frame, so that the bar goes with it; the same key comes back. */
export function toggleFullscreen(): void {
  if (document.fullscreenElement === null) void document.querySelector('[data-deck-frame]')?.requestFullscreen()
  else void document.exitFullscreen()
}

/** H and S are ours or nobody's: reveal would go left on H. */
const nothing = (): void => undefined
const keyboard = { 70: toggleFullscreen, 72: nothing, 83: nothing }

export const deckConfig: RevealConfig = {
  width: 1280,
  height: 720,
  margin: 0,
  minScale: 0.1,
  maxScale: 4,
  center: false,
  embedded: true,
  controls: false,
  progress: false,
  slideNumber: false,
  hash: false,
  history: false,
  respondToHashChanges: false,
  jumpToSlide: false,
  postMessage: false,
  postMessageEvents: false,
  help: false,
  showNotes: false,
  scrollActivationWidth: 0,
  previewLinks: false,
  transition: 'none',
  backgroundTransition: 'none',
  autoAnimate: false,
  hideInactiveCursor: false,
  focusBodyOnPageVisibilityChange: false,
  keyboard,
  keyboardCondition: isDeckKey,
}
