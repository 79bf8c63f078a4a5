import { beforeAll, describe, expect, test } from 'vitest'
import type { Inspection } from '#domain/archive/intake.ts'
import { makeIntake } from '#src/intake/intake.ts'
import {
  inParts,
  pdfVector,
  pdfVectors,
  previewNames,
  refusedFor,
  type Told,
  toInspect,
} from '#test/support/pdf.ts'

/** Each file has a process of its own, and the machine has other tests to run. */
const SLOW = { timeout: 180_000 }
const VECTORS = pdfVectors()
const intake = makeIntake({ children: 2, waiting: VECTORS.length - 2 })

describe('fault 10: archive.md 4.5', SLOW, () => {
  const answers = new Map<string, { answer: Inspection; told: Told }>()
  let beyond: Inspection | undefined

  beforeAll(async () => {
    const all = VECTORS.map(async ({ file }) => {
      const { asked, told } = toInspect(pdfVector(file))
      answers.set(file, { answer: await intake.inspect(asked), told })
    })
    beyond = await intake.inspect(toInspect(pdfVector('valid-1-page.pdf')).asked)
    await Promise.all(all)
  }, SLOW.timeout)

  test.each(VECTORS)('$file is $answer: $why', ({ file, answer, reasons, pages = 0, notes }) => {
    const { answer: given, told } = answers.get(file) ?? {}
    if (answer === 'refused') expect(refusedFor(...(reasons ?? []))).toContainEqual(given)
    else expect(given).toEqual({ kind: 'accepted', pages, notes })
    if (answer === 'refused') return
    expect(told?.texts).toHaveLength(pages)
    expect([...(told?.previews.keys() ?? [])]).toEqual(previewNames(pages))
  })

  test('the text of a page is what stands on it', () => {
    const { texts = [] } = answers.get('valid-20-pages.pdf')?.told ?? {}
    const numbers = texts.map((text) => /Halaman (\d+)/.exec(text)?.[1])
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => `${index + 1}`))
  })

  test('of a crowd all are answered, and beyond its queue nothing is said about a file', () => {
    expect(answers.size).toBe(VECTORS.length)
    expect(beyond).toEqual({ kind: 'notInspected' })
  })
})

describe('who asks', SLOW, () => {
  test('sets the cap: one page more is refused', async () => {
    const { asked } = toInspect(pdfVector('valid-20-pages.pdf'), { maxPages: 19 })
    expect(await intake.inspect(asked)).toEqual({ kind: 'refused', reason: 'tooManyPages' })
  })

  test('hears of a source that fails, for that says nothing about the file', async () => {
    async function* source() {
      yield* inParts(pdfVector('valid-20-pages.pdf'), 100)
      throw new Error('the store is gone')
    }
    const { asked } = toInspect(Buffer.alloc(0), { source: source() })
    await expect(intake.inspect(asked)).rejects.toThrow('the store is gone')
  })

  test('hears of a taker that fails', async () => {
    const onPreview = () => Promise.reject(new Error('no room'))
    const { asked } = toInspect(pdfVector('valid-1-page.pdf'), { onPreview })
    await expect(intake.inspect(asked)).rejects.toThrow('no room')
  })

  test('gets the next part only when the last one is taken', async () => {
    let open = 0
    const take = async () => {
      open += 1
      expect(open).toBe(1)
      await new Promise(setImmediate)
      open -= 1
    }
    const { asked } = toInspect(pdfVector('valid-1-page.pdf'), { onText: take, onPreview: take })
    expect(await intake.inspect(asked)).toMatchObject({ kind: 'accepted' })
  })
})
