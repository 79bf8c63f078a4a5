import type { RecordType } from '#domain/archive/record-type.ts'
import { slotName } from './slot-words.ts'

type Called = { type: RecordType | undefined; slot: string; rowLabel: string | undefined }

/** SK KP: Penata, III/c; where nothing is known of the row of a history, its key stands for it. */
export function recordCalled({ type, slot, rowLabel }: Called): string {
  if (!type) return slot
  const [key = '', code] = slot.split('#')
  const part = type.parts.find((one) => one.code === code)
  const row = key === '' ? undefined : { key, label: rowLabel ?? key }
  return slotName({ type, part, row })
}
