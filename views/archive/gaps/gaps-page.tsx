import type { PersonKind } from '#domain/person.ts'
import type { Frame, Page } from '../../page.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { AskForm } from '../../parts/form.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { Notice } from '../../parts/problem.tsx'
import { paths } from '../../paths.ts'
import { type GapsWalk, gapsQuery } from './gaps-query.ts'
import { countsText, GAPS, gapScoreText, printedText } from './gaps-words.ts'
import { Ranks, type ShownRanks } from './ranks-part.tsx'

/** Somebody whose archive lacks something; `named`: what, each as its document is called. */
export type ShownLacking = {
  person: string
  name: string
  nip: string
  kind: PersonKind
  unitName: string | undefined
  score: number | undefined
  missing: number
  waiting: number
  returned: number
  named: readonly string[]
}

export type GapsProps = {
  frame: Frame
  walk: GapsWalk
  units: readonly { id: string; name: string }[]
  people: readonly ShownLacking[]
  next: GapsWalk | undefined
  /** Beside the first page of the list alone. */
  ranks: ShownRanks
}

/** As many documents as a line of the list names; the file has them all. */
const NAMED = 3

/** Who of the agency lacks which documents, for those who remind them. */
export function gapsPage(props: GapsProps): Page {
  return { title: GAPS.title, main: <Gaps {...props} />, frame: props.frame }
}

function Gaps(props: GapsProps) {
  return (
    <>
      <List {...props} />
      {!props.walk.after && <Ranks frame={props.frame} ranks={props.ranks} />}
    </>
  )
}

function List({ frame, walk, units, people, next }: GapsProps) {
  const unit = units.find(({ id }) => id === walk.unit)
  const nobody = walk.after ? GAPS.nobodyMore : walk.unit ? GAPS.nobodyInUnit : GAPS.nobody
  return (
    <section id="kekurangan" class="card">
      <h1>{GAPS.title}</h1>
      <p class="printed">
        {printedText(unit?.name, frame.clock.now, frame.clock.zone)}{' '}
        {(walk.after || next) && GAPS.part}
      </p>
      <p>{GAPS.lead}</p>
      {!walk.after && (
        <p class="onscreen">
          <a href="#kelengkapan">{GAPS.toRanks}</a>
        </p>
      )}
      {units.length > 0 && <UnitForm walk={walk} units={units} />}
      {people.length === 0 ? <Notice text={nobody} /> : <People people={people} />}
      <p class="walk">
        {walk.after && (
          <a href={paths.gapsOf(gapsQuery({ ...walk, after: undefined }))}>{GAPS.first}</a>
        )}
        {next && <a href={paths.gapsOf(gapsQuery(next))}>{GAPS.next}</a>}
      </p>
      <p class="actions">
        <a href={paths.gapsFileOf(gapsQuery({ ...walk, after: undefined }))}>{GAPS.file}</a>
        <button type="button" class="quiet" data-print hidden>
          {GAPS.print}
        </button>
      </p>
    </section>
  )
}

function UnitForm({ walk, units }: Pick<GapsProps, 'walk' | 'units'>) {
  const choices = units.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <AskForm action={paths.gaps} label={GAPS.unit}>
      <div class="ask">
        <ChoiceField
          name="unit"
          label={GAPS.unit}
          value={walk.unit ?? ''}
          choices={[{ value: '', label: GAPS.allUnits }, ...choices]}
        />
        <button class="quiet">{GAPS.show}</button>
      </div>
    </AskForm>
  )
}

function People({ people }: Pick<GapsProps, 'people'>) {
  return (
    <table>
      <caption>{GAPS.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{GAPS.person}</th>
          <th scope="col">{GAPS.unit}</th>
          <th scope="col">{GAPS.lacking}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <tr>
            <th scope="row">
              <a href={paths.employeeArchive(one.person)}>{one.name}</a>
              <br />
              <code>{nipText(one.nip)}</code>
            </th>
            <td>{one.unitName ?? GAPS.noUnit}</td>
            <td>
              {`${countsText(one)}; ${gapScoreText(one.score)}`}
              <br />
              <span class="hint">{namedText(one.named)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function namedText(named: readonly string[]): string {
  const others = named.length - NAMED
  const shown = named.slice(0, NAMED).join('; ')
  return others > 0 ? `${shown}; dan ${others} lainnya` : shown
}
