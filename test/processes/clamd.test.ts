import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeScanner } from '#src/intake/clamd.ts'
import { inParts, pdfVector } from '#test/support/pdf.ts'
import { newFolder } from '#test/support/processes.ts'

/** Where Debian's clamav-daemon puts it; without it this is not tested, and the report says so. */
const CLAMD = '/usr/sbin/clamd'
const by = { engine: expect.stringMatching(/^ClamAV \d/), signatures: '' }

test.skipIf(!existsSync(CLAMD))(
  'fault 9: a real clamd is understood',
  { timeout: 60_000 },
  async () => {
    const { scan } = makeScanner({ path: await startClamd() })
    expect(await scan(inParts(pdfVector('valid-20-pages.pdf')))).toEqual({ kind: 'scanClean', by })
    const found = { kind: 'scanFound', by, name: 'Test.EICAR.UNOFFICIAL' }
    expect(await scan(inParts(pdfVector('eicar.pdf')))).toEqual(found)
    const oversize = { kind: 'notScanned', why: 'oversize' }
    expect(await scan(inParts(Buffer.alloc(2_000_000)))).toEqual(oversize)
  },
)

/** With the one signature of the index, and taking no more than a megabyte. */
async function startClamd(): Promise<string> {
  const folder = await newFolder()
  const path = join(folder, 'clamd.sock')
  const index = readFileSync('test/vectors/pdf/index.json', 'utf8')
  const [, signature = ''] = /local clamd signature line: (\S+)"/.exec(index) ?? []
  await writeFile(join(folder, 'eicar.ndb'), `${signature}\n`)
  const settings = [
    `LocalSocket ${path}`,
    `DatabaseDirectory ${folder}`,
    'StreamMaxLength 1M',
    'Foreground yes',
    'User root',
  ]
  await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`)
  const child = spawn(CLAMD, ['--config-file', join(folder, 'clamd.conf')])
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for await (const part of child.stdout) {
    said += part
    if (said.includes('Self checking')) break
  }
  return path
}
