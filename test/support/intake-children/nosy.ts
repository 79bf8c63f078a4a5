import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync, writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { toBytes } from '../../../src/intake/frames.ts'

/** Tries what a child must not be able to do, and tells what came of it. */
const tried = {
  environment: Object.keys(process.env),
  reads: tellsOf(() => readFileSync('test/vectors/nip.json')),
  readsSystem: tellsOf(() => readFileSync('/etc/passwd')),
  writes: tellsOf(() => writeFileSync('src/nosy', '')),
  starts: tellsOf(() => spawnSync('/bin/true')),
  works: tellsOf(() => new Worker('', { eval: true })),
}
const body = Buffer.from(JSON.stringify(tried))
writeSync(3, toBytes({ kind: 'text', page: process.pid % 65_536, width: 0, body }))
process.stdin.resume()

function tellsOf(attempt: () => unknown): unknown {
  try {
    attempt()
    return 'done'
  } catch (problem) {
    return (problem as { code?: string }).code
  }
}
