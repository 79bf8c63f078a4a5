import type { BagDocument, LeftOut } from '#domain/archive/export/exported.ts'
import { FIELDS, isMetadataField, type MetadataField } from '#domain/archive/metadata-fields.ts'
import type { Person } from '#domain/person.ts'
import { parseCivilDate } from '#domain/zone-day.ts'
import { civilDayText, dayText } from '../../parts/time-words.ts'
import { documentText } from '../record-name-words.ts'
import { fieldText, groupText } from '../record-type-words.ts'
import { BAG, contentText, leftOutName, madeText } from './bag-words.ts'

/** Without `>`, which would arrive as `&gt;`. */
const STYLE =
  ':root{color-scheme:light dark}' +
  'body{overflow-wrap:break-word;max-width:64rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}' +
  'table{border-collapse:collapse;width:100%}td,th{padding:.375rem 1rem .375rem 0;border-top:1px solid #999;text-align:left;vertical-align:top}' +
  'td span{display:none}code{font-size:.75rem;overflow-wrap:anywhere}tr{break-inside:avoid}h2{break-after:avoid}' +
  '@media(max-width:40rem){thead{display:none}tr,td{display:block}tr{padding:.5rem 0;border-top:1px solid #999}td{padding:0;border:0}td span{display:inline}}'

type Props = {
  person: Person
  madeAt: Date
  documents: readonly BagDocument[]
  leftOut: readonly LeftOut[]
}

/** A page that any browser opens from the disk and prints, without asking anybody for anything. */
export function bagIndex(props: Props): string {
  return `<!doctype html>${String(<Index {...props} />)}\n`
}

function Index({ person, madeAt, documents, leftOut }: Props) {
  const groups = ['main', 'conditional'] as const
  return (
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{BAG.title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <h1>{BAG.title}</h1>
        <p>{madeText(person, madeAt)}</p>
        <p>
          {contentText(documents.length)} {BAG.unpack}
        </p>
        <p>
          {BAG.readme} <a href="BACA-SAYA.txt">BACA-SAYA.txt</a>.
        </p>
        <NotThere leftOut={leftOut} />
        {groups.map((group) => (
          <Group
            heading={groupText(group)}
            documents={documents.filter((one) => one.group === group)}
            person={person}
          />
        ))}
      </body>
    </html>
  )
}

function NotThere({ leftOut }: Pick<Props, 'leftOut'>) {
  if (leftOut.length === 0) return null
  return (
    <>
      <h2>{BAG.leftOut}</h2>
      <p>{BAG.leftOutText}</p>
      <ul>
        {leftOut.map((one) => (
          <li>{leftOutName(one)}</li>
        ))}
      </ul>
    </>
  )
}

type GroupProps = { heading: string; documents: readonly BagDocument[]; person: Person }

function Group({ heading, documents, person }: GroupProps) {
  if (documents.length === 0) return null
  return (
    <>
      <h2>{heading}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{BAG.file}</th>
            <th scope="col">{BAG.data}</th>
            <th scope="col">{BAG.verified}</th>
            <th scope="col">{BAG.whole}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <Line document={document} person={person} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Line({ document, person }: { document: BagDocument; person: Person }) {
  const { name, typeName, slot, verifiedAt, sha256, digitised, scan, log } = document
  const notes = [digitised && BAG.digitised, scan === 'notScanned' && BAG.notScanned]
  return (
    <tr>
      <td>
        <a href={name}>{documentText({ typeName, slot, versionNo: undefined })}</a>
        {notes.filter(Boolean).map((note) => (
          <div>{note}</div>
        ))}
      </td>
      <td>
        {fieldsOf(document).map((text) => (
          <div>{text}</div>
        ))}
      </td>
      <td>
        <span>{BAG.verified}: </span>
        {dayText(verifiedAt, person.agency.zone)}
      </td>
      <td>
        <span>{BAG.whole}: </span>
        <code>{sha256}</code>
        <Proof log={log} />
      </td>
    </tr>
  )
}

function Proof({ log }: Pick<BagDocument, 'log'>) {
  if (!log) return <div>{BAG.notLogged}</div>
  return (
    <>
      <div>
        {BAG.log} {log.index}, <a href={log.proof}>{BAG.proof}</a>
      </div>
      <div>
        {BAG.code}: <code>{log.code}</code>
      </div>
    </>
  )
}

function fieldsOf({ metadata }: BagDocument): string[] {
  const names = Object.keys(FIELDS).filter(isMetadataField)
  return names.flatMap((field) => {
    const value = metadata[field]
    return value === undefined ? [] : [`${fieldText(field)}: ${valueText(field, value)}`]
  })
}

function valueText(field: MetadataField, value: string): string {
  const date = FIELDS[field].kind === 'date' ? parseCivilDate(value) : undefined
  return date ? civilDayText(date) : value
}
