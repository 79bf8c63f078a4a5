import { type Captcha as CaptchaView, PROOF } from '#domain/captcha/captcha.ts'
import type { CaptchaProblem } from '#domain/captcha/try.ts'
import { captchaPaths } from './captcha-paths.ts'
import { captchaProblemText, captchaWords, waitText } from './captcha-words.ts'

type Props = { view: CaptchaView; problem?: CaptchaProblem | undefined }

type OtherProps = { view: CaptchaView; isWrong: boolean; open: boolean }

/**
 * The security check inside a form: static/captcha.js answers it by work; without it the closed
 * part offers picture, sound and waiting. A tick box waits, for a button would take the Enter key.
 */
export function Captcha({ view, problem }: Props) {
  const reason = problem && captchaProblemText(problem)
  return (
    <fieldset
      id="captcha"
      class="captcha"
      data-captcha={view.id}
      data-parts={PROOF.parts}
      data-bits={PROOF.bits}
      data-busy={captchaWords.busy}
      data-done={captchaWords.done}
    >
      <legend>{captchaWords.title}</legend>
      {reason && (
        <p id="captcha_reason" class="problem" role="alert">
          {reason}
        </p>
      )}
      <p>
        <output>{view.state === 'waiting' ? waitText(view.until) : captchaWords.choose}</output>
      </p>
      <input type="hidden" name="captcha_id" value={view.id} autocomplete="off" />
      <input type="hidden" name="captcha_proof" value="" autocomplete="off" />
      <OtherWays view={view} isWrong={problem?.kind === 'wrong'} open={reason !== undefined} />
    </fieldset>
  )
}

/** Closed, it asks the server for neither picture nor sound. */
function OtherWays({ view, isWrong, open }: OtherProps) {
  return (
    <details open={open}>
      <summary>{captchaWords.otherWays}</summary>
      <img
        src={captchaPaths.captchaPicture(view.id)}
        alt={captchaWords.picture}
        width={264}
        height={80}
        loading="lazy"
      />
      {/* biome-ignore lint/a11y/useMediaCaption: a caption would be the answer */}
      <audio
        controls
        preload="none"
        src={captchaPaths.captchaSound(view.id)}
        aria-label={captchaWords.sound}
      />
      <AnswerField isWrong={isWrong} />
      {view.state === 'open' && (
        <label>
          <input type="checkbox" name="captcha_choice" value="tunggu" /> {captchaWords.wait}
        </label>
      )}
    </details>
  )
}

function AnswerField({ isWrong }: { isWrong: boolean }) {
  return (
    <div class="field">
      <label for="captcha_answer">{captchaWords.answer}</label>
      <p class="hint" id="captcha_hint">
        {captchaWords.answerHint}
      </p>
      <input
        id="captcha_answer"
        name="captcha_answer"
        autocomplete="off"
        autocapitalize="characters"
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={isWrong ? 'captcha_reason captcha_hint' : 'captcha_hint'}
      />
    </div>
  )
}
