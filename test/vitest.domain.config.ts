import { defineConfig } from 'vitest/config'

/** The rules alone: no database, no network, no browser. */
export default defineConfig({
  test: { include: ['test/domain/**/*.test.ts'], isolate: false },
})
