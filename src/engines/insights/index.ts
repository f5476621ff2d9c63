export { createExecution, type Execution, type QueryResults } from './execution.ts'
export { discoverFields } from './discovery/discover-fields.ts'
export { pointerGroup, readRecord } from './record-pointer.ts'
export { resolveSource } from './source-groups.ts'
