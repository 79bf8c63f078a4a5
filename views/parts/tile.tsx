import type { Child } from 'hono/jsx'

/** A card beside others on a page that gives an overview. */
export function Tile({ heading, children }: { heading: string; children: Child }) {
  return (
    <section class="card">
      <h2>{heading}</h2>
      {children}
    </section>
  )
}
