import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syntheticAgencies } from './agencies.ts'
import { syntheticPeople } from './people.ts'
import { makeRealmUsers } from './realm.ts'
import { type SyntheticUnit, syntheticUnits } from './units.ts'

export type SyntheticFiles = { agencies: string; units: string; people: string; realm: string }

const COLUMNS = 'nip,name,kind,agency,unit,user_name,email,legal_position'
/** One in five has signed in at the old SSO. */
const SSO_EVERY = 5
const CHUNK = 256 * 1024

/** Writes a synthetic country into a folder, as it is made: agencies, units, people, an export of the SSO. */
export async function writeSyntheticFiles(
  folder: string,
  { people: count, seed }: { people: number; seed: number },
): Promise<SyntheticFiles> {
  await mkdir(folder, { recursive: true })
  const agencies = syntheticAgencies()
  const units = syntheticUnits(count, agencies)
  const paths = {
    agencies: join(folder, 'agencies.csv'),
    units: join(folder, 'units.csv'),
    people: join(folder, 'people.csv'),
    realm: join(folder, 'realm.json'),
  }
  const lines = agencies.map(({ code, name, zone }) => `${code},${name},${zone}\n`)
  await writeFile(paths.agencies, `code,name,zone\n${lines.join('')}`)
  await writeUnits(paths.units, units)
  const people = openFile(paths.people)
  const realm = openFile(paths.realm)
  await people.add(`${COLUMNS}\n`)
  await realm.add('{"realm":"contoh","users":[')
  const userOf = makeRealmUsers(seed)
  let at = 0
  for (const one of syntheticPeople(count, seed, agencies, units)) {
    const { nip, name, kind, agency, unit, userName, email, position } = one
    const called = /[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name
    await people.add(
      `${nip},${called},${kind},${agency},${unit},${userName},${email},${position}\n`,
    )
    if (at % SSO_EVERY === 0) await realm.add(`${at === 0 ? '' : ','}\n${userOf(one, at)}`)
    at += 1
  }
  await realm.add('\n]}\n')
  await Promise.all([people.close(), realm.close()])
  return paths
}

async function writeUnits(path: string, units: readonly SyntheticUnit[]): Promise<void> {
  const lines = units.map((one) => `${one.agency},${one.code},${one.name},${one.parent}\n`)
  await writeFile(path, `agency,code,name,parent_code\n${lines.join('')}`)
}

/** Text goes to the disk in large pieces, and no faster than that takes them. */
function openFile(path: string) {
  const stream = createWriteStream(path)
  let text = ''
  const flush = async () => {
    const isFull = !stream.write(text)
    text = ''
    if (isFull) await once(stream, 'drain')
  }
  return {
    add: (more: string) => {
      text += more
      return text.length > CHUNK ? flush() : undefined
    },
    close: async () => {
      await flush()
      await closed(stream)
    },
  }
}

async function closed(stream: WriteStream): Promise<void> {
  stream.end()
  await once(stream, 'close')
}
