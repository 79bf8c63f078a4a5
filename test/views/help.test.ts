import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { tellings } from '#test/support/tellings.ts'
import { archiveHelpPage, helpPage, officeHelpPage } from '#views/help/help-page.tsx'
import { HELP } from '#views/help/help-words.ts'
import { SYMPTOMS } from '#views/help/symptoms-words.ts'
import { type HelpPage, type HelpTopic, helpPageOf } from '#views/help-topics.ts'
import { landingPage } from '#views/landing-page.tsx'
import { paths } from '#views/paths.ts'

const help = parse(String(helpPage().main))
const offices = parse(String(officeHelpPage().main))
const archive = parse(String(archiveHelpPage().main))
const landing = parse(String(landingPage().main))
const topics = Object.keys(HELP) as HelpTopic[]
const symptoms = Object.values(SYMPTOMS).flat()
const ADDRESSES: string[] = Object.values(paths).filter((path) => typeof path === 'string')

/** The page that a topic stands on. */
function pageOf(topic: HelpTopic) {
  return { own: help, office: offices, archive }[helpPageOf(topic)]
}

describe('the help page', () => {
  test('has one paragraph for every topic, under its id', () => {
    const idsOn = (page: typeof help) => page.querySelectorAll('section[id]').map(({ id }) => id)
    const topicsOn = (page: HelpPage) => topics.filter((topic) => helpPageOf(topic) === page)
    expect(idsOn(help)).toEqual([...topicsOn('own'), 'bkpsdm'])
    expect(idsOn(offices)).toEqual(topicsOn('office'))
    expect(idsOn(archive)).toEqual(topicsOn('archive'))
  })

  test('gives every paragraph a cause, steps in order, and when to go to the agency', () => {
    for (const topic of topics) {
      const headings = pageOf(topic)
        .querySelectorAll(`#${topic} h3`)
        .map(({ text }) => text)
      expect(headings).toContain('Sebabnya')
      expect(headings).toContain('Yang dilakukan sekarang')
      expect(headings).toContain('Kapan ke BKPSDM')
      expect(pageOf(topic).querySelectorAll(`#${topic} ol > li`).length).toBeGreaterThan(1)
    }
  })

  test('leads from its opening question to every topic', () => {
    const asked = help.querySelectorAll('nav a').map((link) => link.getAttribute('href'))
    const addressOf = (topic: HelpTopic) =>
      helpPageOf(topic) === 'own' ? `#${topic}` : paths.helpOn(topic)
    expect(topics.filter((topic) => !asked.includes(addressOf(topic)))).toEqual([])
  })

  test('asks for every symptom before the first paragraph and repeats it in its own', () => {
    expect(help.querySelectorAll('nav li')).toHaveLength(symptoms.length)
    const unmatched = symptoms.filter((symptom) => {
      const words = 'screen' in symptom ? `“${symptom.screen}”` : symptom.situation
      return !pageOf(symptom.topic).querySelector(`#${symptom.topic}`)?.text.includes(words)
    })
    expect(unmatched).toEqual([])
  })

  test('stands situations before the sentences of the screen, which are folded', () => {
    const situation = help.querySelector('#kode > .links')?.text
    const sentences = help.querySelector('#kode > details:not([open])')
    expect(situation).not.toContain('“')
    expect(sentences?.querySelector('summary')?.text.trim()).toMatch(/^Tulisan di layar \(\d+\)$/)
    expect(help.querySelector('nav details[open]')?.id).toBe('paling-sering')
  })

  test.each([
    ['lupa-password', 'ganti-hp'],
    ['ganti-hp', 'lupa-password'],
    ['lupa-password', 'terlalu-banyak-percobaan'],
    ['terlalu-banyak-percobaan', 'lupa-password'],
    ['ganti-hp', 'terlalu-banyak-percobaan'],
    ['terlalu-banyak-percobaan', 'ganti-hp'],
    ['ganti-hp', 'kode-cadangan'],
  ])('leads on from %s to %s', (from, to) => {
    expect(help.querySelector(`#${from} ol a[href="#${to}"]`)).not.toBeNull()
  })

  test.each([help, offices, archive])('uses no id twice', (page) => {
    const ids = page.querySelectorAll('[id]').map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each([
    ['help', help],
    ['offices', offices],
    ['archive', archive],
    ['landing', landing],
  ])('links only to what exists, from the %s page', (_name, page) => {
    const targets = page.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '')
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.filter((target) => !leadsSomewhere(page, target))).toEqual([])
  })

  test('is held against the sentences of every page', () => {
    expect(tellings.length).toBeGreaterThan(80)
  })

  test.each(tellings)('repeats where it links to what $page shows: $text', ({ text, topic }) => {
    const known = symptoms
      .filter((symptom) => topic === undefined || symptom.topic === topic)
      .map((symptom) => ('screen' in symptom ? shape(symptom.screen) : ''))
    expect(known.filter((screen) => screen.includes(shape(text)))).not.toEqual([])
  })

  test('R-OT-09 speaks of automatic time and never of a zone to set', () => {
    const text = `${help.text} ${landing.text}`
    expect(text).not.toMatch(/GMT|UTC\s*[+-]/i)
    expect(help.querySelector('#jam-hp')?.text).toContain('waktu otomatis')
  })

  test('R-RS-01 leads to each of the three resets, and calls none closed', () => {
    const targets = help.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '')
    expect(targets).toEqual(
      expect.arrayContaining([paths.resetStart, paths.weakPassword, paths.mfaResetDoor]),
    )
    expect(help.text).not.toContain('belum dibuka')
  })
})

function leadsSomewhere(from: typeof help, target: string): boolean {
  const [path = '', id] = target.split('#')
  if (path !== '' && !ADDRESSES.includes(path)) return false
  const pages = { [paths.officeHelp]: offices, [paths.archiveHelp]: archive, '': from }
  const page = pages[path] ?? help
  return id === undefined || page.querySelector(`[id="${id}"]`) !== null
}

/** The sentence without what is an example in it: numbers, times, days, names, directions. */
function shape(text: string): string {
  return text
    .replace(/\d+ \p{L}+ \d{4}/gu, 'DAY')
    .replace(/(\d+ (jam|menit|detik) ?)+/g, 'SPAN ')
    .replace(/\(([^()]+, )?DAY\)/, '(DAY)')
    .replace(/\d+(\.\d+)*( WIB| WITA| WIT)?/g, 'N')
    .replace(/lebih (cepat|lambat)/, 'lebih DIRECTION')
    .replace(/disetel ke \w+, tetapi zona waktu HP masih \w+/, 'disetel ke A, tetapi masih B')
    .replace(/(?<=\.) Sisa N percobaan\.$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}
