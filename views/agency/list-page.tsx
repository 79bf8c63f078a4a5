import type { Zone } from '#domain/agency.ts'
import type { Frame, Page } from '../page.tsx'
import { TextField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { nipText } from '../parts/nip-words.ts'
import { ProblemSummary, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { EXPORT_FOUND } from './desk-words.ts'
import { type ShownEmployee, StandingMark } from './employee-table.tsx'
import {
  countsText,
  LIST_CAPTION,
  LIST_FIELD,
  LIST_HINT,
  LIST_KEPT,
  LIST_TITLE,
  type ListProblem,
  listTold,
  NOT_FOUND,
  rubbishText,
  untilText,
} from './list-words.ts'
import { needText } from './standing-words.ts'
import { walkQuery } from './walk-query.ts'

type NewProps = { frame: Frame; text: string; problem: ListProblem | undefined }

export function newListPage(props: NewProps): Page {
  const told = props.problem && listTold(props.problem)
  return { title: titleOf(LIST_TITLE, told), main: <NewList {...props} />, frame: props.frame }
}

function NewList({ frame, text, problem }: NewProps) {
  const told = problem && listTold(problem)
  return (
    <section id="daftar" class="card">
      <h1>{LIST_TITLE}</h1>
      <ProblemSummary told={told} />
      <Form action={paths.deskLists} csrf={frame.csrf} region="daftar">
        <TextField
          name={LIST_FIELD}
          label="Daftar NIP"
          hint={LIST_HINT}
          value={text}
          rows={10}
          told={told}
          autofocus={told === undefined}
        />
        <p class="actions">
          <button>Periksa</button>
          <a href={paths.desk}>Kembali ke Meja layanan</a>
        </p>
      </Form>
      <p class="hint">{LIST_KEPT}</p>
    </section>
  )
}

/** A line of the list: somebody, a number that names nobody here, or no number. */
export type ShownEntry = { line: number } & (
  | { kind: 'found'; number: string; employee: ShownEmployee }
  | { kind: 'missing'; number: string }
  | { kind: 'rubbish'; text: string }
)

type Props = {
  frame: Frame
  list: { id: string; expiresAt: Date; repeated: number }
  counts: { found: number; missing: number; rubbish: number }
  entries: readonly ShownEntry[]
  previous: number | undefined
  next: number | undefined
}

export function listPage(props: Props): Page {
  return { title: LIST_TITLE, main: <List {...props} />, frame: props.frame }
}

function List({ frame, list, counts, entries, previous, next }: Props) {
  const { zone } = frame.clock
  return (
    <section id="daftar" class="card">
      <h1>{LIST_TITLE}</h1>
      <p role="status">{countsText({ ...counts, repeated: list.repeated })}</p>
      <table>
        <caption>{LIST_CAPTION}</caption>
        <thead>
          <tr>
            <th scope="col">NIP</th>
            <th scope="col">Unit kerja</th>
            <th scope="col">Keadaan akun</th>
            <th scope="col">Yang diperlukan</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow entry={entry} list={list.id} zone={zone} />
          ))}
        </tbody>
      </table>
      <p class="walk">
        {previous !== undefined && <a href={paths.deskList(list.id, previous)}>Sebelumnya</a>}
        {next !== undefined && <a href={paths.deskList(list.id, next)}>Berikutnya</a>}
      </p>
      <p class="hint">{untilText(list.expiresAt, zone)}</p>
      <p class="actions">
        <a href={paths.deskExportOf(walkQuery({ kind: 'list', list: list.id }))}>{EXPORT_FOUND}</a>
        <a href={paths.deskLists}>Daftar baru</a>
        <a href={paths.desk}>Kembali ke Meja layanan</a>
      </p>
    </section>
  )
}

type RowProps = { entry: ShownEntry; list: string; zone: Zone }

function EntryRow({ entry, list, zone }: RowProps) {
  if (entry.kind !== 'found')
    return (
      <tr>
        <th scope="row">
          <code>{entry.kind === 'missing' ? nipText(entry.number) : entry.text}</code>
        </th>
        <td />
        <td class="none">{entry.kind === 'missing' ? NOT_FOUND : rubbishText(entry.line)}</td>
        <td />
      </tr>
    )
  const { employee, number } = entry
  return (
    <tr>
      <th scope="row">
        <code>{nipText(number)}</code>
        <br />
        <a href={paths.employee(employee.id, walkQuery({ kind: 'list', list }))}>{employee.name}</a>
      </th>
      <td>{employee.unitName ?? 'tanpa unit'}</td>
      <td>
        <StandingMark {...employee} zone={zone} />
      </td>
      <td>{needText(employee.standing, employee.mailbox)}</td>
    </tr>
  )
}
