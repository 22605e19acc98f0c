import { useState } from 'react'
import type { PartyMember } from '../../../../core/contract/registration/registration'
import { ShareButton, Text } from '../../../components/elements/elements'
import { Note } from '../../../components/sheets/note'
import { linkTo } from '../../../platform/navigate/forward'
import { cardRoute } from '../../../platform/navigate/routes'
import { PAGE } from '../../../text/registration/registration-page'
import { ActNote } from '../../act/act-note'
import { useAct, type ActState } from '../../act/use-act'

/** A card that was made for somebody, and what is under way. */
export interface HandOver {
  /** The route of the newest card; what this page forwards from then on. */
  readonly route: string | null
  readonly make: (member: PartyMember) => Promise<void>
  readonly isMaking: (member: PartyMember) => boolean
  readonly routeFor: (member: PartyMember) => string | null
  readonly stateFor: (member: PartyMember) => ActState<'registration.makeCard'>
}

/** One card at a time: the one that WeChat forwards must be the one that was asked for last. */
export function useHandOver(registrationId: string): HandOver {
  const { state, send } = useAct('registration.makeCard')
  const [meant, setMeant] = useState<string | null>(null)
  const route = state.kind === 'done' ? cardRoute(state.value.card) : null
  const isMeant = ({ memberId }: PartyMember) => memberId === meant
  return {
    route,
    make: async ({ memberId }) => {
      setMeant(memberId)
      await send({ registrationId, memberId })
    },
    isMaking: (member) => isMeant(member) && state.kind === 'sending',
    routeFor: (member) => (isMeant(member) ? route : null),
    stateFor: (member) => (isMeant(member) ? state : { kind: 'idle' }),
  }
}

interface MadeCardProps {
  readonly member: PartyMember
  readonly handOver: HandOver
}

/** The card is ready: WeChat forwards it, a browser shows its link. */
export function MadeCard({ member, handOver }: MadeCardProps) {
  const route = handOver.routeFor(member)
  if (route === null) return <ActNote state={handOver.stateFor(member)} notSent={PAGE.cardNotMade} />
  const link = linkTo(route)
  return (
    <>
      <Note icon="check">
        {PAGE.cardMade(member.name ?? PAGE.someone)}。{PAGE.cardOnce}
      </Note>
      {link === null ? (
        <ShareButton className="tappable button button--primary">{PAGE.sendCard}</ShareButton>
      ) : (
        <>
          <Text>{PAGE.copyCard}</Text>
          <Text className="soft small" userSelect>
            {link}
          </Text>
        </>
      )}
    </>
  )
}
