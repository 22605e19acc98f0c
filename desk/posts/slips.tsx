import { Button } from 'antd'
import { renderSVG } from 'uqr'
import type { NewInvitation } from '../../core/contract/staff'
import { INVITE } from '../text/invite'
import { lastDayText } from '../text/when'

/** Codes of invitations as an A4 page to cut up: shown once, black on white. */
export function Slips({ invitations }: { readonly invitations: readonly NewInvitation[] }) {
  return (
    <section className="sheet">
      <div className="no-print">
        <h2>{INVITE.sent}</h2>
        <p>
          {INVITE.sentHow} <Button onClick={() => window.print()}>{INVITE.print}</Button>
        </p>
      </div>
      <div className="slips">
        {invitations.map(({ invitationId, called, code, expiresAt }) => (
          <div key={invitationId} className="slip">
            <span
              aria-hidden
              dangerouslySetInnerHTML={{
                __html: renderSVG(`${window.location.origin}/s/${code}`, { border: 1 }),
              }}
            />
            <div>
              <strong>{called}</strong>
              <code>{code}</code>
              <p>{INVITE.slipHow}</p>
              <p>{INVITE.goodUntil(lastDayText(expiresAt))}</p>
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}
