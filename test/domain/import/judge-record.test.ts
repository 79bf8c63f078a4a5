import { describe, expect, test } from 'vitest'
import { judgeRecord } from '#domain/import/judge-record.ts'
import type { Candidate, Met } from '#domain/import/met.ts'
import type { EndOfService, LegalPosition } from '#domain/import/service.ts'
import type { LoginName } from '#domain/login-name.ts'
import type { EmailAddress } from '#domain/mail/address.ts'
import type { Nip } from '#domain/nip.ts'
import type { PersonId } from '#domain/person.ts'

const NIP = '198501012010011901' as Nip
const OTHER = '199003152015032902' as Nip
const NI_PPPK = '199308172024212908' as Nip
const position = (code: string) => code as LegalPosition
const email = (text: string) => text as EmailAddress

function candidate(fields: Partial<Candidate> = {}): Candidate {
  return {
    nip: NIP,
    formerNip: undefined,
    userName: undefined,
    name: 'Budi',
    kind: undefined,
    agency: '7001',
    unit: undefined,
    service: { position: position('01'), ending: undefined },
    emails: [email('budi@x.example')],
    credentials: undefined,
    ...fields,
  }
}

function met(fields: Partial<Met> = {}): Met {
  return {
    id: 'p1' as PersonId,
    names: [{ name: NIP, inForce: true, kind: 'number' }],
    name: 'Budi',
    kind: 'pns',
    agency: '7001',
    unit: undefined,
    service: { position: position('01'), ending: undefined },
    toldEmails: [email('Budi@x.example')],
    account: { state: 'active', closedFrom: undefined },
    mfa: 'inUse',
    ssoDisabled: false,
    password: { kind: 'own' },
    ...fields,
  }
}

function judge(record: Partial<Candidate>, people: readonly Met[], isClaimedByOthers = false) {
  return judgeRecord(candidate(record), {
    whoHas: (name) => people.find(({ names }) => names.some((one) => one.name === name)),
    isAgency: (code) => ['7001', '7002'].includes(code),
    isUnit: (agency, code) => agency === '7001' && ['A', 'B'].includes(code),
    isClaimedByOthers,
  })
}

const refused = (reason: string) => ({ kind: 'refused', reason })
const changed = (...changes: string[]) => ({ kind: 'changed', changes })
const sso = { ssoDisabled: false, hash: undefined, hasDevices: false }

describe('R-AK-02 a record', () => {
  test('about nobody is new, about somebody as they are unchanged', () => {
    expect(judge({}, [])).toEqual({ kind: 'new' })
    expect(judge({}, [met()])).toEqual({ kind: 'unchanged' })
  })

  test('moves within a unit by name alone, and out of it with the agency', () => {
    const inB = met({ unit: 'B' })
    expect(judge({ unit: 'Z' }, [inB])).toEqual({ kind: 'unchanged' })
    expect(judge({ unit: 'A' }, [inB])).toEqual(changed('unit'))
    expect(judge({ agency: '7002' }, [inB])).toEqual(changed('agency', 'unit'))
    expect(judge({ agency: '7002', unit: 'A' }, [met()])).toEqual(changed('agency'))
  })

  test('leaves a unit for another one’s of the same code', () => {
    const there = met({ agency: '7002', unit: 'A' })
    expect(judge({ unit: 'A' }, [there])).toEqual(changed('agency', 'unit'))
  })

  test('that says nothing changes nothing', () => {
    const silent = { name: undefined, agency: undefined, emails: [] }
    const service = { position: undefined, ending: undefined }
    expect(judge({ ...silent, service }, [met()])).toEqual({ kind: 'unchanged' })
  })

  test.each([
    [{ name: 'Budi Santoso' }, ['name']],
    [{ agency: '7002' }, ['agency']],
    [{ unit: 'A' }, ['unit']],
    [{ kind: 'cpns' }, ['kind']],
    [{ emails: [email('baru@x.example')] }, ['email']],
    [{ userName: 'budi' as LoginName }, ['userName']],
    [{ service: { position: position('99'), ending: undefined } }, ['service']],
    [{ service: { position: position('66'), ending: undefined } }, ['service', 'closed']],
    [{ service: { position: position('01'), ending: '2' as EndOfService } }, ['service', 'closed']],
  ] as const)('%j changes %j', (record, changes) => {
    expect(judge(record, [met()])).toEqual(changed(...changes))
  })

  test('of a new person needs name and agency, that of one who is there does not', () => {
    expect(judge({ agency: undefined }, [])).toEqual(refused('agencyMissing'))
    expect(judge({ name: undefined }, [])).toEqual(refused('nameMissing'))
    expect(judge({ agency: '9999' }, [])).toEqual(refused('unknownAgency'))
    expect(judge({ agency: '9999' }, [met()])).toEqual(refused('unknownAgency'))
  })

  test('that another record contradicts is refused', () => {
    expect(judge({}, [], true)).toEqual(refused('claimedTwice'))
  })
})

