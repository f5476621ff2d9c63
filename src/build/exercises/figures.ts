import type { AnswerForm } from './fences/answer-form.ts'

const rows = ['where', 'first.key', 'first.yours', 'first.expected', 'rows.yours', 'rows.expected']

/** Figures of an alarm's nights. */
const nights = ['where', 'night', 'page', 'nights', 'incidents', 'false.yours', 'caught.yours', 'delay.yours', 'delay.expected']

/** What a misconception's words may name; the page fills it from the world. */
export const figuresIn = ({ fence, isReading }: AnswerForm): readonly string[] => (fence === 'alarm' && !isReading ? nights : rows)
