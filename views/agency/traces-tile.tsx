import type { Role } from '#domain/access/mandate.ts'
import type { Zone } from '#domain/agency.ts'
import type { Happening } from '#domain/audit/event.ts'
import { happeningText } from '../account/happening-words.ts'
import { roleText } from '../parts/role-words.ts'
import { Tile } from '../parts/tile.tsx'
import { momentText } from '../parts/time-words.ts'

export type ShownTrace = { id: number; at: Date; happening: Happening; name: string; role: Role }

/** What colleagues did and noted; the person reads the same in their own account. */
export function TracesTile({ traces, zone }: { traces: readonly ShownTrace[]; zone: Zone }) {
  return (
    <Tile heading="Tindakan dan catatan petugas">
      {traces.length === 0 && <p class="none">Belum ada.</p>}
      <ol class="log">
        {traces.map(({ at, happening, name, role }) => (
          <li>
            <p class="hint">
              {momentText(at, zone)}, {name}, {roleText(role)}
            </p>
            <p>{happeningText(happening, zone)}</p>
            {'reason' in happening && <p>{reasonText(happening)}</p>}
          </li>
        ))}
      </ol>
    </Tile>
  )
}

function reasonText(happening: Happening & { reason: string; ticket?: string }): string {
  const { reason, ticket } = happening
  return ticket ? `${reason} (${ticket})` : reason
}
