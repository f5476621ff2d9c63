import type { FlowTask } from '../parts/flows.ts'
import type { HostTask } from '../parts/host.ts'
import type { LambdaTask } from '../parts/lambda.ts'
import type { LoadQueueTask } from '../parts/load-queue.ts'
import type { OrdersTask } from '../parts/orders.ts'
import type { PipelineTask } from '../parts/pipeline.ts'
import type { PracticeTask } from '../parts/practice.ts'
import type { QueueTask } from '../parts/queue.ts'
import type { WebTask } from '../parts/web.ts'

/** Everything that can stand on the heap, waiting for its time. */
export type Task = PracticeTask | LambdaTask | OrdersTask | QueueTask | WebTask | FlowTask | PipelineTask | LoadQueueTask | HostTask
