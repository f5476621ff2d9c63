import { madeKey, type MadeKind, type MadeMessage } from '#lib/made.ts'

/** Calls `listener` whenever something made in the open consoles changed, in this tab or another; gives the way to stop. */
export function onMadeChange(base: string, listener: (kind: MadeKind) => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(madeKey(new URL(base).pathname))
  channel.addEventListener('message', ({ data }: MessageEvent<MadeMessage>) => {
    if (data.what === 'shown') listener(data.kind)
  })
  return () => channel.close()
}
