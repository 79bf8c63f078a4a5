import { afterEach, describe, expect, test } from 'vitest'
import { inspectFile } from '#src/intake/inspect.ts'
import { startChild } from '#src/intake/killable.ts'
import type { Limits } from '#src/intake/limits.ts'
import type { Script } from '#test/support/intake-children/liar.ts'
import { accepts, LIAR, runningCount, says, saysPage, scripted } from '#test/support/liar.ts'
import { allOf, refusedFor, toInspect } from '#test/support/pdf.ts'

const ready = says('ready')
const [page1, page2] = [saysPage(1), saysPage(2)]
const onePage = says('pages', { page: 1 })

afterEach(() => expect(runningCount(LIAR)).toBe(0))

describe('a child is believed', { timeout: 60_000 }, () => {
  test('when it tells each page and then accepts', async () => {
    const { answer, told } = await heard({ says: [ready, onePage, ...page1, accepts(1)] })
    expect(answer).toEqual({ kind: 'accepted', pages: 1, notes: [] })
    expect([...told.previews.keys()]).toEqual(['1/320', '1/1000'])
  })
})

describe('a child that lies or dies refuses its file', { timeout: 60_000 }, () => {
  test.each<[string, Script]>([
    ['says nothing more', { says: [ready] }],
    ['says that and crashes', { says: [ready, onePage, ...page1], ends: 'crash' }],
    ['says what is no frame', { says: [ready, onePage], raw: 'Warning: 7 glyphs missing' }],
    ['says too much at once', { says: [ready, onePage], raw: '\x02\0\x01\0\0\x7f\xff\xff\xff' }],
    ['accepts without pages', { says: [ready, accepts(1)] }],
    [
      'accepts before all pages came',
      { says: [ready, says('pages', { page: 2 }), ...page1, accepts(2)] },
    ],
    [
      'accepts in a form of its own',
      { says: [ready, says('verdict', { body: '{"kind":"fine"}' })] },
    ],
    ['accepts in no form', { says: [ready, says('verdict', { body: '{' })] }],
    ['counts no page', { says: [ready, says('pages')] }],
    ['counts more than the cap', { says: [ready, says('pages', { page: 301 })] }],
    ['counts twice', { says: [ready, onePage, onePage, ...page1, accepts(1)] }],
    ['tells a page twice', { says: [ready, onePage, ...page1, ...page1, accepts(1)] }],
    ['tells a page that is none', { says: [ready, onePage, ...page2, accepts(1)] }],
    ['tells a page before the count', { says: [ready, ...page1, onePage, accepts(1)] }],
    [
      'tells the pages in another order',
      { says: [ready, says('pages', { page: 2 }), ...page2, ...page1, accepts(2)] },
    ],
    [
      'shows what is no picture',
      {
        says: [
          ready,
          onePage,
          page1[0],
          says('preview', { page: 1, width: 320, body: '<svg>' }),
        ] as Script['says'],
      },
    ],
    [
      'shows another width',
      { says: [ready, onePage, page1[0], { ...page1[1], width: 9 }] as Script['says'] },
    ],
    ['speaks as for photos', { says: [ready, says('pdf', { body: '%PDF-' })] }],
  ])('that %s', async (_, script) => {
    const { answer } = await heard(script)
    expect(refusedFor('tooComplex')).toContainEqual(answer)
  })

  test('unless it dies before it is ready: then nothing is said about the file', async () => {
    const { answer } = await heard({ says: [], ends: 'crash' })
    expect(answer).toEqual({ kind: 'notInspected' })
  })

  test('whatever it claims, the count is the one of the pages that came', async () => {
    const { answer } = await heard({ says: [ready, onePage, ...page1, accepts(7)] })
    expect(answer).toEqual({ kind: 'accepted', pages: 1, notes: [] })
  })
})

describe('a child that does not end is killed', { timeout: 60_000 }, () => {
  const little: Limits = { processorMs: 1_500, patience: 2, residentKib: 150 * 1024 }
  const much = { ...little, processorMs: 60_000, residentKib: 1024 ** 2 }

  test.each<[string, NonNullable<Script['ends']>, Partial<Limits>]>([
    ['of the processor’s time', 'spin', { processorMs: little.processorMs, patience: 1_000 }],
    ['of time by the clock', 'sleep', { processorMs: little.processorMs }],
    ['of memory', 'grow', { residentKib: little.residentKib }],
  ])('once it has used too much %s', async (_, ends, limit) => {
    const child = startChild(LIAR, [], { ...much, ...limit })
    child?.input.end(scripted({ says: [ready], ends }))
    const frames = await allOf(child?.frames)
    expect(frames.map(({ kind }) => kind)).toEqual(['ready'])
    await child?.end()
  })

  test('but not while it waits for us', async () => {
    const [paused, other] = [startChild(LIAR, [], little), startChild(LIAR, [], little)]
    other?.input.write(scripted({ says: [] }))
    await paused?.pausing(() => allOf(other?.frames))
    paused?.input.end(scripted({ says: [ready] }))
    expect(await allOf(paused?.frames)).toHaveLength(1)
    await Promise.all([paused?.end(), other?.end()])
  })

  test('later, the more pages of it have come', async () => {
    const pages = [1, 2, 3, 4, 5, 6, 7, 8]
    const all = [ready, says('pages', { page: 8 }), ...pages.flatMap(saysPage), accepts(8)]
    const { asked } = toInspect(scripted({ says: all, works: 100 }))
    const few = { ...much, processorMs: 2_000 }
    expect(await inspectFile(asked, LIAR, few)).toMatchObject({ kind: 'accepted' })
    const { asked: again } = toInspect(scripted({ says: [ready], works: 2_600 }))
    expect(await inspectFile(again, LIAR, few)).toEqual({ kind: 'notInspected' })
  })
})

async function heard(script: Script) {
  const { asked, told } = toInspect(scripted(script))
  return { answer: await inspectFile(asked, LIAR), told }
}
