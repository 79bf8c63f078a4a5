import { type Completeness, gapsOf } from '#domain/archive/completeness.ts'
import { isSecret, type RecordType } from '#domain/archive/record-type.ts'
import { Whom } from '../agency/whom.tsx'
import type { Frame, Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { GapList } from './completeness-parts.tsx'
import { NewRows } from './new-rows.tsx'
import { slotName, stateName } from './slot-words.ts'
import type { SentFor } from './upload-side.ts'
import { FOR_OTHERS } from './upload-words.ts'

type Props = {
  frame: Frame
  person: SentFor
  completeness: Completeness
  /** Histories that something may be added to. */
  histories: readonly RecordType[]
}

/** What an officer can send for somebody; of secret types nothing is told. */
export function employeeUploadsPage({ frame, person, completeness, histories }: Props): Page {
  const slots = completeness.slots.filter(({ type }) => !isSecret(type))
  const pathOf = ({ type, slot }: (typeof slots)[number]) =>
    paths.employeeUploadTo(person.id, type.code, slot)
  const { now, zone } = frame.clock
  const gaps = gapsOf(slots)
  const main = (
    <section class="stack">
      <h1>{FOR_OTHERS.title}</h1>
      <div class="card">
        <Whom person={person} />
        <p>{FOR_OTHERS.intro}</p>
      </div>
      <h2>{FOR_OTHERS.lacking}</h2>
      <GapList gaps={gaps} uploadPath={pathOf} now={now} zone={zone} />
      <h2>{FOR_OTHERS.others}</h2>
      <ul class="links">
        {slots
          .filter((slot) => !gaps.includes(slot))
          .map((slot) => (
            <li>
              <a href={pathOf(slot)}>{slotName(slot)}</a>
              {` ${stateName(slot.state)}`}
            </li>
          ))}
      </ul>
      <NewRows types={histories} pathOf={(type) => paths.employeeUploadTo(person.id, type, '')} />
      <p class="actions">
        <a href={paths.employee(person.id)}>Kembali ke pegawai ini</a>
        <a href={paths.deskUploads}>Unggahan saya</a>
      </p>
    </section>
  )
  return { title: FOR_OTHERS.title, main, frame }
}
