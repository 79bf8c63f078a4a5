import type { RecordType } from '#domain/archive/record-type.ts'
import { NATION } from '../../nation/nation-words.ts'
import type { Frame, Page } from '../../page.tsx'
import { Notice } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import type { TypeDone } from '../../path-names.ts'
import { paths } from '../../paths.ts'
import { fieldText, groupText } from '../record-type-words.ts'
import {
  kilobytesText,
  kindsText,
  pagesText,
  securityName,
  TYPES,
  typeDoneText,
  weightText,
} from './type-words.ts'

type WaitingType = { id: string; typeName: string; askerName: string; askedAt: Date }

type Props = {
  frame: Frame
  types: readonly RecordType[]
  waiting: readonly WaitingType[]
  done: TypeDone | undefined
}

/** What kinds of documents there are, for the nation. */
export function typesPage(props: Props): Page {
  return { title: TYPES.title, main: <Types {...props} />, frame: props.frame }
}

function Types({ frame, types, waiting, done }: Props) {
  return (
    <section id="jenis-arsip" class="card">
      <h1>{TYPES.title}</h1>
      <Notice text={done && typeDoneText(done)} />
      <p>{TYPES.lead}</p>
      {waiting.length > 0 && <Waiting frame={frame} waiting={waiting} />}
      <table>
        <caption>{TYPES.caption}</caption>
        <thead>
          <tr>
            <th scope="col">Jenis</th>
            <th scope="col">Ketentuan</th>
          </tr>
        </thead>
        <tbody>
          {types.map((type) => (
            <TypeRow {...type} />
          ))}
        </tbody>
      </table>
      <p class="actions">
        <a href={paths.nation}>{NATION.title}</a>
      </p>
    </section>
  )
}

function TypeRow(type: RecordType) {
  return (
    <tr>
      <th scope="row">
        <a href={paths.recordType(type.code)}>{type.name}</a>
      </th>
      <td>
        {groupText(type.group)}; {kindsText(type.appliesTo)}; paling besar{' '}
        {kilobytesText(type.maxBytes)}, {pagesText(type.maxPages)}; {weightText(type)};{' '}
        {securityName(type.securityClass).toLowerCase()}. Data:{' '}
        {type.requiredMetadata.map(fieldText).join(', ')}.
      </td>
    </tr>
  )
}

function Waiting({ frame, waiting }: Pick<Props, 'frame' | 'waiting'>) {
  return (
    <>
      <h2>{TYPES.waiting}</h2>
      <ul class="links">
        {waiting.map(({ id, typeName, askerName, askedAt }) => (
          <li>
            <a href={paths.typeRequest(id)}>{typeName}</a>
            <br />
            {askerName}, {momentText(askedAt, frame.clock.zone)}
          </li>
        ))}
      </ul>
    </>
  )
}