describe('R-AK-01 a number', () => {
  test('that replaces a former one changes the person who had that', () => {
    expect(judge({ nip: OTHER, formerNip: NIP }, [met()])).toEqual(changed('number'))
  })

  test('from PPPK to PNS changes the kind with it', () => {
    const names = [{ name: NI_PPPK, inForce: true, kind: 'number' }] as const
    const contract = met({ names, kind: 'pppk' })
    expect(judge({ formerNip: NI_PPPK }, [contract])).toEqual(changed('number', 'kind'))
  })

  test('that was replaced is refused: the file is older than what is known', () => {
    const names = [
      { name: NIP, inForce: false, kind: 'number' },
      { name: OTHER, inForce: true, kind: 'number' },
    ] as const
    expect(judge({}, [met({ names })])).toEqual(refused('numberReplaced'))
  })

  test('of one person with the former number or user name of another is refused', () => {
    const other = met({
      id: 'p2' as PersonId,
      names: [
        { name: OTHER, inForce: true, kind: 'number' },
        { name: 'siti', inForce: false, kind: 'userName' },
      ],
    })
    expect(judge({ formerNip: OTHER }, [met(), other])).toEqual(refused('otherPerson'))
    expect(judge({ userName: 'siti' as LoginName }, [met(), other])).toEqual(refused('otherPerson'))
    expect(judge({ userName: 'siti' as LoginName }, [other])).toEqual(refused('otherPerson'))
  })
})

describe('domain.md 2.7 an export of the old SSO', () => {
  const user = { agency: undefined, service: { position: undefined, ending: undefined } }

  test('changes neither name nor address of who is there, and needs no agency', () => {
    const record = { ...user, name: 'BUDI', emails: [email('lain@x.example')], credentials: sso }
    expect(judge(record, [met()])).toEqual({ kind: 'unchanged' })
    expect(judge(record, [])).toEqual({ kind: 'new' })
  })

  test('leaves a password of our own, and brings a newer one of its own', () => {
    const credentials = { ...sso, hash: 'b' }
    const kept = (password: Met['password']) => judge({ ...user, credentials }, [met({ password })])
    expect(kept({ kind: 'own' })).toEqual({ kind: 'unchanged' })
    expect(kept({ kind: 'keycloak', hash: 'b' })).toEqual({ kind: 'unchanged' })
    expect(kept({ kind: 'keycloak', hash: 'a' })).toEqual(changed('password'))
    expect(kept(undefined)).toEqual(changed('password'))
  })

  test('brings devices to nobody who activated here', () => {
    const credentials = { ...sso, hasDevices: true }
    const created = met({ mfa: 'none', account: { state: 'created', closedFrom: undefined } })
    const waiting = met({ mfa: 'none', account: { state: 'disabled', closedFrom: 'created' } })
    expect(judge({ ...user, credentials }, [met()])).toEqual({ kind: 'unchanged' })
    expect(judge({ ...user, credentials }, [created])).toEqual(changed('devices'))
    expect(judge({ ...user, credentials }, [waiting])).toEqual(changed('reopened', 'devices'))
  })

  test('that disables a user closes the account, and nothing opens it but the export', () => {
    const credentials = { ...sso, ssoDisabled: true }
    expect(judge({ ...user, credentials }, [met()])).toEqual(changed('closed', 'sso'))
    const closed = met({ account: { state: 'disabled', closedFrom: 'active' }, ssoDisabled: true })
    expect(judge({}, [closed])).toEqual({ kind: 'unchanged' })
    expect(judge({ ...user, credentials: sso }, [closed])).toEqual(changed('reopened', 'sso'))
  })
})
