/** A mail in words, as it is handed to a mailer. */
export type WrittenMail = { subject: string; text: string; html: string }

/** One that stayed on the machine of whoever develops. */
export type LocalMail = WrittenMail & { id: string; to: string; at: string }
