import type { LocalMail } from '#domain/mail/written-mail.ts'
import type { Page } from '../page.tsx'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { MAILBOX } from './mailbox-words.ts'

/** /pengembangan/surat: for whoever develops; production has no such page. */
export function mailboxPage(mails: readonly LocalMail[]): Page {
  return { title: MAILBOX.title, main: <Mailbox mails={mails} /> }
}

function Mailbox({ mails }: { mails: readonly LocalMail[] }) {
  return (
    <div id="surat" class="stack">
      <h1>{MAILBOX.title}</h1>
      <p class="lead">{MAILBOX.lead}</p>
      <p>
        <a class="way" href={paths.mailboxJson}>
          {MAILBOX.json}
        </a>
      </p>
      {mails.length === 0 && <p class="none">{MAILBOX.none}</p>}
      {mails.map((mail) => (
        <Mail mail={mail} />
      ))}
    </div>
  )
}

function Mail({ mail: { id, to, subject, text, at } }: { mail: LocalMail }) {
  return (
    <section class="card">
      <h2>{subject}</h2>
      <p class="hint">
        {to} · {momentText(new Date(at), 'WIB')}
      </p>
      <pre>{text}</pre>
      <p>
        <a class="way" href={paths.mailHtml(id)}>
          {MAILBOX.html}
          <span class="spoken">: {subject}</span>
        </a>
      </p>
    </section>
  )
}
