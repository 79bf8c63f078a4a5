import { parseLogKey } from '#src/secrets/log-key.ts'
import { openDatabase } from '#src/store/database.ts'
import { type Disk, disk } from '#src/tlog/disk.ts'
import { openLogFiles, openSecondPlace } from '#src/tlog/log-files.ts'
import { sequenceRound } from '#src/tlog/sequence.ts'

/** A process of its own that adds to the log and kills itself after so many steps of its disk. */
const { url, folder, second, key, steps } = JSON.parse(process.argv[2] ?? '')
const sql = openDatabase(url, { role: 'asn_tlog', max: 2 })
const signer = parseLogKey(key)
if (!signer.ok) throw new Error(signer.problem)
let left: number = steps

/** After each, so that what it did alone is a state too. */
function step(): void {
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}

const stepping = Object.fromEntries(
  Object.entries(disk).map(([name, work]: [string, (...given: never[]) => Promise<unknown>]) => [
    name,
    async (...given: never[]) => {
      const done = await work(...given)
      if (name !== 'read') step()
      return done
    },
  ]),
) as Disk
const torn: Disk = {
  ...stepping,
  write: async (path, bytes) => {
    await disk.write(path, bytes.subarray(0, bytes.length / 2))
    step()
    await stepping.write(path, bytes)
  },
}

const place = {
  sql,
  files: openLogFiles(folder, torn),
  second: openSecondPlace(second, torn),
  signer: signer.value,
  clock: () => {
    step()
    return new Date()
  },
  refused: (refusal: unknown) => {
    throw new Error(JSON.stringify(refusal))
  },
}
await sequenceRound(place, () => false)
await sql.end()
