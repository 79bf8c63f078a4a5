import type { Role } from '#domain/access/mandate.ts'
import type { Zone } from '#domain/agency.ts'
import type { AuditAsked } from '#domain/audit/asked.ts'
import { originText } from '../parts/origin-words.ts'
import { roleText } from '../parts/role-words.ts'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { exportText, kindText, NO_EXPORTS } from './audit-words.ts'

export type ShownExport = {
  at: Date
  what: 'search' | 'list' | 'agency' | 'gaps'
  rows: number | undefined
  browser: string
  network: string
  by: { name: string; role: Role; agency: string | undefined }
}

type Props = { zone: Zone; asked: AuditAsked; exports: readonly ShownExport[] }

/** Lists of people that left the desk; they name nobody, so none belongs to one person asked for. */
export function ExportList({ zone, asked, exports }: Props) {
  const isAlone = asked.kind === 'exports'
  if (asked.subject || (asked.kind && !isAlone)) return null
  return (
    <section class="card">
      <h2>{kindText('exports')}</h2>
      {exports.length === 0 ? (
        <p class="none">{NO_EXPORTS}</p>
      ) : (
        <ol class="log">
          {exports.map((one) => (
            <Line zone={zone} one={one} />
          ))}
        </ol>
      )}
      {!isAlone && exports.length > 0 && (
        <p>
          <a class="way" href={paths.auditOf({ ...asked, kind: 'exports' })}>
            Semua unduhan
          </a>
        </p>
      )}
    </section>
  )
}

function Line({ zone, one }: { zone: Zone; one: ShownExport }) {
  const { at, what, rows, by } = one
  return (
    <li>
      <p class="hint">
        {momentText(at, zone)}, {originText(one)}
      </p>
      <p>{exportText(what, rows)}</p>
      <p>Oleh {[by.name, roleText(by.role), by.agency].filter(Boolean).join(', ')}</p>
    </li>
  )
}
