import { expect, test } from 'vitest'
import { appraisedHow } from '#domain/archive/destruction/appraise-item.ts'
import type { Item } from '#domain/archive/destruction/item.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'

const listed = {
  record: '00000000-0000-4000-8000-000000000001' as RecordId,
  subject: '00000000-0000-4000-8000-000000000002' as PersonId,
  approval: 'agency',
} as const
const exception = { text: 'yang berakibat hukum', disposition: 'permanent' } as const

test('T18 a record is appraised among others, alone where the JRA excepts it, and once', () => {
  const unappraised: Item = { ...listed, state: 'unappraised' }
  expect(appraisedHow(unappraised, [])).toBe('among')
  expect(appraisedHow(unappraised, [exception])).toBe('alone')
  const judged: Item[] = [
    { ...listed, state: 'toDestroy' },
    { ...listed, state: 'keysGone' },
    { ...listed, state: 'over', outcome: 'extended' },
  ]
  for (const item of judged) expect(appraisedHow(item, [exception])).toBeUndefined()
})
