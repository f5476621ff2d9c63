import type { Millis } from '#lib/time.ts'
import { uploadBucket } from '../../company/services.ts'
import type { StoragePut } from '../../episode/emission.ts'
import { measured, type Metric } from './metric.ts'
import type { Tally } from './tally.ts'

/** Request metrics, which somebody has switched on for the whole bucket. */
const metrics = measured('AWS/S3', [{ BucketName: uploadBucket, FilterId: 'EntireBucket' }], {
  AllRequests: 'Count',
  PutRequests: 'Count',
  BytesUploaded: 'Bytes',
  '4xxErrors': 'Count',
  '5xxErrors': 'Count',
})

/** What S3 measures of the uploads: they arrive, whether anybody reads them or not. */
export const storageMetrics: readonly Metric[] = Object.values(metrics)

export function measurePut(tally: Tally, at: Millis, { bytes }: StoragePut): void {
  tally.count(metrics.AllRequests, at, 1)
  tally.count(metrics.PutRequests, at, 1)
  tally.count(metrics.BytesUploaded, at, bytes)
  tally.count(metrics['4xxErrors'], at, 0)
  tally.count(metrics['5xxErrors'], at, 0)
}
