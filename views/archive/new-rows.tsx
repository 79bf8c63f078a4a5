import type { RecordType } from '#domain/archive/record-type.ts'
import { NEW_ROW } from './new-row-words.ts'

type Props = {
  types: readonly RecordType[]
  pathOf: (type: string) => string
  summary?: string
}

/** Where a document is added that no list shows yet. */
export function NewRows({ types, pathOf, summary = NEW_ROW.others }: Props) {
  return (
    <details>
      <summary>{summary}</summary>
      <ul class="links">
        {types.map(({ code, name }) => (
          <li>
            <a href={pathOf(code)}>{name}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
