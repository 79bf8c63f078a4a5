import type { RecordType } from '#domain/archive/record-type.ts'
import type { ShownLacking } from '#views/archive/gaps/gaps-page.tsx'
import { recordCalled } from '#views/archive/record-called.ts'
import type { ListedGaps } from '../../../store/archive/gaps.ts'

/** What somebody lacks, each as its document is called. */
export function shownLacking(found: ListedGaps, types: readonly RecordType[]): ShownLacking {
  const typeOf = (code: string) => types.find((type) => type.code === code)
  const named = found.gaps.map(({ type, slot, label }) =>
    recordCalled({ type: typeOf(type), slot, rowLabel: label }),
  )
  return { ...found, named }
}
