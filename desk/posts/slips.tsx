import { Button } from 'antd'
import type { NewInvitation } from '../../core/contract/staff'
import { CodePicture } from '../shared/code-picture'
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
            <CodePicture link={`${window.location.origin}/s/${code}`} quiet={1} redundancy="L" />
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
