import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import type { Frame, Page } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { civilDayText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { recordName, type TypeNames } from '../record-name.ts'
import { stageText } from '../stage-words.ts'
import { RETENTION_PAGE } from './retention-page-words.ts'

type KeptRecord = {
  id: RecordId
  type: string
  slot: string
  stage: Stage
  end: CivilDate | undefined
  held: boolean
}

type Props = {
  frame: Frame
  person: { name: string; nip: string }
  records: readonly KeptRecord[]
  names: TypeNames
}

/** What the agency keeps of a person, and until when. */
export function retentionOfPersonPage(props: Props): Page {
  return { title: RETENTION_PAGE.search, main: <OfPerson {...props} />, frame: props.frame }
}

function OfPerson({ person, records, names }: Props) {
  return (
    <section id="retensi" class="card">
      <h1>{RETENTION_PAGE.search}</h1>
      <p>
        {person.name}, <code>{nipText(person.nip)}</code>
      </p>
      {records.length === 0 ? (
        <p class="none">{RETENTION_PAGE.nothingKept}</p>
      ) : (
        <KeptTable records={records} names={names} />
      )}
      <p class="actions">
        <a href={paths.retentionSearch}>Pegawai lain</a>
        <a href={paths.retention}>{RETENTION_PAGE.back}</a>
      </p>
    </section>
  )
}

function KeptTable({ records, names }: Pick<Props, 'records' | 'names'>) {
  return (
    <table>
      <caption>Arsip yang disimpan instansi Anda</caption>
      <thead>
        <tr>
          <th scope="col">Arsip</th>
          <th scope="col">Tahap</th>
          <th scope="col">Disimpan sampai</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr>
            <th scope="row">
              <a href={paths.retentionOfRecord(record.id)}>{recordName(record, names)}</a>{' '}
              {record.held && <span class="state bad">{RETENTION_PAGE.held}</span>}
            </th>
            <td>{stageText(record.stage)}</td>
            <td>
              <span class="label">Disimpan sampai </span>
              {record.end ? civilDayText(record.end) : 'tanpa batas waktu'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
