import type { RuleTerms } from '#domain/archive/retention/rule.ts'
import type { TypeNames } from '../record-name.ts'
import {
  approvalText,
  countFromText,
  coverageText,
  dispositionText,
  periodText,
} from './rule-words.ts'

/** All that a rule says, in the order of a JRA. */
export function TermsFacts({ terms, names }: { terms: RuleTerms; names: TypeNames }) {
  const { exception } = terms
  return (
    <dl class="facts">
      <dt>Kode dan nama</dt>
      <dd>
        <code>{terms.classification}</code> {terms.name}
      </dd>
      <dt>Berlaku untuk</dt>
      <dd>{coverageText(terms, names)}</dd>
      <dt>Masa aktif</dt>
      <dd>{periodText(terms.active)}</dd>
      <dt>Masa inaktif</dt>
      <dd>{periodText(terms.inactive)}</dd>
      <dt>Hitungan mulai</dt>
      <dd>{countFromText(terms.countFrom)}</dd>
      <dt>Nasib akhir</dt>
      <dd>
        {dispositionText(terms.disposition)}
        {exception &&
          `. Menurut JRA: ${exception.text} (yang dikecualikan: ${dispositionText(exception.disposition)})`}
      </dd>
      <dt>Persetujuan pemusnahan</dt>
      <dd>{approvalText(terms.approval)}</dd>
      <dt>Dasar hukum</dt>
      <dd>{terms.legalBasis}</dd>
    </dl>
  )
}
