import { recordType } from '#test/support/record-types.ts'
import { frame, person, proofDue, records } from '#test/support/specimen-parts.ts'
import { rowRemovalPage } from '#views/archive/row-removal-page.tsx'
import type { RowRemovalProblem } from '#views/archive/row-removal-words.ts'
import { deskSide, ownSide } from '#views/archive/upload-side.ts'
import type { Page } from '#views/page.tsx'

const side = deskSide({ id: 'person', name: person.name, nip: person.nip })
const label = 'Guru Ahli Muda pada Sekolah Menengah Kejuruan Negeri 12 Kepulauan Contoh Tenggara'

const problems: { [K in RowRemovalProblem['kind']]: RowRemovalProblem & { kind: K } } = {
  stale: { kind: 'stale' },
  proofDue: { kind: 'proofDue' },
  proofWrong: { kind: 'proofWrong', code: { kind: 'empty' } },
  noRight: { kind: 'noRight' },
  national: { kind: 'national' },
  byOfficer: { kind: 'byOfficer' },
  wasVerified: { kind: 'wasVerified' },
  waits: { kind: 'waits' },
}

/** Of an officer on behalf where it is refused, whose second factor is due. */
function removal(problem: RowRemovalProblem | undefined): Page {
  const shown = problem ? { frame: proofDue, side } : { frame, side: ownSide }
  const row = { key: 'guru-muda', label }
  return rowRemovalPage({ ...shown, type: recordType('jabatan'), row, problem })
}

/** A row of a history that was added by mistake. */
export const rowRemovalSpecimens: Record<string, Page> = {
  'row-removal': removal(undefined),
  ...records('row-removal', problems, removal),
}
