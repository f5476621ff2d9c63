import type { PracticeCall } from '../episode/emission.ts'
import { iso } from './clock-text.ts'

/** The practice function prints one JSON object a call; `executionTime` keeps its four decimals. */
export function practiceLine(at: number, call: PracticeCall): string {
  const level = call.statusCode === 200 ? 'INFO' : 'ERROR'
  const executionTime = `0.${String(call.executionTime).padStart(4, '0')}`
  return `{"timestamp":"${iso(at)}","level":"${level}","msg":{"statusCode":${call.statusCode},"executionTime":${executionTime}}}`
}
