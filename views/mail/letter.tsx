import { html } from 'hono/html'
import type { WrittenMail } from '#domain/mail/written-mail.ts'

/** What a mail consists of; text and HTML are made of the same parts. */
export type Letter = { subject: string; parts: readonly LetterPart[] }

export type LetterPart =
  | { kind: 'text'; text: string }
  | { kind: 'facts'; facts: readonly (readonly [string, string])[] }
  | { kind: 'code'; code: string }
  | { kind: 'link'; label: string; url: string }

export function writeLetter(letter: Letter): WrittenMail {
  const { subject, parts } = letter
  return {
    subject,
    text: `${parts.map(partText).join('\n\n')}\n`,
    html: String(letterHtml(letter)),
  }
}

function partText(part: LetterPart): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'facts':
      return part.facts.map(([name, value]) => `${name}: ${value}`).join('\n')
    case 'code':
      return `    ${part.code}`
    case 'link':
      return `${part.label}:\n${part.url}`
  }
}

/** No style, no picture, nothing that is fetched: a mail client draws it in its own way. */
function letterHtml({ subject, parts }: Letter) {
  return html`<!doctype html>${(
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{subject}</title>
      </head>
      <body>
        <h1>{subject}</h1>
        {parts.map((part) => (
          <Part part={part} />
        ))}
      </body>
    </html>
  )}`
}

function Part({ part }: { part: LetterPart }) {
  switch (part.kind) {
    case 'text':
      return <p>{part.text}</p>
    case 'facts':
      return (
        <ul>
          {part.facts.map(([name, value]) => (
            <li>
              {name}: <b>{value}</b>
            </li>
          ))}
        </ul>
      )
    case 'code':
      return (
        <p>
          <b>{part.code}</b>
        </p>
      )
    case 'link':
      return (
        <p>
          <a href={part.url}>{part.label}</a>
        </p>
      )
  }
}
