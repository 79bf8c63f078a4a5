import { describe, expect, test } from 'vitest'
import { makeIntake } from '#src/intake/intake.ts'
import {
  inParts,
  pdfVector,
  pdfVectors,
  previewNames,
  refusedFor,
  toInspect,
} from '#test/support/pdf.ts'

const intake = makeIntake({ children: 2, waiting: 40 })

describe('archive.md 4.5', () => {
  test.concurrent.each(pdfVectors())('$file is $answer: $why', async ({ file, ...expected }) => {
    const { asked, told } = toInspect(pdfVector(file))
    const answer = await intake.inspect(asked)
    if (expected.answer === 'refused') {
      expect(refusedFor(...(expected.reasons ?? []))).toContainEqual(answer)
      return
    }
    const { pages = 0, notes } = expected
    expect(answer).toEqual({ kind: 'accepted', pages, notes })
    expect(told.texts).toHaveLength(pages)
    expect([...told.previews.keys()]).toEqual(previewNames(pages))
  })

  test('the text of a page is what stands on it', async () => {
    const { asked, told } = toInspect(pdfVector('valid-20-pages.pdf'))
    await intake.inspect(asked)
    expect(told.texts.map((text) => /\d+/.exec(text)?.[0])).toEqual(
      Array.from({ length: 20 }, (_, index) => `${index + 1}`),
    )
  })

  test('a file of one page more than the cap of its type is refused', async () => {
    const of = (maxPages: number) =>
      intake.inspect(toInspect(pdfVector('valid-20-pages.pdf'), { maxPages }).asked)
    expect(await of(19)).toEqual({ kind: 'refused', reason: 'tooManyPages' })
    expect(await of(20)).toMatchObject({ kind: 'accepted' })
  })
})

describe('who asks', () => {
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
    const { asked } = toInspect(pdfVector('valid-20-pages.pdf'), { onText: take, onPreview: take })
    expect(await intake.inspect(asked)).toMatchObject({ kind: 'accepted' })
  })

  test('of twenty at once gets twenty answers, and beyond the queue none about the file', async () => {
    const crowded = makeIntake({ children: 2, waiting: 18 })
    const files = Array.from(
      { length: 21 },
      (_, index) => toInspect(pdfVector(index % 2 === 0 ? 'valid-1-page.pdf' : 'empty.pdf')).asked,
    )
    const answers = await Promise.all(files.map(crowded.inspect))
    const kinds = answers.map(({ kind }) => kind)
    expect(kinds.slice(0, 20)).toEqual(
      files.slice(0, 20).map((_, index) => (index % 2 === 0 ? 'accepted' : 'refused')),
    )
    expect(kinds[20]).toBe('notInspected')
  })
})
