import { type HTMLElement, parse } from 'node-html-parser'
import type { CaptchaProblem } from '#domain/captcha/try.ts'
import { at } from '#test/support/specimen-parts.ts'
import { specimens } from '#test/support/specimens.ts'
import { captchaProblemText } from '#views/captcha/captcha-words.ts'
import { CONNECTION_LOST } from '#views/parts/frame-words.ts'

/** A sentence that a page shows when something is not as hoped, and the help that it links to. */
type Telling = { page: string; text: string; topic: string | undefined }

const captchaProblems: { [K in CaptchaProblem['kind']]: CaptchaProblem & { kind: K } } = {
  unanswered: { kind: 'unanswered' },
  gone: { kind: 'gone' },
  tooManyWrong: { kind: 'tooManyWrong' },
  wrong: { kind: 'wrong', left: 2 },
  waiting: { kind: 'waiting', until: at(60), seconds: 60 },
  anotherWaits: { kind: 'anotherWaits', until: at(60), seconds: 60 },
}

const CAPTCHA_TOPIC = 'terlalu-banyak-percobaan'
const NO_TROUBLE = ['landing', 'help', 'practice-done', 'signed-out', ...accountDone()]

/**
 * Every refusal, notice and page of failure among the specimens; offices have docs/desk.md, and what is
 * wrong with a file, or a link to one, says itself how it is mended.
 */
export const tellings: readonly Telling[] = [
  ...Object.entries(specimens).flatMap(([page, { main, frame }]) =>
    isOfArchive(page) || NO_TROUBLE.includes(page) || frame?.hat
      ? []
      : tellingsOn(page, parse(String(main))),
  ),
  ...Object.values(captchaProblems).flatMap((problem) => {
    const text = captchaProblemText(problem)
    return text ? [{ page: `captcha-${problem.kind}`, text, topic: CAPTCHA_TOPIC }] : []
  }),
  { page: 'every page', text: CONNECTION_LOST, topic: 'server-sibuk' },
]

function isOfArchive(page: string): boolean {
  return /^(check|upload|completeness|share|export|archive|record|own-(proposed|objection))/.test(
    page,
  )
}

/** What one wished for and got needs no help. */
function accountDone(): string[] {
  return Object.keys(specimens).filter((name) =>
    /^(account|accesses|devices|sessions|own-email)-/.test(name),
  )
}

function tellingsOn(page: string, main: HTMLElement): Telling[] {
  const linked = main.querySelectorAll('.problem, section.card:has(.lead)').map((part) => ({
    page,
    text: (part.querySelector('#alasan') ?? part.querySelector('.lead') ?? part).text,
    topic: topicOf(part),
  }))
  const unlinked = main
    .querySelectorAll('.notice, #sesi[role=alert] p:first-child')
    .map(({ text }) => ({ page, text, topic: undefined }))
  return [...linked, ...unlinked]
}

function topicOf(part: HTMLElement): string | undefined {
  return part.querySelector('a[href^="/bantuan#"]')?.getAttribute('href')?.split('#')[1]
}
