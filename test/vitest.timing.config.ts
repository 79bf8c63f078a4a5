import { defineConfig } from 'vitest/config'

/** What measures time, alone on the machine: after everything else, one file after the other. */
export default defineConfig({
  test: {
    include: ['test/timing/**/*.timing.ts'],
    globalSetup: 'test/support/global-setup.ts',
    setupFiles: ['test/support/end-processes.ts'],
    fileParallelism: false,
  },
})
