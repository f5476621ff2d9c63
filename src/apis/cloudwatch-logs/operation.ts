import { invalidParameter } from './api-error.ts'
import { checkMembers, validationText } from './input/check-input.ts'
import type { LogsContext } from './context.ts'
import { knownMembers } from './input/known-members.ts'
import type { InputOf, Members } from './input/shape.ts'

/** The members of an answer; nothing for an operation without output. */
export type Output = Readonly<Record<string, unknown>> | undefined

export type Operation = {
  readonly name: string
  run(input: Readonly<Record<string, unknown>>, context: LogsContext): Output | Promise<Output>
}

/** An operation of the service: its name, its input as a table, and what it does with an input that keeps to the table. */
export function operation<const M extends Members>(
  name: string,
  members: M,
  run: (input: InputOf<M>, context: LogsContext) => Output | Promise<Output>,
): Operation {
  return {
    name,
    run(input, context) {
      const text = validationText(checkMembers(members, input))
      if (text !== undefined) throw invalidParameter(text)
      return run(knownMembers(members, input) as InputOf<M>, context)
    },
  }
}
