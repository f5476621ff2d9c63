export { createExecution, type Cell, type Execution, type ExecutionInput, type QueryResults, type QueryStatistics } from './execution.ts'
export { discoverFields } from './discovery/discover-fields.ts'
export { pointerGroup, readRecord } from './record-pointer.ts'
export { resolveSource } from './source-groups.ts'
