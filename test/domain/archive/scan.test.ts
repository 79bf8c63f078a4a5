import { expect, test } from 'vitest'
import {
  isScanDue,
  judgeScan,
  type NotScanned,
  type ScanAnswer,
  type ScanPolicy,
} from '#domain/archive/scan.ts'

const by = { engine: 'ClamAV 1.4.3', signatures: '27523' }
const clean: ScanAnswer = { kind: 'scanClean', by }
const found: ScanAnswer = { kind: 'scanFound', by, name: 'Test.EICAR' }
const POLICIES: ScanPolicy[] = ['required', 'optional', 'off']
const SILENT: NotScanned[] = ['off', 'absent', 'slow', 'oversize', 'misunderstood']

test.each(POLICIES)('I6 under %s what is found is refused and what is clean goes on', (policy) => {
  expect(judgeScan(found, policy)).toBe('malwareFound')
  expect(judgeScan(clean, policy)).toBe('passes')
})

test.each(SILENT)('I6 not scanned (%s) waits where a scan is required, and only there', (why) => {
  const verdicts = POLICIES.map((policy) => judgeScan({ kind: 'notScanned', why }, policy))
  expect(verdicts).toEqual(['waits', 'passes', 'passes'])
})

test('a file is due for a scan until one was made with today’s engine and signatures', () => {
  expect(isScanDue({ kind: 'notScanned', why: 'absent' }, by)).toBe(true)
  expect(isScanDue(clean, by)).toBe(false)
  expect(isScanDue(clean, { ...by, signatures: '27524' })).toBe(true)
  expect(isScanDue(found, { ...by, engine: 'ClamAV 1.5.0' })).toBe(true)
})
