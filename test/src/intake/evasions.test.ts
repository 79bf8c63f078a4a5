import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeIntake } from '#src/intake/intake.ts'
import { ONE_PAGE, pdfOf, pdfVector, refusedFor, tableOf, toInspect } from '#test/support/pdf.ts'

const intake = makeIntake({ children: 2, waiting: 100 })
/** Each file has a process of its own, and the machine has other tests to run. */
const SLOW = { timeout: 180_000 }
const SCRIPT = '<</S/JavaScript/JS(app.alert\\(1\\))>>'
const [, ...PAGES] = ONE_PAGE
const opens = (action: string) => `<</Type/Catalog/Pages 2 0 R/OpenAction ${action}>>`

describe('what a reader would open is not hidden from the look by', SLOW, () => {
  test.concurrent.each<[string, Buffer, string]>([
    [
      'an action inside an array',
      pdfOf([opens(`[<</Next[${SCRIPT}]>>]`), ...PAGES]),
      'activeContent',
    ],
    [
      'its kind in an object of its own',
      pdfOf([opens('<</S 4 0 R>>'), ...PAGES, '/Launch']),
      'activeContent',
    ],
    [
      'a dictionary of a stream',
      pdfOf([ONE_PAGE[0] ?? '', ...PAGES, stream('x', '/A <</S/Launch>>')]),
      'activeContent',
    ],
    ['an object that a later one replaces', replaced(), 'activeContent'],
    [
      'a stream that a table points into',
      pointing(stream(`5 0 obj ${SCRIPT} endobj`)),
      'damagedStructure',
    ],
    [
      'a comment that a table points into',
      pointing(`null % 5 %\n0 obj ${SCRIPT} endobj`),
      'damagedStructure',
    ],
    [
      'a string that a table points into',
      pointing(`(5 0 obj ${SCRIPT} endobj)`),
      'damagedStructure',
    ],
    [
      'an object stream that says so only by a reference',
      pdfOf([...ONE_PAGE, stream('7 0 null', '/Type 5 0 R/N 1/First 4'), '/ObjStm']),
      'damagedStructure',
    ],
    [
      'names of files',
      pdfOf([...ONE_PAGE, '<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>', stream('MZ')]),
      'embeddedFile',
    ],
  ])('%s', async (_, file, reason) => {
    expect(await intake.inspect(toInspect(file).asked)).toEqual({ kind: 'refused', reason })
  })

  test('the word obj in an honest text is nothing hidden', async () => {
    const file = pdfOf([...ONE_PAGE, stream('BT (objek 5 dan obj) Tj ET')])
    expect(await intake.inspect(toInspect(file).asked)).toMatchObject({ kind: 'accepted' })
  })
})

describe('fault 10: a file made to exhaust has an answer within its limits', SLOW, () => {
  const TOO_MUCH = refusedFor('tooComplex', 'damagedStructure')

  test.concurrent.each<[string, Buffer]>([
    ['arrays in arrays', pdfOf([...ONE_PAGE, `${'['.repeat(200_000)}${']'.repeat(200_000)}`])],
    [
      'dictionaries in dictionaries',
      pdfOf([...ONE_PAGE, `${'<</A'.repeat(50_000)} 1${'>>'.repeat(50_000)}`]),
    ],
    ['drawings in drawings', drawings(12)],
    [
      'a page of nothing',
      pdfOf([...ONE_PAGE.slice(0, 2), '<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]>>']),
    ],
    ['pages of pages alone', pdfOf([ONE_PAGE[0] ?? '', '<</Type/Pages/Kids[]/Count 1>>'])],
  ])('%s', async (_, file) => {
    const { asked } = toInspect(file)
    expect([...TOO_MUCH, { kind: 'accepted', pages: 1, notes: [] }]).toContainEqual(
      await intake.inspect(asked),
    )
  })

  test('a page as long as a road is shown within the size of any other', async () => {
    const [catalog = '', pages = ''] = ONE_PAGE
    const file = pdfOf([catalog, pages, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 14400]>>'])
    const { asked, told } = toInspect(file)
    expect(await intake.inspect(asked)).toMatchObject({ kind: 'accepted' })
    expect(told.previews.get('1/1000')?.length).toBeLessThan(10_000)
  })
})

test('fault 10: whatever is changed in a file, it is accepted or refused', SLOW, async () => {
  const bases = ['valid-1-page.pdf', 'signature-byterange.pdf', 'javascript-in-object-stream.pdf']
  const change = fc.record({
    at: fc.nat({ max: 1e6 }),
    with: fc.uint8Array({ maxLength: 4 }),
    drops: fc.nat({ max: 4 }),
  })
  const file = fc.tuple(fc.constantFrom(...bases), fc.array(change, { minLength: 1, maxLength: 6 }))
  await fc.assert(
    fc.asyncProperty(file, async ([base, changes]) => {
      const bytes = changes.reduce(changed, pdfVector(base))
      const { kind } = await intake.inspect(toInspect(bytes).asked)
      expect(['accepted', 'refused']).toContain(kind)
    }),
    { seed: 20_261_126, numRuns: 15, endOnFailure: true },
  )
})

type Change = { at: number; with: Uint8Array; drops: number }

/** Never in the header or at the end, or the edges would answer for all. */
function changed(bytes: Buffer, { at, with: put, drops }: Change): Buffer {
  const place = 10 + (at % (bytes.length - 60))
  return Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + drops)])
}

function stream(content: string, entries = ''): string {
  return `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`
}

/** Readers that go by the first table still open what the last object of that number replaces. */
function replaced(): Buffer {
  const first = pdfOf([opens('4 0 R'), ...PAGES, SCRIPT])
  return Buffer.concat([first, Buffer.from('4 0 obj\n<</S/GoTo/D[3 0 R/Fit]>>\nendobj\n%%EOF\n')])
}

/** An honest file but for object 5, which its table finds within object 4. */
function pointing(fourth: string): Buffer {
  const honest = pdfOf([opens('5 0 R'), ...PAGES, fourth]).toString('latin1')
  const body = honest.slice(0, honest.indexOf('xref\n0 '))
  const starts = [1, 2, 3, 4].map((number) => body.indexOf(`\n${number} 0 obj`) + 1)
  const hidden = /5 0 obj|5 %\n0 obj/.exec(body)?.index ?? 0
  return Buffer.from(body + tableOf([...starts, hidden], body.length), 'latin1')
}

/** Each form draws the next one ten times: ten lines that are a million million drawings. */
function drawings(depth: number): Buffer {
  const forms = Array.from({ length: depth }, (_, index) => {
    const next = index + 5
    const uses = index < depth - 1 ? `/Resources<</XObject<</F ${next} 0 R>>>>` : ''
    const draws = index < depth - 1 ? '/F Do '.repeat(10) : '0 0 100 100 re f'
    return stream(draws, `/Type/XObject/Subtype/Form/BBox[0 0 595 842]${uses}`)
  })
  const [catalog = '', pages = ''] = ONE_PAGE
  const content = 4 + depth
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Resources<</XObject<</F 4 0 R>>>>>>`
  return pdfOf([catalog, pages, page, ...forms, stream('/F Do')])
}
