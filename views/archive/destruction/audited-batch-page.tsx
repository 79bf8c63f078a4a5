import type { Certificate, CertificateLog } from '#domain/archive/destruction/certificate.ts'
import type { Course, ObjectionCounts } from '#domain/archive/destruction/course.ts'
import type { Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { AUDITED, courseTexts, failedText, leftCountText, objectionsText } from './audited-words.ts'
import { ManifestHash, Papers, Parties, type ShownBatch, Steps } from './batch-parts.tsx'
import { BATCH, batchStateText, batchTitle, countsText } from './batch-words.ts'

type Props = ShownBatch & {
  course: Course
  left: Certificate['left']
  objections: ObjectionCounts
  everFailed: number
  log: CertificateLog | undefined
}

/** All that was done with a list, for whoever changes nothing in it. */
export function auditedBatchPage(props: Props): Page {
  return { title: batchTitle(props.number), main: <Audited {...props} />, frame: props.frame }
}

function Audited(props: Props) {
  const { batch, number, counts, course, side } = props
  return (
    <section id="daftar" class="card">
      <h1>{batchTitle(number)}</h1>
      <p class="lead">
        {course.agencyName} · {batchStateText(batch.state)} · {countsText(counts)}
      </p>
      <p class="actions">
        <a class="button" href={side.items(batch.id)}>
          {AUDITED.items}
        </a>
        {batch.state === 'closed' && counts.destroyed > 0 && (
          <a href={side.certificate(batch.id)}>{BATCH.certificate}</a>
        )}
      </p>
      <CourseFacts {...props} />
      <Steps {...props} />
      <Parties {...props} />
      <Papers {...props} acts={[]} />
      <Left {...props} />
      <InLog {...props} />
      <ManifestHash batch={batch} />
      <p class="actions">
        <a href={side.list}>{AUDITED.all}</a>
      </p>
    </section>
  )
}

function CourseFacts(props: Props) {
  const { batch, names, course, objections, everFailed, frame } = props
  const executor =
    'executor' in batch && batch.executor ? names.get(batch.executor)?.name : undefined
  return (
    <>
      <h2>{AUDITED.course}</h2>
      <dl class="facts">
        {courseTexts(course, executor, frame.clock.zone).map(([label, text]) => (
          <>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </>
        ))}
        <dt>{AUDITED.objections}</dt>
        <dd>
          {objectionsText(objections)}{' '}
          {objections.filed > 0 && (
            <a href={paths.auditedItems(batch.id, undefined, 'objected')}>{AUDITED.objected}</a>
          )}
        </dd>
        <dt>{AUDITED.failures}</dt>
        <dd>
          {failedText(everFailed)}{' '}
          {everFailed > 0 && (
            <a href={paths.auditedItems(batch.id, undefined, 'failed')}>{AUDITED.failed}</a>
          )}
        </dd>
      </dl>
    </>
  )
}

/** What was taken from it, and why. */
function Left({ left, batch }: Props) {
  return (
    <>
      <h2>{AUDITED.left}</h2>
      {left.length === 0 ? (
        <p class="none">{AUDITED.nothingLeft}</p>
      ) : (
        <>
          <ul>
            {left.map((one) => (
              <li>{leftCountText(one)}</li>
            ))}
          </ul>
          <p>
            <a href={paths.auditedItems(batch.id, undefined, 'left')}>{AUDITED.leftItems}</a>
          </p>
        </>
      )}
    </>
  )
}

function InLog({ log }: Props) {
  return (
    <>
      <h2>{AUDITED.log}</h2>
      {log ? (
        <dl class="facts">
          <dt>{AUDITED.logLeaf}</dt>
          <dd>{String(log.leaf)}</dd>
          <dt>{AUDITED.checkpoint}</dt>
          <dd class="verbatim">{log.checkpoint.trim()}</dd>
        </dl>
      ) : (
        <p class="none">{AUDITED.logLater}</p>
      )}
      <p class="actions">
        <a href={paths.nationLog}>{AUDITED.howToCheck}</a>
        <a href={paths.check}>{AUDITED.check}</a>
      </p>
    </>
  )
}
