import type { Frame, Page } from './page.tsx'
import { Form } from './parts/form.tsx'
import { paths } from './paths.ts'
import { SHARED_COMPUTER, SIGN_OUT, SIGNED_OUT } from './sign-out-words.ts'

export function signOutPage({ frame }: { frame: Frame }): Page {
  return { title: 'Keluar', main: <SignOut csrf={frame.csrf} />, frame }
}

export function signedOutPage(): Page {
  return { title: 'Sudah keluar', main: <SignedOut /> }
}

function SignOut({ csrf }: { csrf: string }) {
  return (
    <section id="keluar" class="card narrow">
      <h1>Keluar</h1>
      <p>{SIGN_OUT}</p>
      <Form action={paths.signOut} csrf={csrf}>
        <button>Keluar</button>
      </Form>
      <p>
        <a href={paths.home}>Kembali ke Beranda</a>
      </p>
    </section>
  )
}

function SignedOut() {
  return (
    <section id="keluar" class="card narrow">
      <h1>{SIGNED_OUT}</h1>
      <p>{SHARED_COMPUTER}</p>
      <p>
        <a class="button" href={paths.signIn}>
          Masuk
        </a>
      </p>
    </section>
  )
}
