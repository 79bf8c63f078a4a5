import type { Child } from 'hono/jsx'
import type { Zone } from '#domain/agency.ts'
import { kindText } from '../home/home-words.ts'
import { nipText } from '../parts/nip-words.ts'
import { originText } from '../parts/origin-words.ts'
import { roleText } from '../parts/role-words.ts'
import { dayText, momentText } from '../parts/time-words.ts'
import { Checkpoint } from '../verification/checkpoint.tsx'
import { CHECKPOINT } from '../verification/mark-words.ts'
import type { DataFile, DataFrame, DataLine } from './data-file.ts'
import { accountStateText, aliasKindText, byText, mfaText } from './data-words.ts'
import { happeningText } from './happening-words.ts'

/** Where the lines of the record come; PostgreSQL keeps no such character, so nobody's data has it. */
const HERE = '\u0000'

const STYLE =
  ':root{color-scheme:light dark}' +
  'body{overflow-wrap:break-word;max-width:64rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}' +
  'table{border-collapse:collapse}td,th{padding:.25rem 1rem .25rem 0;border-top:1px solid #999;text-align:left;vertical-align:top}' +
  'tr{break-inside:avoid}h2{break-after:avoid}' +
  '@media(max-width:40rem){thead{display:none}tr,td{display:block}tr{padding:.5rem 0;border-top:1px solid #999}td{padding:0;border:0}}'

/** A page of its own, that any browser opens and prints without asking anybody for anything. */
export function dataHtml(data: DataFile): DataFrame {
  const [head = '', foot = ''] = `<!doctype html>${String(<Document data={data} />)}`.split(HERE)
  const { zone } = data.person.agency
  return { head, line: (line) => String(<Line line={line} zone={zone} />), foot }
}

function Document({ data }: { data: DataFile }) {
  const { person, madeAt } = data
  return (
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Data saya di ASN Digital</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <h1>Data saya di ASN Digital</h1>
        <p>
          {person.name}, NIP {nipText(person.nip)}. Dibuat {momentText(madeAt, person.agency.zone)}.
        </p>
        <Identity data={data} />
        <Ways data={data} />
        {data.checkpoint && (
          <>
            <h2>{CHECKPOINT.title}</h2>
            <Checkpoint note={data.checkpoint} />
          </>
        )}
        <h2>Catatan</h2>
        <table>
          <thead>
            <Row cells={['Waktu', 'Kejadian', 'Browser dan jaringan', 'Oleh']} isHead />
          </thead>
          <tbody>{HERE}</tbody>
        </table>
      </body>
    </html>
  )
}

function Identity({ data: { person, aliases, mandates, addresses, account } }: { data: DataFile }) {
  const { zone } = person.agency
  return (
    <>
      <Part
        heading="Identitas"
        rows={[
          `Jenis ASN: ${kindText(person.kind)}`,
          `Instansi: ${person.agency.name} (${zone})`,
          `Akun: ${accountStateText(account.state)} sejak ${dayText(account.since, zone)}`,
          `MFA: ${mfaText(account.mfa)}`,
        ]}
      />
      <Part
        heading="Nama masuk"
        rows={aliases.map(
          ({ identifier, kind, ...span }) =>
            `${identifier} (${aliasKindText(kind)}), ${spanText(span, zone)}`,
        )}
      />
      <Part heading="Email" rows={addresses.map(({ address }) => address)} />
      <Part
        heading="Penugasan"
        rows={mandates.map(({ role, agencyName, ...span }) =>
          [roleText(role), agencyName, spanText(span, zone)].filter(Boolean).join(', '),
        )}
      />
    </>
  )
}

function Ways({ data }: { data: DataFile }) {
  const { zone } = data.person.agency
  const { recovery } = data
  return (
    <>
      <Part
        heading="Perangkat"
        rows={data.devices.map(
          ({ name, since, retiredAt }) =>
            `${name}, ${spanText({ from: since, until: retiredAt }, zone)}`,
        )}
      />
      <Part
        heading="Kode cadangan"
        rows={
          recovery ? [`dibuat ${dayText(recovery.madeAt, zone)}, tersisa ${recovery.left}`] : []
        }
      />
      <Part
        heading="Sesi yang terbuka"
        rows={data.sessions.map(
          ({ browser, network, startedAt }) =>
            `${originText({ browser, network })}, sejak ${momentText(startedAt, zone)}`,
        )}
      />
      <Part
        heading="Browser yang dikenal"
        rows={data.knownBrowsers.map(({ since, until }) => spanText({ from: since, until }, zone))}
      />
    </>
  )
}

function Part({ heading, rows }: { heading: string; rows: readonly string[] }) {
  return (
    <>
      <h2>{heading}</h2>
      {rows.length === 0 && <p>Tidak ada.</p>}
      {rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <li>{row}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Line({
  line: { at, happening, browser, network, by },
  zone,
}: {
  line: DataLine
  zone: Zone
}) {
  const who = typeof by === 'object' ? `${by.name}, ${by.agency}` : byText(by)
  return (
    <Row
      cells={[
        momentText(at, zone),
        happeningText(happening, zone),
        originText({ browser, network }),
        who,
      ]}
    />
  )
}

function Row({ cells, isHead }: { cells: readonly Child[]; isHead?: true }) {
  return <tr>{cells.map((cell) => (isHead ? <th scope="col">{cell}</th> : <td>{cell}</td>))}</tr>
}

function spanText({ from, until }: { from: Date; until: Date | undefined }, zone: Zone): string {
  return `sejak ${dayText(from, zone)}${until ? ` sampai ${dayText(until, zone)}` : ''}`
}
