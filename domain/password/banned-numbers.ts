import { dayExists } from '../civil-date.ts'

const SHARED_DIGITS = 6
const SEPARATORS = '[\\s.,:;/_|–-]{1,3}'

/** Whether 6 digits of a number stand in a row, or the birth date that a NIP begins with. */
export function containsNumber(text: string, numbers: readonly string[]): boolean {
  const digits = text.replace(new RegExp(`(?<=\\d)${SEPARATORS}(?=\\d)`, 'g'), '')
  return numbers
    .map((number) => number.replace(/\D/g, ''))
    .some((number) => sharesDigits(digits, number) || containsBirthDate(text, digits, number))
}

function sharesDigits(digits: string, number: string): boolean {
  for (let start = 0; start + SHARED_DIGITS <= number.length; start++) {
    if (digits.includes(number.slice(start, start + SHARED_DIGITS))) return true
  }
  return false
}

function containsBirthDate(text: string, digits: string, number: string): boolean {
  if (number.length !== 18) return false
  const [year, month, day] = [number.slice(0, 4), number.slice(4, 6), number.slice(6, 8)]
  if (!dayExists({ year: Number(year), month: Number(month), day: Number(day) })) return false
  const short = year.slice(2)
  const written = [year + month + day, day + month + year, day + month + short, short + month + day]
  return written.some((date) => digits.includes(date)) || looseDate(year, month, day).test(text)
}

/** With separators the zeros may be missing: 3/2/1985 and 1985-2-3. */
function looseDate(year: string, month: string, day: string): RegExp {
  const [y, m, d] = [`(?:${year}|${year.slice(2)})`, `0?${Number(month)}`, `0?${Number(day)}`]
  const forms = [[d, m, y].join(SEPARATORS), [y, m, d].join(SEPARATORS)]
  return new RegExp(`(?<!\\d)(?:${forms.join('|')})(?!\\d)`)
}
