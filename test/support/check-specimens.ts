import type { Verdict, VerdictName } from '#domain/verification/verdict.ts'
import { at, now, records } from '#test/support/specimen-parts.ts'
import type { Page } from '#views/page.tsx'
import { checkPage } from '#views/verification/check-page.tsx'
import type { CheckProblem } from '#views/verification/check-words.ts'

const recorded = { at: '2026-11-21T21:03Z', index: 1_234_067, version: 2 }

const verdicts: Record<VerdictName, Verdict> = {
  'genuine-said': { kind: 'genuine', ...recorded, latest: 'said' },
  'genuine-notChecked': { kind: 'genuine', ...recorded, latest: 'notChecked' },
  'genuineSuperseded-proven': {
    ...{ kind: 'genuineSuperseded', ...recorded, newer: 3, latest: 'proven' },
  },
  'genuineSuperseded-said': {
    ...{ kind: 'genuineSuperseded', ...recorded, newer: 3, latest: 'said' },
  },
  'genuineRevoked-proven': { kind: 'genuineRevoked', ...recorded, latest: 'proven' },
  'genuineRevoked-said': { kind: 'genuineRevoked', ...recorded, latest: 'said' },
  'destroyed-proven': { kind: 'destroyed', ...recorded, latest: 'proven' },
  'destroyed-said': { kind: 'destroyed', ...recorded, latest: 'said' },
  listDestroyed: { kind: 'listDestroyed', at: recorded.at, index: 17 },
  differs: { kind: 'differs', at: recorded.at, index: 17 },
  unknown: { kind: 'unknown' },
  'notChecked-noLog': { kind: 'notChecked', why: 'noLog' },
  'notChecked-notSigned': { kind: 'notChecked', why: 'notSigned' },
  'notChecked-notIncluded': { kind: 'notChecked', why: 'notIncluded' },
  'notChecked-notOurProof': { kind: 'notChecked', why: 'notOurProof' },
  'notChecked-slowed': { kind: 'notChecked', why: 'slowed' },
  'notChecked-unreadable': { kind: 'notChecked', why: 'unreadable' },
}

const checkProblems: Record<string, CheckProblem> = {
  notACode: { kind: 'notACode', of: 'form' },
  notACodeOfUpload: { kind: 'notACode', of: 'upload' },
  sha256Missing: { kind: 'sha256Missing' },
  notASha256: { kind: 'notASha256' },
  fileMissing: { kind: 'fileMissing' },
  fileTooLarge: { kind: 'fileTooLarge' },
  slowed: { kind: 'slowed', until: at(60) },
  stale: { kind: 'stale' },
} satisfies Record<CheckProblem['kind'] | 'notACodeOfUpload', CheckProblem>

const shown = {
  csrf: 'token',
  now,
  vkey: 'asn.example.go.id/log+0a1b2c3d+AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAh',
  script: '/static/check/check.js',
}

export const checkSpecimens: Record<string, Page> = {
  check: checkPage(shown),
  'check-no-log': checkPage({ ...shown, vkey: undefined }),
  ...records('check', verdicts, (verdict) => checkPage({ ...shown, verdict })),
  ...records('check', checkProblems, (problem) =>
    checkPage({ ...shown, problem, typed: { code: '1.17.a1b2', sha256: 'abc', uploadCode: '' } }),
  ),
}
