import type { Role } from '#domain/access/mandate.ts'
import { ALL_ROLES } from '#domain/access/mandate.ts'
import { AUDIT_KINDS } from '#domain/audit/asked.ts'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told } from '../parts/problem.tsx'
import { roleText } from '../parts/role-words.ts'
import { paths } from '../paths.ts'
import { kindText } from './audit-words.ts'

/** As it was typed, or as an address asks for it. */
export type AuditTyped = {
  instansi: string
  peran: string
  jenis: string
  petugas: string
  pegawai: string
  mulai: string
  akhir: string
}

type Props = { csrf: string; typed: AuditTyped; told: Told | undefined }

/** Sent, and not written into an address: a NIP stands in none. */
export function AuditForm({ csrf, typed, told }: Props) {
  return (
    <Form action={paths.audit} csrf={csrf}>
      <ProblemSummary told={told} />
      <div class="tiles">
        <Field
          name="pegawai"
          label="NIP pegawai"
          value={typed.pegawai}
          told={told}
          autofocus={told ? undefined : true}
        />
        <Field name="petugas" label="NIP petugas" value={typed.petugas} told={told} />
        <Field name="instansi" label="Kode atau nama instansi" value={typed.instansi} told={told} />
        <Choice
          name="peran"
          label="Peran"
          chosen={typed.peran}
          options={ALL_ROLES.map(roleOption)}
        />
        <Choice
          name="jenis"
          label="Jenis"
          chosen={typed.jenis}
          options={AUDIT_KINDS.map((kind) => [kind, kindText(kind)])}
        />
        <Field name="mulai" label="Sejak" type="date" value={typed.mulai} told={told} />
        <Field name="akhir" label="Sampai" type="date" value={typed.akhir} told={told} />
      </div>
      <p>
        <button>Tampilkan</button>
      </p>
    </Form>
  )
}

type Option = readonly [value: string, text: string]
type ChoiceProps = { name: string; label: string; chosen: string; options: readonly Option[] }

function Choice({ name, label, chosen, options }: ChoiceProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">Semua</option>
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

function roleOption(role: Role): Option {
  return [role, roleText(role)]
}
