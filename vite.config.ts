import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { contentPolicy } from './src/build/content-policy.ts'
import { exercises } from './src/build/exercises/plugin.ts'
import { slides } from './src/build/slides/plugin.ts'

export default defineConfig({
  base: './',
  plugins: [react(), contentPolicy(), exercises(), slides()],
  worker: { format: 'es', plugins: () => [exercises()] },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 4000 },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  test: {
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'node', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/browser/**'], setupFiles: ['test/load-re2.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/build-site.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
})
