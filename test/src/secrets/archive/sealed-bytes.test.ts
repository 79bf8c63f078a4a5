import { expect, test } from 'vitest'
import { newKey } from '#src/secrets/archive/key-wrap.ts'
import { openBytes, sealBytes } from '#src/secrets/archive/sealed-bytes.ts'
import { someBytes } from '#test/support/bytes.ts'

test.each([0, 1, 100, 40_000])(
  '%i bytes for a column come back for the same place alone',
  async (size) => {
    const [key, bytes] = [newKey(), someBytes(size)]
    const sealed = await sealBytes(key, 'sealed/1', bytes)
    expect((await openBytes(key, 'sealed/1', sealed)).equals(bytes)).toBe(true)
    await expect(openBytes(key, 'sealed/2', sealed)).rejects.toThrow()
    await expect(openBytes(newKey(), 'sealed/1', sealed)).rejects.toThrow()
  },
)
