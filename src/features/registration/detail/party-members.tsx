import { useState } from 'react'
import type { PartyMember, RegistrationPage } from '../../../../core/contract/registration/registration'
import { isExpected } from '../../../../core/domain/registration/party'
import { BottomSheet } from '../../../components/bottom-sheet/bottom-sheet'
import { Button, ButtonRow } from '../../../components/controls/button'
import { Text, View, ShareButton } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { Note } from '../../../components/sheets/note'
import { linkTo } from '../../../platform/navigate/forward'
import { cardRoute } from '../../../platform/navigate/routes'
import { SENDING } from '../../../text/sending'
import { REGISTRATION } from '../../../text/registration/registration'
import { STATE_WORDS } from '../../../text/registration/next-registration'
import { MutationNote } from '../../page/mutation-note'
import { useMutation, type MutationState } from '../../../api/mutation'
import type { RegistrationMutations } from './use-registration-mutations'

interface MembersProps {
  readonly page: RegistrationPage
  readonly mutations: RegistrationMutations
  readonly handOver: HandOver
  readonly mayDrop: boolean
}

/** Who comes, and what can be done for each. */
export function Members({ page, mutations, handOver, mayDrop }: MembersProps) {
  const [choosing, setChoosing] = useState(false)
  const coming = page.members.filter(isExpected)
  const forwarded = page.members.filter(mayForward).map(nameOf)
  const severalMayDrop = mayDrop && coming.length > 1
  return (
    <Card title={REGISTRATION.who}>
      {page.members.map((member) => (
        <MemberRow
          key={member.memberId}
          member={member}
          mutations={mutations}
          handOver={handOver}
          mayDrop={severalMayDrop && choosing && isExpected(member)}
        />
      ))}
      {forwarded.length === 0 ? null : (
        <Text className="soft small">{REGISTRATION.handOverWhy(forwarded)}</Text>
      )}
      {severalMayDrop && !choosing ? (
        <Button look="give-up" onTap={() => setChoosing(true)}>
          {REGISTRATION.someoneDropsButton}
        </Button>
      ) : null}
    </Card>
  )
}

const nameOf = ({ name, isMe }: PartyMember): string =>
  isMe ? REGISTRATION.me : (name ?? REGISTRATION.someone)

/** A child has no WeChat of its own to take a card with. */
const mayForward = (member: PartyMember): boolean => member.mayHandOver && !member.child && isExpected(member)

interface MemberRowProps extends Omit<MembersProps, 'page'> {
  readonly member: PartyMember
}

function MemberRow({ member, mutations, handOver, mayDrop }: MemberRowProps) {
  const name = nameOf(member)
  const asksThis = mutations.asked.kind === 'drop' && mutations.asked.member.memberId === member.memberId
  return (
    <View className="member">
      <View className="member__line">
        <Text className="member__name">{name}</Text>
        <Text className="soft">{STATE_WORDS[member.state]}</Text>
      </View>
      <ButtonRow>
        {mayForward(member) ? (
          <Button onTap={() => void handOver.make(member)}>
            {handOver.isMaking(member) ? SENDING : REGISTRATION.handOver(name)}
          </Button>
        ) : null}
        {mayDrop ? (
          <Button look="give-up" onTap={() => mutations.ask({ kind: 'drop', member })}>
            {REGISTRATION.dropButton(name)}
          </Button>
        ) : null}
      </ButtonRow>
      {asksThis ? <DropAsk member={member} mutations={mutations} /> : null}
      <MadeCard member={member} handOver={handOver} />
    </View>
  )
}

function DropAsk({ member, mutations }: Pick<MemberRowProps, 'member' | 'mutations'>) {
  const name = nameOf(member)
  const { dropping } = mutations
  const alone = dropping.kind === 'refused' && dropping.refusal === 'guardian_consent_missing'
  return (
    <BottomSheet
      title={REGISTRATION.dropTitle(name)}
      close={REGISTRATION.keepButton}
      onClose={() => mutations.ask({ kind: 'nothing' })}
      act={
        <Button look="give-up" onTap={() => void mutations.drop(member)}>
          {dropping.kind === 'sending' ? SENDING : REGISTRATION.confirmButton}
        </Button>
      }
    >
      <Text>
        {member.state === 'waiting' ? REGISTRATION.waitingDroppedBody : REGISTRATION.confirmedDroppedBody}
        {REGISTRATION.dropKeepsNote}
      </Text>
      <MutationNote
        state={dropping}
        notSent={REGISTRATION.notCancelledError}
        refused={alone ? REGISTRATION.adultNeededNote : null}
      />
    </BottomSheet>
  )
}

/** A card that was made for somebody, and what is under way. */
export interface HandOver {
  /** The route of the newest card; what this page forwards from then on. */
  readonly route: string | null
  readonly make: (member: PartyMember) => Promise<void>
  readonly isMaking: (member: PartyMember) => boolean
  readonly routeFor: (member: PartyMember) => string | null
  readonly stateFor: (member: PartyMember) => MutationState<'registration.makeCard'>
}

/** One card at a time: the one that WeChat forwards must be the one that was asked for last. */
export function useHandOver(registrationId: string): HandOver {
  const { state, send } = useMutation('registration.makeCard')
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
function MadeCard({ member, handOver }: MadeCardProps) {
  const route = handOver.routeFor(member)
  if (route === null)
    return <MutationNote state={handOver.stateFor(member)} notSent={REGISTRATION.cardNotMadeError} />
  const link = linkTo(route)
  return (
    <>
      <Note icon="check">
        {REGISTRATION.cardMadeTitle(member.name ?? REGISTRATION.someone)}。{REGISTRATION.cardOnceNote}
      </Note>
      {link === null ? (
        <ShareButton className="tappable button button--primary">{REGISTRATION.sendCardButton}</ShareButton>
      ) : (
        <>
          <Text>{REGISTRATION.copyCardLabel}</Text>
          <Text className="soft small" userSelect>
            {link}
          </Text>
        </>
      )}
    </>
  )
}
