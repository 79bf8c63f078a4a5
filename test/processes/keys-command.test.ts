import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test, vi } from 'vitest'
import { newFolder } from '#test/support/processes.ts'

vi.setConfig({ testTimeout: 120_000 })

const dataDir = join(await newFolder(), 'data')

test('the keyring is dumped, checked, changed and loaded from the command line', async () => {
  expect(await keys('dump')).toMatch(/^Cadangan ditulis: keyring-1-\d{8}T\d{9}Z\.dump$/)
  expect(await keys('rotate')).toContain('Selesai. Kunci induk sekarang ke-2')
  expect(await readdir(join(dataDir, 'kunci-arsip'))).toEqual(['root-2.key'])
  expect(await keys('check')).toContain('Versi tanpa kunci: 0.')
  const [dump = ''] = await readdir(join(dataDir, 'cadangan-kunci'))
  expect(dump).toMatch(/^keyring-2-/)
  const path = join(dataDir, 'cadangan-kunci', dump)
  expect(await keys('load', path)).toContain('Cadangan dimuat dan dapat dibuka: 0 kelompok')
  expect(await keys('load')).toContain('Pemakaian:')
})

async function keys(...args: string[]): Promise<string> {
  const command = ['--conditions=dist', 'dist/src/asn.js', 'keys', ...args]
  const child = spawn(process.execPath, command, { env: { DATA_DIR: dataDir } })
  const [said, complaint] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return (said + complaint).trim()
}
