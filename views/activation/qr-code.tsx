type Props = { squares: readonly (readonly boolean[])[]; label: string }

/** Modules of white around the code, without which scanners do not find it (ISO/IEC 18004). */
const QUIET = 4

/** A QR code as one path; its white ground is drawn by the style sheet in both schemes. */
export function QrCode({ squares, label }: Props) {
  const side = squares.length + 2 * QUIET
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      width="240"
      height="240"
      shape-rendering="crispEdges"
    >
      <path d={squares.map(rowPath).join('')} />
    </svg>
  )
}

/** The dark runs of a row, each a rectangle one unit high. */
function rowPath(row: readonly boolean[], y: number): string {
  const dark = row.map((isDark) => (isDark ? 'x' : ' ')).join('')
  return [...dark.matchAll(/x+/g)]
    .map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('')
}
