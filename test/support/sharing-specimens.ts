import type { ArchiveExport, ExportEnding } from '#domain/archive/export/archive-export.ts'
import type { Share, ShareEnding } from '#domain/archive/share/share.ts'
import { archiveExports } from '#test/support/exports.ts'
import { someCode, someMark } from '#test/support/marks.ts'
import { DAY, openShare } from '#test/support/shares.ts'
import { at, frame, now, records } from '#test/support/specimen-parts.ts'
import { versions } from '#test/support/versions.ts'
import { exportPage } from '#views/archive/export/export-page.tsx'
import type { ExportProblem } from '#views/archive/export/export-words.ts'
import { newSharePage } from '#views/archive/share/new-share-page.tsx'
import { openSharePage, sharedOverPage } from '#views/archive/share/open-share-page.tsx'
import { type ShownShare, sharePage } from '#views/archive/share/share-page.tsx'
import type { ShareProblem } from '#views/archive/share/share-words.ts'
import { sharedPage } from '#views/archive/share/shared-page.tsx'
import type { SharedProblem } from '#views/archive/share/shared-words.ts'
import { sharesPage } from '#views/archive/share/shares-page.tsx'
import type { Page } from '#views/page.tsx'
import type { ShareDone } from '#views/path-names.ts'

const script = '/static/share.js'
const hold = { until: at(DAY), because: 'reactivation' } as const
const called = {
  typeName: 'Riwayat Golongan/Kenaikan Pangkat (SK KP)',
  slot: 'III/d#skKp',
  versionNo: 2,
}
const document = { version: versions.verified.id, ...called }
const typed = {
  recipient: 'Bank Pembangunan Daerah Contoh Cabang Pembantu Kota',
  purpose: 'Pengajuan kredit pemilikan rumah',
  days: '7',
  uses: '3',
  pin: false,
}

const dated = { madeAt: at(-3600), until: at(7 * DAY - 3600) }
const open = { ...openShare({ ...dated, recipient: typed.recipient, uses: 1 }) }

function shown(share: Share, isCurrent = true): ShownShare {
  return { share, ...called, isCurrent }
}

const LINK = `https://asn.example.go.id/berbagi#${'Ab3-_xY9Zk'.repeat(4)}Q7w`
const uses = [
  { at: at(-600), action: 'recordDownloaded' as const },
  { at: at(-900), action: 'recordViewed' as const },
]

function ofOne(share: Share, fields: Partial<Parameters<typeof sharePage>[0]> = {}): Page {
  const limits = { days: '7', uses: '3' }
  return sharePage({
    frame,
    shown: shown(share),
    secret: undefined,
    uses,
    typed: limits,
    ...fields,
  })
}

const shareProblems: { [K in ShareProblem['kind']]: ShareProblem & { kind: K } } = {
  recipientMissing: { kind: 'recipientMissing' },
  purposeMissing: { kind: 'purposeMissing' },
  badDays: { kind: 'badDays' },
  badUses: { kind: 'badUses' },
  held: { kind: 'held', hold },
  notVerified: { kind: 'notVerified' },
  recordEnding: { kind: 'recordEnding' },
  tooManyShares: { kind: 'tooManyShares', most: 20 },
  alreadyEnded: { kind: 'alreadyEnded', because: 'person' },
  tooOld: { kind: 'tooOld' },
  fewerThanUsed: { kind: 'fewerThanUsed', uses: 2 },
  slowed: { kind: 'slowed', until: at(600), seconds: 600 },
  stale: { kind: 'stale' },
}

const OF_A_CHANGE: readonly ShareProblem['kind'][] = [
  'badDays',
  'badUses',
  'alreadyEnded',
  'tooOld',
  'fewerThanUsed',
]

const endings: Record<ShareEnding, ShareEnding> = {
  person: 'person',
  revoked: 'revoked',
  destruction: 'destruction',
  account: 'account',
  wrongPins: 'wrongPins',
  restore: 'restore',
}

const dones: Record<ShareDone, ShareDone> = {
  dibuat: 'dibuat',
  diubah: 'diubah',
  diakhiri: 'diakhiri',
}

const sharedProblems: { [K in SharedProblem['kind']]: SharedProblem & { kind: K } } = {
  tokenMissing: { kind: 'tokenMissing' },
  unknownLink: { kind: 'unknownLink' },
  pinMissing: { kind: 'pinMissing' },
  pinWrong: { kind: 'pinWrong', left: 4 },
  expired: { kind: 'expired', at: now },
  usedUp: { kind: 'usedUp' },
  ended: { kind: 'ended', because: 'revoked', at: now },
  stale: { kind: 'stale' },
}

