import { SOUGHT } from '#domain/archive/find-records.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Field } from '../../parts/field.tsx'
import { AskForm } from '../../parts/form.tsx'
import { statusText } from '../upload-words.ts'
import type { SearchWalk } from './search-query.ts'
import { SEARCH, STATUS_NAMES } from './search-words.ts'

/** The one field of the overview; the page it leads to has the rest. */
export function SearchField({ action }: { action: string }) {
  return (
    <AskForm action={action} label={SEARCH.title}>
      <div class="ask">
        <Words text="" hint={SEARCH.hint} />
        <button>{SEARCH.button}</button>
      </div>
    </AskForm>
  )
}

function Words({ text, hint }: { text: string; hint: string }) {
  return <Field name="kata" label={SEARCH.label} hint={hint} value={text} autocomplete="off" />
}

/** One's own archive alone is searched in what stands there. */
function Contents({ checked }: { checked: boolean }) {
  return (
    <div class="field">
      <label class="tick">
        <input
          type="checkbox"
          name="isi"
          value="ya"
          checked={checked}
          aria-describedby="isi-petunjuk"
        />
        {SEARCH.contents}
      </label>
      <p class="hint" id="isi-petunjuk">
        {SEARCH.contentsHint}
      </p>
    </div>
  )
}

type Props = {
  action: string
  walk: SearchWalk
  types: readonly RecordType[]
  /** Of one's own: with a day to go back to, and what stands in the documents. */
  isOwn?: boolean
}

/** Words and filters. */
export function SearchForm({ action, walk, types, isOwn }: Props) {
  const { type = '', year, status } = walk.asked
  const kinds = types.map(({ code, name }) => ({ value: code, label: name }))
  const states = SOUGHT.map((one) => ({ value: STATUS_NAMES[one], label: statusText(one) }))
  return (
    <AskForm action={action} label={SEARCH.title}>
      <Words text={walk.text} hint={isOwn ? SEARCH.ownHint : SEARCH.hint} />
      {isOwn && <Contents checked={walk.contents} />}
      <div class="ask">
        <ChoiceField
          name="jenis"
          label={SEARCH.type}
          value={type}
          choices={[{ value: '', label: SEARCH.anyType }, ...kinds]}
        />
        <ChoiceField
          name="keadaan"
          label={SEARCH.status}
          value={status ? STATUS_NAMES[status] : ''}
          choices={[{ value: '', label: SEARCH.anyStatus }, ...states]}
        />
        <Field
          name="tahun"
          label={SEARCH.year}
          value={year ? String(year) : ''}
          inputmode="numeric"
          autocomplete="off"
        />
        {isOwn && (
          <Field
            name="tanggal"
            label={SEARCH.on}
            value={walk.on ? civilDateText(walk.on) : ''}
            type="date"
            autocomplete="off"
          />
        )}
        <button>{SEARCH.button}</button>
      </div>
    </AskForm>
  )
}
