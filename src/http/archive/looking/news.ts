import type { Overview } from '#domain/archive/overview.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import type { ShownLost } from '#views/archive/overview/lost.tsx'
import type { ShownNews } from '#views/archive/overview/news.tsx'
import { allOfTypeText, WHOLE_ARCHIVE } from '#views/archive/overview/news-words.ts'
import { recordCalled } from '#views/archive/record-called.ts'
import { slotName } from '#views/archive/slot-words.ts'
import type { LostVersion } from '../../../store/archive/losses.ts'
import type { ArchiveNotice } from '../../../store/archive/told-events.ts'

type Called = (record: { id: RecordId; type: string; slot: string }) => string

/** Each with what its record is called on the same page. */
export function newsOf(
  notices: readonly ArchiveNotice[],
  overview: Pick<Overview, 'shelves'>,
  types: readonly RecordType[],
): ShownNews[] {
  const called = calledOn(overview, types)
  return notices.map(({ record, ...notice }) =>
    record
      ? { ...notice, record: record.id, called: called(record) }
      : { ...notice, record: undefined, called: scopeCalled(notice, types) },
  )
}

/** Likewise what of it has no whole copy. */
export function lostIn(
  lost: readonly LostVersion[],
  overview: Pick<Overview, 'shelves'>,
  types: readonly RecordType[],
): ShownLost[] {
  const called = calledOn(overview, types)
  return lost.map(({ record: id, no, type, slot }) => ({
    ...{ record: id, no },
    called: called({ id, type, slot }),
  }))
}

function calledOn({ shelves }: Pick<Overview, 'shelves'>, types: readonly RecordType[]): Called {
  const slots = shelves.flatMap((shelf) => shelf.slots)
  const names = new Map(slots.map((slot) => [slot.record?.id, slotName(slot)]))
  const typeOf = (code: string) => types.find((type) => type.code === code)
  return ({ id, type, slot }) =>
    names.get(id) ?? recordCalled({ type: typeOf(type), slot, rowLabel: undefined })
}

/** A hold is on everything, or on one type of documents. */
function scopeCalled({ body }: Pick<ArchiveNotice, 'body'>, types: readonly RecordType[]): string {
  const type = types.find(({ code }) => code === body['type'])
  return type ? allOfTypeText(type.name) : WHOLE_ARCHIVE
}
