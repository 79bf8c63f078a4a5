import { type Progress, progressOf } from '#domain/embed/progress.ts'
import { assets, now } from '#test/support/specimen-parts.ts'
import { activationBox } from '#views/embed/activation-box.tsx'
import type { Box } from '#views/embed/box.tsx'
import { helpBox, signInBox, verificationBox } from '#views/embed/boxes.tsx'
import { HELP } from '#views/help/help-words.ts'
import type { HelpTopic } from '#views/help-topics.ts'

const agency = 'Pemerintah Kabupaten Kepulauan Contoh Tenggara'
const progresses: Record<string, Progress> = {
  exact: progressOf({ total: 41_234, activated: 30_911 }),
  'almost-none': progressOf({ total: 41_234, activated: 3 }),
  'almost-all': progressOf({ total: 1204, activated: 1200 }),
  'too-few': progressOf({ total: 9, activated: 9 }),
  'not-counted': progressOf(undefined),
}

/** Every box in every state; those of help are many and alike, so that all topics are here. */
export const boxSpecimens: Record<string, Box> = {
  'box-verification': verificationBox({ vkey: 'asn.example/log+1234+AAAA', script: assets.check }),
  'box-sign-in': signInBox('https://asn.example.go.id'),
  ...Object.fromEntries(
    Object.entries(progresses).map(([state, progress]) => [
      `box-activation-${state}`,
      activationBox({ agency, zone: 'WIT', progress, countedAt: now }),
    ]),
  ),
  ...Object.fromEntries(
    (Object.keys(HELP) as HelpTopic[]).map((topic) => [`box-help-${topic}`, helpBox(topic)]),
  ),
}
