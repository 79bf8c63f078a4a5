import type { Zone } from '#domain/agency.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import type { ToldChange } from '#domain/archive/type-change.ts'
import { CHANGES, changedText } from './type-changes-words.ts'

type Props = { changes: readonly ToldChange[]; zone: Zone }

/** What the nation has come to ask otherwise of somebody, and since when. */
export function TypeChanges({ changes, types, zone }: Props & { types: readonly RecordType[] }) {
  const named = changes.flatMap((change) => {
    const type = types.find(({ code }) => code === change.type)
    return type ? [{ change, name: type.name }] : []
  })
  if (named.length === 0) return null
  return (
    <section class="card">
      <h2>{CHANGES.title}</h2>
      <p class="hint">{CHANGES.lead}</p>
      <ul>
        {named.map(({ change, name }) => (
          <li>
            <b>{name}</b>
            {`. ${changedText(change, zone)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Likewise of one type, beside what is to be sent. */
export function FormChanges({ changes, zone }: Props) {
  return (
    <>
      {changes.map((change) => (
        <p class="hint">{changedText(change, zone)}</p>
      ))}
    </>
  )
}
