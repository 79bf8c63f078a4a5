import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { destroyClosedFile, makeClosedFile, readClosedFile } from '../closed-file.ts'
import { parseKey } from '../keys.ts'
import { bagKeyOf } from './bag-key.ts'
import { newKey, twinTagOf, unwrapKey, wrapKey } from './key-wrap.ts'

export type RootKeys = ReturnType<typeof makeRootKeys>

const NAME = /^root-([1-9]\d{0,8})\.key$/

/**
 * The root keys of the archive: files root-<epoch>.key of 32 bytes in base64, in a folder that no
 * database and no backup of one lies in. They are read whenever they are used, so that a key is gone
 * from every process once its file is.
 */
export function makeRootKeys(folder: string) {
  const pathOf = (epoch: number) => join(folder, `root-${epoch}.key`)
  const list = async () => (await readdir(folder)).flatMap(epochOf).sort((one, two) => one - two)
  return {
    list,
    read: async (epoch: number) => {
      const file = await readClosedFile(pathOf(epoch))
      if (!file.ok) throw new Error(`root-${epoch}.key cannot be used: ${file.problem}`)
      const key = parseKey(file.value.trim())
      if (key?.length !== 32) throw new Error(`root-${epoch}.key is no key of 32 bytes`)
      return key
    },
    /** One that is there stays as it is. */
    make: (epoch: number) => makeClosedFile(pathOf(epoch), `${newKey().toString('base64')}\n`),
    /** Whatever was wrapped by no later one is lost with it. */
    destroyBefore: async (epoch: number) => {
      for (const old of await list()) if (old < epoch) await destroyClosedFile(pathOf(old))
    },
  }
}

/** What a keyring takes from here; its own types say what it is to do. */
export function keySecrets(roots: RootKeys) {
  return {
    newKey,
    wrap: wrapKey,
    unwrap: unwrapKey,
    twinTag: twinTagOf,
    bag: bagKeyOf,
    root: roots.read,
  }
}

function epochOf(name: string): number[] {
  const [, epoch] = NAME.exec(name) ?? []
  return epoch ? [Number(epoch)] : []
}
