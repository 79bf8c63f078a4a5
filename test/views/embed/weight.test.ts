import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { expect, test } from 'vitest'
import { palettesFor } from '#domain/embed/colours.ts'
import { readCheckModules } from '#src/middleware/check-modules.ts'
import { boxSpecimens } from '#test/support/embed-specimens.ts'
import { assets } from '#test/support/specimen-parts.ts'
import { BoxPage, BoxPart } from '#views/embed/box.tsx'
import { coloursCss } from '#views/embed/colours-css.ts'

const colours = '125a9c-ffffff-terang'
const asked = { accent: '125a9c', base: 'ffffff', scheme: 'light' } as const
const style = weight(readFileSync('static/box.css'), 11)
const script = weight(readFileSync('static/box.js'), 11)
const element = weight(readFileSync('static/sematan.js'), 11)
const checking = [...readCheckModules('static').values()].map((text) => weight(text, 11))
const palette = Buffer.byteLength(coloursCss(palettesFor(asked)))

const rows = Object.entries(boxSpecimens).map(([name, box]) => ({
  box: name.replace('box-', ''),
  page: weight(String(BoxPage(box, { ...assets, colours })), 4),
  part: weight(String(BoxPart(box, 'https://asn.example.go.id')), 4),
}))

test('the script for host pages is at most 2 kB before anything is packed', () => {
  expect(readFileSync('static/sematan.js').length).toBeLessThanOrEqual(2000)
})

test('no box weighs more than 6 kB with its style, its colours and its scripts', () => {
  const shared = style + script + palette + element
  const told = rows.map(({ box, page, part }) => ({ box, frame: page + shared, part }))
  told.sort((one, other) => other.frame - one.frame)
  const others = JSON.stringify({ style, script, palette, element, checking })
  process.stdout.write(`bytes of the boxes, packed; of which ${others}\n${lines(told)}\n`)
  expect(told.filter(({ frame }) => frame > 6000)).toEqual([])
})

test('a box for verification weighs at most 30 kB once somebody turns to it, on an old browser too', () => {
  const box = rows.find((row) => row.box === 'verification')
  const fetched = checking.reduce((sum, bytes) => sum + bytes, 0)
  expect((box?.page ?? 0) + style + script + palette + element + fetched).toBeLessThan(30_000)
})

test('no part for htmx weighs more than 2 kB', () => {
  expect(rows.filter(({ part }) => part > 2000)).toEqual([])
})

function lines(told: readonly { box: string; frame: number; part: number }[]): string {
  return told.map(({ box, frame, part }) => `${box}: frame ${frame}, part ${part}`).join('\n')
}

function weight(content: string | Buffer, quality: number): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
    .length
}