const exportEndings: { [E in ExportEnding]: E } = {
  revoked: 'revoked',
  superseded: 'superseded',
  recordLeft: 'recordLeft',
  harmful: 'harmful',
}

const exportProblems: { [K in ExportProblem['kind']]: ExportProblem & { kind: K } } = {
  held: { kind: 'held', hold },
  nothingVerified: { kind: 'nothingVerified' },
  underWay: { kind: 'underWay' },
  askedTooOften: { kind: 'askedTooOften', most: 3 },
  slowed: { kind: 'slowed', until: at(600), seconds: 600 },
  stale: { kind: 'stale' },
}

const ended = (because: ShareEnding): Share => ({ ...open, state: 'ended', because, endedAt: now })
const owner = {
  name: 'Siti Rahmawati Kusumaningrum, S.Kom., M.M.',
  agency: 'Pemerintah Kabupaten Kepulauan Contoh Tenggara',
}
const document_ = { ...called, share: open, owner }

/** What leaves the archive, in every state of its pages. */
export const sharingSpecimens: Record<string, Page> = {
  'share-new': newSharePage({ frame, document, typed, hold: undefined }),
  'share-new-held': newSharePage({ frame, document, typed, hold }),
  ...records('share-problem', shareProblems, (problem) =>
    OF_A_CHANGE.includes(problem.kind)
      ? ofOne(open, { problem })
      : newSharePage({
          frame,
          document,
          typed: { ...typed, pin: true },
          hold: problem.kind === 'held' ? problem.hold : undefined,
          problem,
        }),
  ),
  'share-made': ofOne(
    { ...open, wrongPins: 0, uses: 0 },
    { secret: { link: LINK, pin: '048213' }, uses: [], done: 'dibuat' },
  ),
  'share-open': ofOne(open),
  'share-old-version': ofOne(open, { shown: shown(open, false) }),
  'share-expired': ofOne({ ...open, until: at(-60) }),
  'share-used-up': ofOne({ ...open, uses: 3 }),
  ...records('share-ended', endings, (because) => ofOne(ended(because))),
  ...records('share-done', dones, (done) => ofOne(open, { done })),
  'shares-none': sharesPage({ frame, shares: [], older: undefined, isNewest: true }),
  shares: sharesPage({
    frame,
    shares: [open, { ...open, uses: 3 }, ended('wrongPins')].map((one) => shown(one)),
    older: now,
    isNewest: false,
  }),
  'shared-open': openSharePage({ csrf: 'token', token: '', script }),
  ...records('shared', sharedProblems, (problem) =>
    openSharePage({ csrf: 'token', token: LINK, script, problem }),
  ),
  'shared-over': sharedOverPage('over'),
  'shared-too-many-downloads': sharedOverPage('tooManyDownloads'),
  'shared-document': sharedPage({
    ...document_,
    version: { ...versions.verified, scan: 'scanClean' },
    mark: someMark(someCode),
  }),
  'shared-superseded': sharedPage({ ...document_, version: versions.superseded, mark: undefined }),
  'export-none': exportPage({ frame, newest: undefined, hold: undefined, leftOut: [] }),
  'export-held': exportPage({ frame, newest: archiveExports.ready, hold, leftOut: [] }),
  'export-left-out': exportPage({
    frame,
    newest: archiveExports.ready,
    hold: undefined,
    leftOut: [
      { typeName: 'SK PNS', slot: '' },
      { typeName: 'SK Kenaikan Pangkat', slot: 'III/b#skKp' },
    ],
  }),
  ...records('export', archiveExports as Record<string, ArchiveExport>, (newest) =>
    exportPage({ frame, newest, hold: undefined, leftOut: [] }),
  ),
  ...records('export-ended', exportEndings, (because) =>
    exportPage({
      frame,
      newest: { ...archiveExports.ended, because },
      hold: undefined,
      leftOut: [],
    }),
  ),
  ...records('export-problem', exportProblems, (problem) =>
    exportPage({
      frame,
      newest: undefined,
      leftOut: [],
      hold: problem.kind === 'held' ? problem.hold : undefined,
      problem,
    }),
  ),
}
