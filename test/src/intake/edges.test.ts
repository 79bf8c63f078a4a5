import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StructureRefusal } from '#domain/archive/intake.ts'
import { watchEdges } from '#src/intake/edges.ts'

const BODY = `%PDF-1.7\n${'1 0 obj <<>> endobj\n'.repeat(100)}%%EOF`

describe('the edges of a file', () => {
  test.each<[string, string, StructureRefusal | undefined]>([
    ['a PDF', BODY, undefined],
    ['white space of every kind after the end', `${BODY}\r\n\t \f\0`, undefined],
    ['an update after the first end', `${BODY}\n2 0 obj\n%%EOF\n`, undefined],
    ['one character after the end', `${BODY}\n.`, 'dataAfterEnd'],
    ['an end that is none', `${BODY}\n%%EO`, 'dataAfterEnd'],
    ['no end at all', BODY.slice(0, -1), 'damagedStructure'],
    ['nothing', '', 'emptyFile'],
    ['text', 'Surat Keputusan', 'notPdf'],
    ['text that begins like a bitmap', 'BMKG Jakarta %%EOF', 'notPdf'],
    ['a header after a space', ` ${BODY}`, 'headerNotAtStart'],
    ['HTML before the header', `<html><script>alert(1)</script>${BODY}`, 'headerNotAtStart'],
    ['a header where no reader looks', `${'x'.repeat(1_020)}${BODY}`, 'notPdf'],
    ['JPEG', '\xff\xd8\xff\xe0\0\x10JFIF', 'typeMismatch'],
    ['PNG', '\x89PNG\r\n\x1a\n', 'typeMismatch'],
    ['GIF', 'GIF89a', 'typeMismatch'],
    ['TIFF', 'II*\0', 'typeMismatch'],
    ['WebP', 'RIFF\x10\0\0\0WEBPVP8 ', 'typeMismatch'],
    ['the picture of an iPhone', '\0\0\0\x18ftypheic', 'typeMismatch'],
    ['a picture with a PDF in it', `\x89PNG\r\n\x1a\n${BODY}`, 'typeMismatch'],
  ])('of %s', (_, text, refusal) => {
    expect(judged([text])).toBe(refusal)
  })

  test('are the same however the file is cut', () => {
    const text = fc.array(fc.constantFrom('%PDF-', '%%EOF', '%%EO', '\n', 'x', BODY), {
      maxLength: 6,
    })
    const cuts = fc.array(fc.nat({ max: 3_000 }), { maxLength: 12 })
    fc.assert(
      fc.property(text, cuts, (parts, at) => {
        const whole = parts.join('')
        expect(judged(cut(whole, at))).toBe(judged([whole]))
      }),
    )
  })

  test('a file that is too large is refused while it still comes', () => {
    const edges = watchEdges(BODY.length)
    expect(edges.take(Buffer.from(BODY))).toBeUndefined()
    expect(edges.take(Buffer.from('\n'))).toBe('tooLarge')
  })

  test('what is no PDF is refused at its first kilobyte, not at its end', () => {
    expect(watchEdges(1e9).take(Buffer.alloc(1_024, 'x'))).toBe('notPdf')
  })
})

function judged(parts: string[]): StructureRefusal | undefined {
  const edges = watchEdges(1e9)
  for (const part of parts) {
    const refusal = edges.take(Buffer.from(part, 'latin1'))
    if (refusal) return refusal
  }
  return edges.end()
}

function cut(text: string, at: number[]): string[] {
  const places = [0, ...at.toSorted((a, b) => a - b), text.length]
  return places.map((place, index) => text.slice(place, places[index + 1]))
}
