import type { Overview } from '#domain/archive/overview.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import type { ShownNews } from '#views/archive/overview/news.tsx'
import { allOfTypeText, WHOLE_ARCHIVE } from '#views/archive/overview/news-words.ts'
import { recordCalled } from '#views/archive/record-called.ts'
import { slotName } from '#views/archive/slot-words.ts'
import type { ArchiveNotice } from '../../../store/archive/told-events.ts'

/** Each with what its record is called on the same page. */
export function newsOf(
  notices: readonly ArchiveNotice[],
  { shelves }: Pick<Overview, 'shelves'>,
  types: readonly RecordType[],
): ShownNews[] {
  const slots = shelves.flatMap((shelf) => shelf.slots)
  const names = new Map(slots.map((slot) => [slot.record?.id, slotName(slot)]))
  const typeOf = (code: string) => types.find((type) => type.code === code)
  return notices.map(({ record, ...notice }) => {
    if (!record) return { ...notice, record: undefined, called: scopeCalled(notice, types) }
    const called = { type: typeOf(record.type), slot: record.slot, rowLabel: undefined }
    return { ...notice, record: record.id, called: names.get(record.id) ?? recordCalled(called) }
  })
}

/** A hold is on everything, or on one type of documents. */
function scopeCalled({ body }: Pick<ArchiveNotice, 'body'>, types: readonly RecordType[]): string {
  const type = types.find(({ code }) => code === body['type'])
  return type ? allOfTypeText(type.name) : WHOLE_ARCHIVE
}
