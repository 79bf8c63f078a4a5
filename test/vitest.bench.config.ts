import { defineConfig } from 'vitest/config'

/** Ratios and weights for people to read; nothing here is passed or failed. */
export default defineConfig({
  test: {
    include: ['test/bench/**/*.bench.ts'],
    globalSetup: 'test/support/global-setup.ts',
    setupFiles: ['test/support/end-processes.ts'],
    fileParallelism: false,
  },
})
