import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PersonFields, readPersonRecord } from '#domain/import/person-record.ts'
import { no } from '#domain/result.ts'

const NIP = '198501012010011901'
const NI_PPPK = '199308172024212908'

function read(fields: PersonFields) {
  return readPersonRecord({ nip: NIP, ...fields })
}

function record(fields: PersonFields) {
  const answer = read(fields)
  if (!answer.ok) throw new Error(answer.problem)
  return answer.value.record
}

describe('R-AK-02 a record about a person', () => {
  test('is read with what it says, and says nothing where it is empty', () => {
    expect(record({ nip: '19850101 201001 1 901', name: ' ', agency: '' })).toEqual({
      nip: NIP,
      formerNip: undefined,
      userName: undefined,
      name: undefined,
      kind: undefined,
      agency: undefined,
      service: { position: undefined, ending: undefined },
      emails: [],
    })
  })

  test.each([
    [{ nip: '' }, 'nip.empty'],
    [{ nip: '1985' }, 'nip.length'],
    [{ nip: 'operator.contoh' }, 'nip.nonDigit'],
    [{ nip: '198502302010011901' }, 'nip.birthDate'],
    [{ former_nip: '1234' }, 'formerNip'],
    [{ kind: 'honorer' }, 'kind'],
    [{ kind: 'constructor' }, 'kind'],
    [{ kind: 'pppk' }, 'kind'],
    [{ nip: NI_PPPK, kind: 'pns' }, 'kind'],
    [{ user_name: '198501012010011902' }, 'userName'],
    [{ user_name: '12345' }, 'userName'],
    [{ user_name: 'budi;drop' }, 'userName'],
    [{ agency: '70 01' }, 'agency'],
    [{ agency: '7001\u0000' }, 'agency'],
    [{ legal_position: '10' }, 'legalPosition'],
    [{ end_of_service: '17' }, 'endOfService'],
    [{ name: '12345' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ name: 'Jos\ufffd' }, 'name'],
  ] as const)('%j is refused: %s', (fields, problem) => {
    expect(read(fields)).toEqual(no(problem))
  })

  test('R-AK-01 has a user name without dots and case, and none where it is the number itself', () => {
    expect(record({ user_name: 'Budi.Santoso' }).userName).toBe('budisantoso')
    expect(record({ user_name: NIP }).userName).toBe(undefined)
    expect(record({ former_nip: NIP }).formerNip).toBe(undefined)
  })

  test('keeps the person and leaves out an address that is none', () => {
    const answer = read({ email: 'bukan email', email_gov: 'a@instansi.example' })
    expect(answer.ok && answer.value.leftOut).toEqual(['email'])
    expect(answer.ok && answer.value.record.emails).toEqual(['a@instansi.example'])
  })

  test('has one address once, whatever its case', () => {
    expect(record({ email: 'A@x.example', email_gov: 'a@X.example' }).emails).toEqual([
      'A@x.example',
    ])
  })

  test.each(['José Da Costa', "Nur'aini", 'R. Ay. Retno', '陳'])('keeps the name %s', (name) => {
    expect(record({ name }).name).toBe(name)
  })

  test('never breaks a line and never throws, whatever stands in it', () => {
    const field = fc.string({ unit: 'binary', maxLength: 40 })
    fc.assert(
      fc.property(
        fc.record({ name: field, email: field, user_name: field, agency: field }),
        (fields) => {
          const answer = read(fields)
          if (answer.ok) expect(answer.value.record.name ?? '').not.toMatch(/[\n\t\r]/)
        },
      ),
    )
  })
})
