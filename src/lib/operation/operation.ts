import { checkMembers, validationText, type ComplaintStyle } from './check-input.ts'
import type { EventStream } from './event-stream.ts'
import { knownMembers } from './known-members.ts'
import type { InputOf, Members } from './shape.ts'

/**
 * The members of an answer: a `Date` is a timestamp, a `Uint8Array` a blob, an undefined member an absent one.
 * Nothing for an operation whose model has no output; `{}` for one whose output is empty.
 */
export type Output = Readonly<Record<string, unknown>> | undefined

type Answer = Output | EventStream

/** One operation of a service: one input, whatever protocol it came in, and one answer for every protocol to print. */
export type Operation<Context> = {
  readonly name: string
  readonly input: Members
  run(input: Readonly<Record<string, unknown>>, context: Context): Answer | Promise<Answer>
}

/** How a service refuses an input that does not keep to the model. */
export type InputRules = {
  readonly style?: ComplaintStyle
  refuse(text: string): Error
}

/** A maker of operations: name, input as a table, and what is done with an input that keeps to the table. */
export const operationMaker =
  <Context>({ style, refuse }: InputRules) =>
  <const M extends Members>(
    name: string,
    input: M,
    run: (input: InputOf<M>, context: Context) => Answer | Promise<Answer>,
  ): Operation<Context> => ({
    name,
    input,
    run(given, context) {
      const text = validationText(checkMembers(input, given, style))
      if (text !== undefined) throw refuse(text)
      return run(knownMembers(input, given) as InputOf<M>, context)
    },
  })
