import { useMemo } from 'react'
import type { MyRegistration, RegistrationPage } from '../../../../core/contract/registration/registration'
import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { queries } from '../../../api/queries'
import { Text, View } from '../../../components/elements/elements'
import { asBackground } from '../../../components/facade/draw-facade'
import { codeAsSvg } from '../../../components/pictures/draw-code'
import { REGISTRATION } from '../../../text/registration/registration'
import { useNow } from '../../../api/clock'
import { usePageQuery } from '../../page/use-page-query'
import './ticket.scss'

interface TicketProps {
  readonly mine: MyRegistration
  readonly page: RegistrationPage | null
}

/** What staff scans at the door, as long as somebody is still expected; also from the phone's own memory. */
export function Ticket({ mine, page }: TicketProps) {
  const expected = isStillExpected(mine, page)
  const { data } = usePageQuery({ ...queries.ticket(mine.registrationId), enabled: expected })
  const now = useNow()
  const ticket = data?.ticket
  const picture = useMemo(() => (ticket === undefined ? null : asBackground(codeAsSvg(ticket))), [ticket])
  if (!expected || data === undefined || picture === null || now >= parseInstant(data.until)) return null
  return (
    <View className="ticket">
      <View
        className="ticket__code"
        style={{ backgroundImage: picture }}
        ariaRole="img"
        ariaLabel={REGISTRATION.ticketLabel(data.number)}
      />
      <Text className="soft">{REGISTRATION.ticketHint}</Text>
    </View>
  )
}

function isStillExpected({ headline, activity }: MyRegistration, page: RegistrationPage | null): boolean {
  if (activity.status === 'withdrawn') return false
  return page === null ? headline === 'confirmed' : page.members.some(({ state }) => state === 'confirmed')
}
