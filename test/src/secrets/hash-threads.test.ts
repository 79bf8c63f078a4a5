import { readdir, readFile } from 'node:fs/promises'
import { getPriority } from 'node:os'
import { expect, test } from 'vitest'
import { yieldHashThreads } from '#src/secrets/hash-threads.ts'

test.runIf(process.platform === 'linux')(
  'R-HA-03 the threads that hash give way to the one that answers, and only they',
  async () => {
    expect(await yieldHashThreads()).toBeGreaterThanOrEqual(4)
    const tasks = await readdir('/proc/self/task')
    for (const task of tasks) {
      const name = (await readFile(`/proc/self/task/${task}/comm`, 'utf8')).trim()
      expect([name, getPriority(Number(task)) > 0]).toEqual([name, name === 'libuv-worker'])
    }
  },
)
