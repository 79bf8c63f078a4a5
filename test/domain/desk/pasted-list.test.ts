import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePastedList } from '#domain/desk/pasted-list.ts'
import { no, ok } from '#domain/result.ts'

const ONE = '198501012010011901'
const OTHER = '199002142015042902'

function entriesOf(text: string) {
  const list = parsePastedList(text)
  return list.ok ? list.value.entries : []
}

describe('a pasted list', () => {
  test.each([
    ['lines', `${ONE}\n${OTHER}`],
    ['lines of Windows, with blank ones', `\r\n${ONE}\r\n\r\n${OTHER}\r\n`],
    ['commas', `${ONE},${OTHER}`],
    ['semicolons', `${ONE};${OTHER};`],
    ['tabs', `${ONE}\t${OTHER}`],
    ['blanks', `${ONE} ${OTHER}`],
    ['groups of the card', `19850101 201001 1 901\n19900214 201504 2 902`],
    ['row numbers and names', `1 ${ONE} Budi Santoso\n2\t${OTHER}\tMaria, S.Pd.`],
    ['quotes of a CSV', `"${ONE}","Budi"\n"${OTHER}","Maria"`],
    ['apostrophes of Excel', `'${ONE}\n'${OTHER}`],
  ])('is read from %s', (_, text) => {
    expect(entriesOf(text).map((entry) => 'number' in entry && entry.number)).toEqual([ONE, OTHER])
  })

  test('keeps the order and the first of what came twice, and says how many came again', () => {
    const list = parsePastedList(`${OTHER}\n${ONE}\n${OTHER} ${OTHER}`)
    expect(list).toEqual(
      ok({
        entries: [
          { line: 1, number: OTHER },
          { line: 2, number: ONE },
        ],
        repeated: 2,
      }),
    )
  })

  test('tells rubbish with its line, and takes no part of a longer number', () => {
    expect(entriesOf(`Daftar NIP\n${ONE}\n${ONE}7\n12345`)).toEqual([
      { line: 1, rubbish: 'Daftar NIP' },
      { line: 2, number: ONE },
      { line: 3, rubbish: `${ONE}7` },
      { line: 4, rubbish: '12345' },
    ])
  })

  test.each(['', ' \n ,;\t\n', '\u200b'])('that says nothing is refused: %j', (text) => {
    expect(parsePastedList(text)).toEqual(no({ kind: 'listEmpty' }))
  })

  test('has 500 entries at most', () => {
    const numbers = (count: number) =>
      Array.from({ length: count }, (_, at) => String(BigInt(ONE) + BigInt(at))).join('\n')
    expect(parsePastedList(numbers(500)).ok).toBe(true)
    expect(parsePastedList(numbers(501))).toEqual(
      no({ kind: 'listLong', maximum: 500, numbers: 501 }),
    )
  })

  test('finds every number, however it is grouped and parted', () => {
    const number = fc
      .stringMatching(/^[0-9]{18}$/)
      .chain((digits) =>
        fc.constantFrom(digits, digits.replace(/^(.{8})(.{6})(.)(.{3})$/, '$1 $2 $3 $4')),
      )
    const parted = fc.array(fc.tuple(number, fc.constantFrom('\n', ';', ',', '\t', '\r\n')), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(parted, (cells) => {
        const expected = new Set(cells.map(([cell]) => cell.replaceAll(' ', '')))
        const found = entriesOf(cells.flat().join(''))
        expect(found.map((entry) => 'number' in entry && entry.number)).toEqual([...expected])
      }),
    )
  })
})
