import { writeSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { type Frame, toBytes } from '../../../src/intake/frames.ts'

/** Says whatever the file that it should look into tells it to say, and ends as told. */
export type Script = {
  says: (Omit<Frame, 'body'> & { body: string })[]
  raw?: string
  /** Works so long before each thing it says. */
  works?: number
  ends?: 'crash' | 'spin' | 'sleep' | 'grow'
}

const script: Script = JSON.parse((await text(process.stdin)).split('\n')[1] ?? '')
for (const said of script.says) {
  work(script.works ?? 0)
  say(toBytes({ ...said, body: Buffer.from(said.body, 'latin1') }))
}
if (script.raw) say(Buffer.from(script.raw, 'latin1'))
if (script.ends === 'crash') process.abort()
if (script.ends === 'sleep') setInterval(() => undefined, 1_000)
while (script.ends === 'spin');
const held: Buffer[] = []
while (script.ends === 'grow') held.push(Buffer.alloc(8_000_000, held.length))

function say(bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(3, bytes, at)
}

/** As long as the processor counts it, which a busy machine stretches. */
function work(ms: number): void {
  const begun = process.cpuUsage()
  for (let used = 0; used < ms; ) {
    const { user, system } = process.cpuUsage(begun)
    used = (user + system) / 1_000
  }
}
