import { describe, expect, test } from 'vitest'
import { inBatches, makeReport } from '#src/log.ts'
import { NOW } from '#test/support/builders.ts'

function report() {
  const lines: string[] = []
  return {
    ...makeReport(
      (line) => lines.push(line),
      () => NOW,
    ),
    lines,
  }
}

const request = {
  reference: 'r-1',
  method: 'POST',
  route: '/masuk',
  status: 422,
  milliseconds: 12,
  refusal: 'wrong',
}

describe('a line of the log', () => {
  test('is one JSON object with its time', () => {
    const { lines, ...log } = report()
    log.request(request)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^\{.*\}\n$/)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      at: '2026-11-21T05:00:00.000Z',
      kind: 'request',
      ...request,
    })
  })

  test.each([
    new Error('duplicate key (name)=(Budi Santoso)'),
    new TypeError('two lines\n    at Rahasia-Saya-99 (Budi Santoso)'),
    Object.assign(new Error('Budi Santoso'), {
      code: '23505',
      detail: 'Budi Santoso',
      query: 'Budi Santoso',
    }),
    'Budi Santoso',
    { password: 'Budi Santoso' },
    undefined,
  ])('T-LEAK tells of an error where it was and of what sort, not what it says: %s', (problem) => {
    const { lines, ...log } = report()
    log.problem(problem, 'r-2')
    expect(lines.join()).not.toMatch(/Budi|Rahasia/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'problem', reference: 'r-2' })
  })

  test('names the place in our code and the code of the database', () => {
    const { lines, ...log } = report()
    log.problem(Object.assign(new RangeError('x'), { code: '40P01' }), 'r-3')
    const line = JSON.parse(lines[0] ?? '')
    expect(line).toMatchObject({ name: 'RangeError', code: '40P01' })
    expect(line.at_code[0]).toContain('log.test.ts')
  })
})

describe('lines in batches', () => {
  test('go out together, in their order, and none stays behind at the end', () => {
    const written: string[] = []
    const lines = inBatches((text) => written.push(text))
    lines.add('a\n')
    lines.add('b\n')
    expect(written).toEqual([])
    lines.flush()
    lines.flush()
    expect(written).toEqual(['a\nb\n'])
  })
})
