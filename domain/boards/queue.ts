/** What waits for somebody: two people's word, or the way to a mail server. */
export const QUEUES = ['approvals', 'urgentMails', 'mails'] as const

export type Queue = { queue: (typeof QUEUES)[number]; waiting: number; oldest: Date }
