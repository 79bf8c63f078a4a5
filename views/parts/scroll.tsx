import type { Child } from 'hono/jsx'

/** What may be wider than the screen: it scrolls by itself, by keyboard too, and says what it holds. */
export function Scroll({ label, children }: { label: string; children?: Child }) {
  return (
    <section class="scroll" aria-label={label} tabindex={0}>
      {children}
    </section>
  )
}
