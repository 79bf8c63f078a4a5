import type { Service } from '#domain/import/service.ts'
import type { PersonKind } from '#domain/person.ts'
import { kindText } from '../home/home-words.ts'
import { nipText } from '../parts/nip-words.ts'
import { serviceText } from '../parts/service-words.ts'
import { Tile } from '../parts/tile.tsx'

export type ShownPerson = {
  id: string
  name: string
  nip: string
  userName: string | undefined
  kind: PersonKind
  unitName: string | undefined
  agencyName: string
  service: Service
}

/** Who it is; plain text, so that each field is copied with a double click. */
export function WhoTile({ person }: { person: ShownPerson }) {
  return (
    <Tile heading="Identitas">
      <dl class="facts">
        <dt>NIP</dt>
        <dd>
          <code>{nipText(person.nip)}</code>
        </dd>
        <dt>Nama</dt>
        <dd>{person.name}</dd>
        {person.userName && (
          <>
            <dt>Nama pengguna</dt>
            <dd>
              <code>{person.userName}</code>
            </dd>
          </>
        )}
        <dt>Jenis ASN</dt>
        <dd>{kindText(person.kind)}</dd>
        <dt>Unit kerja</dt>
        <dd>{person.unitName ?? 'tanpa unit'}</dd>
        <dt>Instansi</dt>
        <dd>{person.agencyName}</dd>
        <dt>Kedudukan hukum</dt>
        <dd>{serviceText(person.service)}</dd>
      </dl>
    </Tile>
  )
}
