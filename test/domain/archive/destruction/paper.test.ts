import { expect, test } from 'vitest'
import { lackingPapers, PAPER_KINDS, type PaperKind } from '#domain/archive/destruction/paper.ts'

test('6.3 a step asks for the number first, then for the file', () => {
  const lacking = (papers: readonly PaperKind[], filed: readonly PaperKind[]) =>
    lackingPapers(['minutes', 'recommendation'], { papers, filed })
  const none: PaperKind[] = []
  expect(lacking(none, none)).toEqual({
    kind: 'papersMissing',
    papers: ['minutes', 'recommendation'],
  })
  expect(lacking(PAPER_KINDS, none)).toEqual({
    kind: 'filesMissing',
    papers: ['minutes', 'recommendation'],
  })
  expect(lacking(PAPER_KINDS, PAPER_KINDS)).toBeUndefined()
})

test('the certificate has its file from the portal', () => {
  expect(lackingPapers(['certificate'], { papers: ['certificate'], filed: [] })).toBeUndefined()
})
