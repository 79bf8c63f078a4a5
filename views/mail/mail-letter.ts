import type { Mail } from '#domain/mail/mail.ts'
import { notMeUntil } from '#domain/notice/not-me.ts'
import type { HelpTopic } from '../help-topics.ts'
import { paths } from '../paths.ts'
import { ALARM_NEXT, ALARM_SUBJECT, alarmText } from './desk-words.ts'
import { DIGEST_LINK, DIGEST_SUBJECT, DIGEST_WHY, digestTexts } from './digest-words.ts'
import type { Letter, LetterPart } from './letter.tsx'
import { LOG_LINK } from './log-words.ts'
import {
  AUTOMATIC,
  aboutFacts,
  CORRECTION_CODE,
  codeText,
  correctionCodeText,
  factsOf,
  greeting,
  HELP,
  HOW_TO_REOPEN,
  IF_YOU,
  ifNotYou,
  KEEP_CODE,
  NOT_ASKED,
  NOT_ME,
  officerWords,
  RESET_CODE_SUBJECT,
  ROLE_ENDING_SUBJECT,
  resetCodeText,
  roleEndingText,
  SHARES_LINK,
} from './mail-words.ts'
import { noticeWords } from './notice-words.ts'

type Notice = Extract<Mail, { kind: 'notice' }>
type OfficerNotice = Extract<Mail, { kind: 'officerNotice' }>
type CodeMail = Extract<Mail, { reset: unknown }>

/** `origin`: the configured address, whatever a request named; `notMe`: the end of the link. */
export type Links = { origin: string; notMe: string }

export function mailLetter(mail: Mail, links: Links): Letter {
  switch (mail.kind) {
    case 'notice':
      return noticeLetter(mail, links)
    case 'officerNotice':
      return officerLetter(mail, links)
    case 'resetCode':
      return resetCodeLetter(mail)
    case 'correctionCode':
      return correctionCodeLetter(mail)
    case 'archiveDigest':
      return digestLetter(mail, links)
  }
}

function noticeLetter(mail: Notice, links: Links): Letter {
  const { name, zone, event } = mail
  const { subject, happened, ifYou = IF_YOU } = noticeWords(event.happening, zone)
  return {
    subject,
    parts: [
      text(greeting(name)),
      text(happened),
      { kind: 'facts', facts: factsOf(event, zone) },
      ...whatToDo(mail, ifYou, links),
      text(AUTOMATIC),
    ],
  }
}

function whatToDo(
  { event, madeAt, zone }: Notice,
  ifYou: string,
  { origin, notMe }: Links,
): LetterPart[] {
  if (isFreeze(event.happening)) return [text(HOW_TO_REOPEN), help(origin, 'akun-ditahan')]
  if (event.happening.kind === 'mandateEnding') return [text(ifYou), help(origin, 'peran')]
  if (event.happening.kind === 'logDiffers')
    return [text(ifYou), { kind: 'link', label: LOG_LINK, url: origin + paths.nationLog }]
  if (event.happening.kind === 'sharePinsWrong')
    return [text(ifYou), { kind: 'link', label: SHARES_LINK, url: origin + paths.shares }]
  return [
    text(ifYou),
    text(ifNotYou(notMeUntil(madeAt), zone)),
    { kind: 'link', label: NOT_ME, url: origin + paths.notMe(notMe) },
    help(origin, 'bukan-saya'),
  ]
}

function isFreeze({ kind }: Notice['event']['happening']): boolean {
  return kind === 'frozen' || kind === 'frozenByAgency'
}

function officerLetter(mail: OfficerNotice, links: Links): Letter {
  const { name, zone, event, about } = mail
  const { origin } = links
  if (event.happening.kind === 'mandateEnding') return endingLetter(mail, event.happening, links)
  const { subject, happened, next } =
    event.happening.kind === 'deskLimitReached'
      ? { subject: ALARM_SUBJECT, happened: alarmText(event.happening), next: ALARM_NEXT }
      : officerWords(event.happening)
  return {
    subject,
    parts: [
      text(greeting(name)),
      text(happened),
      { kind: 'facts', facts: aboutFacts({ ...about, at: event.at }, zone) },
      text(next),
      help(origin, 'akun-ditahan'),
      text(AUTOMATIC),
    ],
  }
}

type Ending = Extract<Notice['event']['happening'], { kind: 'mandateEnding' }>

/** To the admins, who may give the role again. */
function endingLetter(
  { name, zone, event: { at }, about }: OfficerNotice,
  { role, until }: Ending,
  { origin }: Links,
): Letter {
  return {
    subject: ROLE_ENDING_SUBJECT,
    parts: [
      text(greeting(name)),
      text(roleEndingText(role, until, zone)),
      { kind: 'facts', facts: aboutFacts({ ...about, at }, zone) },
      { kind: 'link', label: 'Peran', url: origin + paths.roles },
      text(AUTOMATIC),
    ],
  }
}

type DigestMail = Extract<Mail, { kind: 'archiveDigest' }>

/** How many, and nothing of what: neither a document nor its file is named in a mail. */
function digestLetter({ name, digest }: DigestMail, { origin }: Links): Letter {
  return {
    subject: DIGEST_SUBJECT,
    parts: [
      text(greeting(name)),
      ...digestTexts(digest).map(text),
      { kind: 'link', label: DIGEST_LINK, url: origin + paths.archiveNews },
      text(DIGEST_WHY),
      text(AUTOMATIC),
    ],
  }
}

function correctionCodeLetter({ name, zone, reset }: CodeMail): Letter {
  return {
    subject: CORRECTION_CODE.subject,
    parts: [
      text(greeting(name)),
      { kind: 'code', code: codeText(reset.code) },
      text(correctionCodeText(reset.until, zone)),
      text(CORRECTION_CODE.notAsked),
      text(AUTOMATIC),
    ],
  }
}

/** Without any link, so that nobody learns to expect one in such a mail (R-RS-02). */
function resetCodeLetter({ name, zone, reset: { code, until } }: CodeMail): Letter {
  return {
    subject: RESET_CODE_SUBJECT,
    parts: [
      text(greeting(name)),
      { kind: 'code', code: codeText(code) },
      text(resetCodeText(until, zone)),
      text(KEEP_CODE),
      text(NOT_ASKED),
      text(AUTOMATIC),
    ],
  }
}

function text(sentence: string): LetterPart {
  return { kind: 'text', text: sentence }
}

function help(origin: string, topic: HelpTopic): LetterPart {
  return { kind: 'link', label: HELP, url: origin + paths.helpOn(topic) }
}
