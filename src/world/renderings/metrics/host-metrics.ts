import { MINUTE, type Millis } from '#lib/time.ts'
import { webHost } from '../../company/services.ts'
import type { Flow, HostLevel } from '../../episode/emission.ts'
import { measured, type Metric } from './metric.ts'
import type { Tally } from './tally.ts'

const instance = { InstanceId: webHost.instance }

/** Detailed monitoring: a datapoint a minute, for the instance and for everything of its image and type. */
const detailed = measured('AWS/EC2', [instance, { ImageId: webHost.image }, { InstanceType: webHost.type }, {}], {
  CPUUtilization: 'Percent',
  NetworkIn: 'Bytes',
  NetworkOut: 'Bytes',
  EBSReadOps: 'Count',
  EBSWriteOps: 'Count',
  EBSReadBytes: 'Bytes',
  EBSWriteBytes: 'Bytes',
  'EBSIOBalance%': 'Percent',
  'EBSByteBalance%': 'Percent',
})

/** Every five minutes, whatever the monitoring. */
const basic = measured('AWS/EC2', [instance], {
  NetworkPacketsIn: 'Count',
  NetworkPacketsOut: 'Count',
  CPUCreditUsage: 'Count',
  CPUCreditBalance: 'Count',
  CPUSurplusCreditBalance: 'Count',
  CPUSurplusCreditsCharged: 'Count',
})

const checks = measured('AWS/EC2', [instance], {
  StatusCheckFailed: 'Count',
  StatusCheckFailed_Instance: 'Count',
  StatusCheckFailed_System: 'Count',
  StatusCheckFailed_AttachedEBS: 'Count',
})

const memory = measured('CWAgent', [instance], {
  mem_used_percent: 'Percent',
  mem_available_percent: 'Percent',
  mem_used: 'Bytes',
  mem_total: 'Bytes',
  swap_used_percent: 'Percent',
  netstat_tcp_established: 'Count',
})

const disk = measured('CWAgent', [{ ...instance, path: '/', device: 'nvme0n1p1', fstype: 'xfs' }], {
  disk_used_percent: 'Percent',
  disk_used: 'Bytes',
  disk_free: 'Bytes',
  disk_total: 'Bytes',
})

const cpu = measured('CWAgent', [{ ...instance, cpu: 'cpu-total' }], { cpu_usage_active: 'Percent', cpu_usage_idle: 'Percent' })

/** What EC2 measures of web-1 from outside, and the agent on it from inside. */
export const hostMetrics: readonly Metric[] = [detailed, basic, checks, memory, disk, cpu].flatMap((of) => Object.values(of))

const megabyte = 1024 * 1024
const blockBytes = 8192

export function measureHost(tally: Tally, at: Millis, level: HostLevel): void {
  tally.count(detailed.CPUUtilization, at, level.cpu / 100)
  for (const check of Object.values(checks)) tally.count(check, at, 0)
  measureVolume(tally, at, level.requests)
  if (level.fiveMinutes !== undefined) measureCredits(tally, at - (at % (5 * MINUTE)), level.fiveMinutes)
  measureAgent(tally, at, level)
}

/** Every request is logged twice, and now and then a page has to be read. */
function measureVolume(tally: Tally, at: Millis, requests: number): void {
  const reads = 4 + (requests >> 4)
  const writes = 30 + requests * 2
  tally.sum(detailed.EBSReadOps, at, reads)
  tally.sum(detailed.EBSReadBytes, at, reads * blockBytes)
  tally.sum(detailed.EBSWriteOps, at, writes)
  tally.sum(detailed.EBSWriteBytes, at, writes * blockBytes)
  tally.count(detailed['EBSIOBalance%'], at, 100)
  tally.count(detailed['EBSByteBalance%'], at, 100)
}

function measureCredits(tally: Tally, at: Millis, { spent, credits }: NonNullable<HostLevel['fiveMinutes']>): void {
  tally.count(basic.CPUCreditUsage, at, spent / 100)
  tally.count(basic.CPUCreditBalance, at, credits / 100)
  tally.count(basic.CPUSurplusCreditBalance, at, 0)
  tally.count(basic.CPUSurplusCreditsCharged, at, 0)
}

function measureAgent(tally: Tally, at: Millis, level: HostLevel): void {
  const used = Math.round((level.memory * webHost.memoryMb) / 10_000)
  tally.count(memory.mem_used_percent, at, level.memory / 100)
  tally.count(memory.mem_available_percent, at, (9700 - level.memory) / 100)
  tally.count(memory.mem_used, at, used * megabyte)
  tally.count(memory.mem_total, at, webHost.memoryMb * megabyte)
  tally.count(memory.swap_used_percent, at, 0)
  tally.count(memory.netstat_tcp_established, at, level.connections)
  const full = Math.round((level.disk * webHost.diskMb) / 10_000)
  tally.count(disk.disk_used_percent, at, level.disk / 100)
  tally.count(disk.disk_used, at, full * megabyte)
  tally.count(disk.disk_free, at, (webHost.diskMb - full) * megabyte)
  tally.count(disk.disk_total, at, webHost.diskMb * megabyte)
  tally.count(cpu.cpu_usage_active, at, level.cpu / 100)
  tally.count(cpu.cpu_usage_idle, at, (10_000 - level.cpu) / 100)
}

/** What the flow logs say of a minute's network, in sum: what was let through. */
export function measureFlow(tally: Tally, { start, traffic }: Flow): void {
  if (traffic?.action !== 'ACCEPT') return
  const five = start - (start % (5 * MINUTE))
  const isIn = traffic.destination === webHost.address
  tally.sum(isIn ? detailed.NetworkIn : detailed.NetworkOut, start, traffic.bytes)
  tally.sum(isIn ? basic.NetworkPacketsIn : basic.NetworkPacketsOut, five, traffic.packets)
}
