import type { CivilDate } from '#domain/civil-date.ts'
import type { Frame, Page } from '../../page.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { AskForm } from '../../parts/form.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { civilDayText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { BATCHES } from '../destruction/batch-words.ts'
import { recordName, type TypeNames } from '../record-name.ts'
import { RETENTION_PAGE } from './retention-page-words.ts'

type EndedRecord = {
  id: string
  name: string
  nip: string
  unitName: string | undefined
  type: string
  slot: string
  end: CivilDate
  held: boolean
}

type Props = {
  frame: Frame
  records: readonly EndedRecord[]
  names: TypeNames
  units: readonly { id: string; name: string }[]
  unit: string
  more: string | undefined
  isFirst: boolean
}

export function endedPage(props: Props): Page {
  return { title: RETENTION_PAGE.ended, main: <Ended {...props} />, frame: props.frame }
}

function Ended(props: Props) {
  const { records, units, unit, more, isFirst } = props
  return (
    <section id="berakhir" class="card">
      <h1>{RETENTION_PAGE.ended}</h1>
      <p>{RETENTION_PAGE.endedLead}</p>
      <UnitForm units={units} unit={unit} />
      {records.length === 0 ? (
        <p class="none">{RETENTION_PAGE.noneEnded}</p>
      ) : (
        <EndedTable {...props} />
      )}
      <p class="walk">
        {!isFirst && <a href={paths.retentionEndedIn(unit, '')}>{RETENTION_PAGE.first}</a>}
        {more && <a href={more}>{RETENTION_PAGE.more}</a>}
      </p>
      <p class="actions">
        <a href={paths.proposals}>{BATCHES.propose}</a>
        <a href={paths.retention}>{RETENTION_PAGE.back}</a>
      </p>
    </section>
  )
}

function UnitForm({ units, unit }: Pick<Props, 'units' | 'unit'>) {
  if (units.length === 0) return null
  const choices = units.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <AskForm action={paths.retentionEnded} label="Saring unit">
      <div class="ask">
        <ChoiceField
          name="unit"
          label="Unit kerja dan di bawahnya"
          choices={[{ value: '', label: RETENTION_PAGE.whole }, ...choices]}
          value={unit}
        />
        <button class="quiet">Tampilkan</button>
      </div>
    </AskForm>
  )
}

function EndedTable({ records, names }: Props) {
  return (
    <table>
      <caption>Arsip dengan retensi berakhir</caption>
      <thead>
        <tr>
          <th scope="col">Arsip</th>
          <th scope="col">Pegawai</th>
          <th scope="col">Berakhir</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr>
            <th scope="row">
              <a href={paths.retentionOfRecord(record.id)}>{recordName(record, names)}</a>{' '}
              {record.held && <span class="state bad">{RETENTION_PAGE.held}</span>}
            </th>
            <td>
              {record.name}
              <br />
              <code>{nipText(record.nip)}</code>
              {record.unitName && <p class="hint">{record.unitName}</p>}
            </td>
            <td>
              <span class="label">Berakhir </span>
              {civilDayText(record.end)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
