import type { Child } from 'hono/jsx'
import { type Verdict, type VerdictName, verdictName } from '#domain/verification/verdict.ts'
import { dayText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { VERDICT_WORDS, VERDICTS } from './verdict-words.ts'

/** What stands in the gaps of the words; empty in a template, which a script fills. */
type Slots = { hari: string; nomor: string; versi: string; pengganti: string }

const EMPTY: Slots = { hari: '', nomor: '', versi: '', pengganti: '' }

/** The answer about a file, drawn here. */
export function VerdictCard({ verdict }: { verdict: Verdict }) {
  const { index } = { index: undefined, ...verdict }
  return <Card name={verdictName(verdict)} slots={slotsOf(verdict)} index={index} />
}

/** The same for a script: one template for each answer that there is. */
export function VerdictTemplates() {
  return (
    <div hidden>
      {(Object.keys(VERDICTS) as VerdictName[]).map((name) => (
        <template data-verdict={name}>
          <Card name={name} slots={EMPTY} index={undefined} />
        </template>
      ))}
    </div>
  )
}

type CardProps = { name: VerdictName; slots: Slots; index: number | undefined }

function Card({ name, slots, index }: CardProps) {
  const { tone, title, text } = VERDICTS[name]
  return (
    <section class={`${tone} verdict stack`} data-told={name} tabindex={-1}>
      <h2>
        <Filled text={title} slots={slots} />
      </h2>
      {text.map((line) => (
        <p>
          <Filled text={line} slots={slots} />
        </p>
      ))}
      {isRecorded(name) && <Record name={name} slots={slots} index={index} />}
    </section>
  )
}

function Record({ name, slots, index }: CardProps) {
  return (
    <>
      <dl>
        <dt>{VERDICT_WORDS.at}</dt>
        <dd data-slot="hari">{slots.hari}</dd>
        <dt>{VERDICT_WORDS.index}</dt>
        <dd data-slot="nomor">{slots.nomor}</dd>
        {isOfVersion(name) && (
          <>
            <dt>{VERDICT_WORDS.version}</dt>
            <dd data-slot="versi">{slots.versi}</dd>
          </>
        )}
      </dl>
      {name !== 'differs' && (
        <>
          <p class="actions">
            <a href={paths.checkProof(index === undefined ? '' : String(index))} download>
              {VERDICT_WORDS.keep}
            </a>
          </p>
          <p class="hint">{VERDICT_WORDS.keepHint}</p>
        </>
      )}
    </>
  )
}

function Filled({ text, slots }: { text: string; slots: Slots }) {
  const parts: Child[] = text.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1] as keyof Slots | undefined
    return name ? <span data-slot={name}>{slots[name]}</span> : part
  })
  return <>{parts}</>
}

function slotsOf(verdict: Verdict): Slots {
  const { at, index, version, newer } = {
    ...{ at: undefined, index: undefined, version: undefined, newer: undefined },
    ...verdict,
  }
  return {
    hari: at === undefined ? '' : dayText(new Date(at), 'WIB'),
    nomor: String(index ?? ''),
    versi: String(version ?? ''),
    pengganti: String(newer ?? ''),
  }
}

function isRecorded(name: VerdictName): boolean {
  return name !== 'unknown' && !name.startsWith('notChecked')
}

function isOfVersion(name: VerdictName): boolean {
  return name !== 'differs' && name !== 'listDestroyed'
}
