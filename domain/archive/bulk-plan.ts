import type { PersonId } from '../person.ts'
import type { ListedFile } from './bulk-list.ts'
import { type BulkName, type BulkNameProblem, readBulkName, slotNamed } from './bulk-name.ts'
import type { Slot } from './slot.ts'
import { HARD_CAP } from './upload.ts'

/** A file of a folder, and where it would go, or why nowhere. */
export type PlannedFile = { n: number; name: string; bytes: number } & (
  | { person: PersonId; type: string; slot: string }
  | { problem: BulkProblem }
)

export type BulkProblem =
  | BulkNameProblem
  | 'noSuchPerson'
  | 'oneself'
  | 'noSuchSlot'
  | 'tooLarge'
  | 'empty'
  | 'twice'

/** Whoever has that number within the officer's reach, and what is expected of them. */
export type FoundOwner = { person: PersonId; slots: readonly Slot[] }

/** What a name is about, read before anybody is looked for. */
export function numbersIn(files: readonly ListedFile[]): string[] {
  return files.flatMap(({ name }) => {
    const read = readBulkName(name)
    return read.ok ? [read.value.nip] : []
  })
}

/** Dry: nothing is begun, and each line says what would become of it. */
export function planBulk(
  files: readonly ListedFile[],
  ownerOf: (nip: string) => FoundOwner | undefined,
  officer: PersonId,
): PlannedFile[] {
  const taken = new Set<string>()
  return files.map((file) => {
    const { n, name, bytes = 1 } = file
    const planned = placeOf(file, ownerOf, officer)
    if (typeof planned === 'string') return { n, name, bytes, problem: planned }
    const place = `${planned.person} ${planned.type} ${planned.slot}`
    if (taken.has(place)) return { n, name, bytes, problem: 'twice' }
    taken.add(place)
    return { n, name, bytes, ...planned }
  })
}

function placeOf(
  { name, bytes }: ListedFile,
  ownerOf: (nip: string) => FoundOwner | undefined,
  officer: PersonId,
): { person: PersonId; type: string; slot: string } | BulkProblem {
  const read = readBulkName(name)
  if (!read.ok) return read.problem
  const owner = ownerOf(read.value.nip)
  if (!owner) return 'noSuchPerson'
  if (owner.person === officer) return 'oneself'
  return placeIn(owner, read.value, bytes)
}

function placeIn(
  { person, slots }: FoundOwner,
  named: BulkName,
  bytes: number | undefined,
): { person: PersonId; type: string; slot: string } | BulkProblem {
  const slot = slotNamed(slots, named)
  if (!slot) return 'noSuchSlot'
  if (bytes === 0) return 'empty'
  const most = Math.min(slot.type.maxBytes, HARD_CAP)
  if (bytes !== undefined && bytes > most) return 'tooLarge'
  return { person, type: slot.type.code, slot: slot.slot }
}
