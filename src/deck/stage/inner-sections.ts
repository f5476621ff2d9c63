/**
 * reveal.js takes every `<section>` below a slide for a slide of its own, and Monaco's React wrapper brings one. No slide here holds slides:
 * what reveal asks of its elements is answered so.
 */
export function hideInnerSections(reveal: HTMLElement): void {
  ask(reveal, (selector) => selector.replaceAll('.slides section', '.slides>section'))
  for (const slide of reveal.querySelectorAll('.slides>section')) {
    ask(slide, (selector) => (selector === 'section' ? ':scope>section' : selector))
  }
}

function ask(element: Element, instead: (selector: string) => string): void {
  const prototype = Element.prototype
  Object.defineProperties(element, {
    querySelector: { configurable: true, value: (selector: string) => prototype.querySelector.call(element, instead(selector)) },
    querySelectorAll: { configurable: true, value: (selector: string) => prototype.querySelectorAll.call(element, instead(selector)) },
  })
}
