import { AUDITED_CHOICES, type AuditedChoice } from '#domain/archive/destruction/item.ts'
import type { Frame, Page } from '../../page.tsx'
import { Form } from '../../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../../parts/problem.tsx'
import { ProofField } from '../../parts/proof-field.tsx'
import { paths } from '../../paths.ts'
import type { TypeNames } from '../record-name.ts'
import { type BatchProblem, batchTold } from './act-words.ts'
import type { BatchSide } from './batch-side.ts'
import { batchTitle } from './batch-words.ts'
import { choiceText, ITEMS } from './item-words.ts'
import { ItemTable, type Marks, type ShownItem } from './items-part.tsx'

type Props = {
  frame: Frame
  side: BatchSide
  batch: string
  number: string
  items: readonly ShownItem[]
  names: TypeNames
  more: string | undefined
  /** Where the list begins, if this is not there. */
  first: string | undefined
  /** What of a long list is looked for, where that can be chosen. */
  only?: AuditedChoice | 'all'
  appraising?: Appraising | undefined
  problem?: BatchProblem | undefined
}

/** For the panel: which records of the page are ticked. `after`: the record the page before ended with. */
type Appraising = { marks: Marks; after: string | undefined }

/** Every record of a list with what was found of it. */
export function itemsPage(props: Props): Page {
  const title = titleOf(ITEMS.title, toldOf(props))
  return { title, main: <Items {...props} />, frame: props.frame }
}

function toldOf({ problem, frame }: Props): Told | undefined {
  return problem && batchTold(problem, frame.clock.now, frame.clock.zone)
}

function Items(props: Props) {
  const { side, batch, number, items, more, first, only, appraising } = props
  return (
    <section id="arsip" class="card">
      <h1>{ITEMS.title}</h1>
      <ProblemSummary told={toldOf(props)} />
      <p>{batchTitle(number)}</p>
      {only && <Choices batch={batch} only={only} />}
      {items.length === 0 && <p class="none">{ITEMS.none}</p>}
      {items.length > 0 && !appraising && <ItemTable {...props} />}
      {items.length > 0 && appraising && <AppraisedTable {...props} appraising={appraising} />}
      <p class="actions">
        {more && <a href={more}>{ITEMS.more}</a>}
        {first && <a href={first}>{ITEMS.first}</a>}
        <a href={side.batch(batch)}>{ITEMS.back}</a>
      </p>
    </section>
  )
}

function AppraisedTable(props: Props & { appraising: Appraising }) {
  const { frame, batch, appraising } = props
  const { marks, after } = appraising
  const isTickable = [...marks.values()].some((mark) => mark !== 'alone')
  if (!isTickable) return <ItemTable {...props} marks={marks} />
  const place = paths.batchItems(batch, after)
  return (
    <Form action={place} csrf={frame.csrf} region="arsip">
      <p>{ITEMS.lead}</p>
      <p>
        <a href={paths.batchItems(batch, after, true)}>{ITEMS.tickAll}</a>
      </p>
      <ItemTable {...props} marks={marks} />
      <ProofField frame={frame} place={place} told={toldOf(props)} />
      <p class="actions">
        <button>{ITEMS.button}</button>
      </p>
    </Form>
  )
}

function Choices({ batch, only }: { batch: string; only: AuditedChoice | 'all' }) {
  return (
    <nav aria-label={ITEMS.choices}>
      <ul class="ways">
        {(['all', ...AUDITED_CHOICES] as const).map((one) => (
          <li>
            <a
              class="button quiet"
              href={paths.auditedItems(batch, undefined, one === 'all' ? undefined : one)}
              aria-current={one === only ? 'page' : undefined}
            >
              {choiceText(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
