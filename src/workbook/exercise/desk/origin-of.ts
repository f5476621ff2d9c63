import type { PaneOrigin } from '#ui/pane/full-console.ts'
import type { OpenWorld } from '../../cloud.ts'
import type { Desk } from './use-desk.ts'

/** What a link to the full console says of an exercise's world. */
export const originOf = ({ exercise, drawing }: Desk, world: Pick<OpenWorld, 'account'>): PaneOrigin => ({
  account: world.account,
  world: drawing.world,
  of: exercise.title,
  from: `/exercises/${exercise.id}`,
})
