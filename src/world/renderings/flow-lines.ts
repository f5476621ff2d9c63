import { accountId, webHost } from '../company/services.ts'
import type { Flow } from '../episode/emission.ts'

const seconds = (millis: number): number => Math.floor(millis / 1000)

/** VPC flow logs, version 2: fourteen words, dashes where nothing passed. */
export function flowLine({ start, end, traffic }: Flow): string {
  const head = `2 ${accountId} ${webHost.networkInterface}`
  const times = `${seconds(start)} ${seconds(end)}`
  if (traffic === undefined) return `${head} - - - - - - - ${times} - NODATA`
  const { source, destination, sourcePort, destinationPort, protocol, packets, bytes, action } = traffic
  return `${head} ${source} ${destination} ${sourcePort} ${destinationPort} ${protocol} ${packets} ${bytes} ${times} ${action} OK`
}
