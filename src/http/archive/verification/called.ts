import { slotName } from '#views/archive/slot-words.ts'
import type { Work } from '../../../store/archive/work.ts'

/** SK KP: Penata, III/c */
export function calledOf({ type, record, rowLabel }: Work): string {
  const [key = '', code] = record.slot.split('#')
  const part = type.parts.find((one) => one.code === code)
  const row = key === '' ? undefined : { key, label: rowLabel ?? key }
  return slotName({ type, part, row })
}
