import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Config } from './config.ts'
import { createKeysFile, type Keys, readKeysFile } from './secrets/keys.ts'
import { startRefusal } from './store/start-refusal.ts'

/** Made on the first start on a desk; production has to bring them (config.ts). */
export async function keysOf(config: Config): Promise<Keys> {
  if (config.kind === 'embedded') {
    await mkdir(dirname(config.keysFile), { recursive: true })
    await createKeysFile(config.keysFile)
  }
  const keys = await readKeysFile(config.keysFile)
  if (keys.ok) return keys.value
  throw startRefusal(`KEYS_FILE (${config.keysFile}) cannot be used: ${keys.problem}.`)
}
