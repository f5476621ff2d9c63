import { loadRe2 } from '#lib/regex/index.ts'

// engines are tested by themselves here: nobody else waits for RE2
await loadRe2()
