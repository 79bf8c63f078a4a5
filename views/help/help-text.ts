import type { HelpTopic } from '../help-topics.ts'

/** One line of a list; a link, to a paragraph or a page, stands at its end. */
export type HelpLine =
  | string
  | { text: string; link: string; topic: HelpTopic }
  | { text: string; link: string; href: string }

export type HelpList = { heading: string; numbered: boolean; lines: readonly HelpLine[] }

/** A paragraph of /bantuan: why it happens, what to do now, when the own agency must help. */
export type HelpText = {
  heading: string
  why: string
  steps: readonly HelpLine[]
  lists: readonly HelpList[]
  office: string
}

/** What people have before them: the words on the screen, or a situation in their own words. */
export type Symptom = { screen: string; topic: HelpTopic } | { situation: string; topic: HelpTopic }

export type SymptomGroup =
  | 'often'
  | 'before'
  | 'signIn'
  | 'reset'
  | 'code'
  | 'activation'
  | 'session'
  | 'archive'
  | 'office'
  | 'other'
