import { PAIRING } from '../../src/text/wall'
import { CodePicture } from '../shared/code-picture'
import type { Phase } from './run-screen'
import { Sheet } from './sheet'

/** What staff sees before the screen has its key. */
export function Pairing({ why, offer, reached }: Extract<Phase, { kind: 'pairing' }>) {
  return (
    <Sheet now={null}>
      <header className="head">
        <h1 className="head__office">{PAIRING.title}</h1>
        {why === 'revoked' ? <p className="pairing__why">{PAIRING.revoked}</p> : null}
      </header>
      <section className="code">
        {offer === null ? (
          <p className="code__title">{reached ? PAIRING.preparing : PAIRING.unreached}</p>
        ) : (
          <div className="code__card">
            <CodePicture link={offer.link} label={PAIRING.code} />
          </div>
        )}
      </section>
      <section className="list">
        <ol className="steps">
          {PAIRING.steps.map((step) => (
            <li key={step} className="steps__step">
              {step}
            </li>
          ))}
        </ol>
        {offer === null ? null : <p className="digits">{offer.digits}</p>}
        {offer === null || offer.code === null ? null : (
          <p className="pairing__typed">{PAIRING.typed(offer.code)}</p>
        )}
      </section>
      <footer className="foot">
        {offer === null || reached ? null : <p className="foot__cut-off">{PAIRING.unreached}</p>}
      </footer>
    </Sheet>
  )
}

export const Insecure = () => (
  <Sheet now={null}>
    <header className="head">
      <h1 className="head__office">{PAIRING.insecure}</h1>
      <p className="pairing__why">{PAIRING.insecureAdvice}</p>
    </header>
  </Sheet>
)
