import type { Frame, Page } from '../page.tsx'
import { Field } from '../parts/field.tsx'
import { AskForm } from '../parts/form.tsx'
import { Notice } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { DeskAreas, type DeskWork } from './desk-areas.tsx'
import {
  DESK,
  EXPORT_FOUND,
  FOUND_CAPTION,
  NOBODY_FOUND,
  NOBODY_MORE,
  RECORDED,
  SEARCH_HINT,
  SEARCH_LABEL,
  TOO_SHORT,
} from './desk-words.ts'
import { EmployeeTable, type ShownEmployee } from './employee-table.tsx'
import { type Walk, walkQuery } from './walk-query.ts'

type SearchWalk = Extract<Walk, { kind: 'search' }>

/** `next`: the walk of the page that follows. */
type Found = {
  walk: SearchWalk
  employees: readonly ShownEmployee[]
  next: SearchWalk | undefined
}

type Props = {
  frame: Frame
  text: string
  answer: Found | 'nothingAsked' | 'tooShort'
  work: DeskWork
}

/** The desk itself: one field, and who was found. */
export function searchPage(props: Props): Page {
  return { title: DESK, main: <Desk {...props} />, frame: props.frame }
}

function Desk({ frame, text, answer, work }: Props) {
  const isFound = typeof answer === 'object'
  return (
    <section id="meja" class="card">
      <h1>{DESK}</h1>
      <SearchForm text={text} isFirst />
      {answer === 'tooShort' && <Notice text={TOO_SHORT} />}
      {isFound && <Answer frame={frame} found={answer} />}
      <p class="hint">{RECORDED}</p>
      <DeskAreas {...work} />
    </section>
  )
}

type SearchProps = { text: string; isFirst?: true }

/** `isFirst`: what the page is for, ready to be typed into. */
export function SearchForm({ text, isFirst }: SearchProps) {
  return (
    <AskForm action={paths.desk} label="Cari pegawai">
      <div class="ask">
        <Field
          name="cari"
          label={SEARCH_LABEL}
          hint={SEARCH_HINT}
          value={text}
          autocomplete="off"
          autofocus={isFirst}
        />
        <button>Cari</button>
      </div>
    </AskForm>
  )
}

function Answer({ frame, found }: { frame: Frame; found: Found }) {
  const { walk, employees, next } = found
  if (employees.length === 0)
    return <Notice text={walk.trail.length > 0 ? NOBODY_MORE : NOBODY_FOUND} />
  return (
    <>
      <EmployeeTable
        employees={employees}
        caption={FOUND_CAPTION}
        zone={frame.clock.zone}
        walk={walk}
      />
      <p class="walk">
        {walk.trail.length > 0 && (
          <a href={paths.deskSearch(walkQuery({ ...walk, trail: walk.trail.slice(0, -1) }))}>
            Sebelumnya
          </a>
        )}
        {next && <a href={paths.deskSearch(walkQuery(next))}>Berikutnya</a>}
      </p>
      <p class="actions">
        <a href={paths.deskExportOf(walkQuery({ ...walk, trail: [] }))}>{EXPORT_FOUND}</a>
      </p>
    </>
  )
}
