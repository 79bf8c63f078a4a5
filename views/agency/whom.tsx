import { nipText } from '../parts/nip-words.ts'

/** Whom an act is about, to be compared with the card before one. */
export function Whom({ person }: { person: { name: string; nip: string } }) {
  return (
    <dl>
      <dt>Pegawai</dt>
      <dd>{person.name}</dd>
      <dt>NIP</dt>
      <dd>{nipText(person.nip)}</dd>
    </dl>
  )
}
