import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Inline, Prose } from '#lib/text/prose.ts'
import type { TimeRange } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'

/** What lists a deck before any of its slides is loaded. */
export type DeckSummary = { readonly id: string; readonly title: string; readonly minutes: number; readonly slideCount: number }

export type Deck = {
  readonly id: string
  readonly title: string
  /** The session's length, as announced to the room. */
  readonly minutes: number
  readonly audiences: readonly Audience[]
  readonly slides: readonly Slide[]
}

/** Some slides are for one audience only. */
export type Audience = { readonly id: string; readonly name: string }

export type Slide = {
  readonly id: string
  readonly kind: SlideKind
  readonly heading: readonly Inline[]
  /** The heading's words alone: lists, links, window titles. */
  readonly title: string
  /** The section it stands in, for the footer. */
  readonly module: string
  readonly minutes: number
  /** Shown to this audience only; to everybody when left out. */
  readonly audience?: string
  readonly layout: Layout
  readonly parts: readonly SlidePart[]
  readonly notes: Prose
}

export type SlideKind = 'title' | 'section' | 'content'

/** `beside`: words left, the thing right. `below`: words above it. `grid`: a list as tiles. */
export type Layout = 'beside' | 'below' | 'grid'

export type SlidePart =
  | { readonly kind: 'prose'; readonly prose: Prose }
  | { readonly kind: 'picture'; readonly description: string; readonly drawing: SvgElement }
  | LivePart
  | PollPart
  | { readonly kind: 'timer'; readonly minutes: number }
  | { readonly kind: 'exercise'; readonly id: string; readonly title: string; readonly minutes: number }

export type PaneName = 'logs' | 'insights' | 'alarm'

export type LivePart = {
  readonly kind: 'live'
  readonly pane: PaneName
  readonly world: WorldSpec
  /** What is wrong in the world, and when: shaded in an alarm's chart. */
  readonly incidents: readonly TimeRange[]
  readonly steps: readonly LiveStep[]
}

export type LiveStep =
  /** A query, and where it looks from here on: a group of the world, one of the group's streams. */
  | { readonly kind: 'query'; readonly text: string; readonly group?: string; readonly stream?: string }
  /** An alarm's whole settings from here on. */
  | { readonly kind: 'alarm'; readonly alarm: MetricAlarm; readonly says: string }
  | {
      readonly kind: 'ask'
      readonly question: string
      readonly options: readonly string[]
      /** Index of the right option; where it is left out and the options are numbers, the pane's own count decides. */
      readonly answer?: number
    }

export type PollPart = {
  readonly kind: 'poll'
  readonly question: string
  readonly options: readonly string[]
  /** The five faces from lost to ready stand beside the options. */
  readonly faces: boolean
}

/** One element of a picture that was read at build time; drawn as elements, never as markup. */
export type SvgElement = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (SvgElement | string)[]
}

export const livePart = (slide: Slide): LivePart | undefined => slide.parts.find((part) => part.kind === 'live')

/** How many keys a slide takes before the next one comes, the one that brings it not counted. */
export function stepCount(slide: Slide): number {
  return Math.max(0, (livePart(slide)?.steps.length ?? 0) - 1)
}

/** The slides one audience sees; without an audience those for everybody. */
export const slidesFor = (deck: Deck, audience: string | undefined): readonly Slide[] =>
  deck.slides.filter((slide) => slide.audience === undefined || slide.audience === audience)
