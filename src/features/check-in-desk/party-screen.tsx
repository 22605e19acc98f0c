import { useState } from 'react'
import { Button } from '../../components/controls/button'
import { Choice, Choices } from '../../components/controls/choice'
import { Heading, Text, View } from '../../components/elements/elements'
import { Icon } from '../../components/icon/icon'
import { Note } from '../../components/sheets/note'
import { PARTY, STATE_HINTS } from '../../text/check-in/party'
import { DESK_PAGE } from '../../text/check-in/desk'
import { FIND_PARTY } from '../../text/check-in/find-party'
import { momentText } from '../../text/time'
import { now } from '../../api/clock'
import { PersonDetails } from '../staff/person-details'
import {
  giftsOfParty,
  type GiftTo,
  isExpectedYet,
  type ShownArrival,
  type ShownMember,
  type ShownParty,
} from './check-in-list'
import { CheckInPage } from './check-in-page'

interface PartyScreenProps {
  readonly activityId: string
  readonly party: ShownParty
  readonly onAdmit: (members: readonly ShownMember[]) => void
  readonly onGift: (to: GiftTo) => void
  readonly onBack: () => void
}

/** Masked names before anything is confirmed; whoever is still expected is ticked, one tap lets them in. */
export function PartyScreen({ activityId, party, onAdmit, onGift, onBack }: PartyScreenProps) {
  const open = party.members.filter(mayCome)
  const [unticked, setUnticked] = useState<readonly string[]>(() =>
    open.filter((member) => !isExpectedYet(member)).map(({ memberId }) => memberId),
  )
  const ticked = open.filter(({ memberId }) => !unticked.includes(memberId))
  const toggle = (id: string) =>
    setUnticked(unticked.includes(id) ? unticked.filter((one) => one !== id) : [...unticked, id])
  return (
    <CheckInPage
      activityId={activityId}
      bottom={
        <>
          {open.length === 0 ? null : (
            <Button
              look="primary"
              size="large"
              onTap={() => (ticked.length > 0 ? onAdmit(ticked) : undefined)}
            >
              {ticked.length === 0 ? PARTY.nobodyTicked : PARTY.admit(ticked.length)}
            </Button>
          )}
          <Button onTap={onBack}>{open.length === 0 ? DESK_PAGE.back : PARTY.notThem}</Button>
        </>
      }
    >
      <View>
        <Heading level={1} className="title">
          {titleOf(party)}
        </Heading>
        <Text className="soft">{PARTY.number(party.number)}</Text>
        {party.wantsHelp ? <Text>{PARTY.wantsHelp}</Text> : null}
      </View>
      {open.length === 0 ? (
        <Note icon={isAllHere(party) ? 'check' : 'info'}>{closedWords(party)}</Note>
      ) : null}
      {open.length > 1 ? <Text>{PARTY.who}</Text> : null}
      <Choices>
        {party.members.map((member) =>
          isAlone(party) ? null : mayCome(member) ? (
            <Choice
              key={member.memberId}
              title={nameOf(member)}
              {...hintOf(member)}
              chosen={!unticked.includes(member.memberId)}
              onChoose={() => toggle(member.memberId)}
            />
          ) : (
            <Here key={member.memberId} member={member} party={party} onGift={onGift} />
          ),
        )}
      </Choices>
      <PersonDetails
        activityId={activityId}
        members={party.members.map((member) => ({ memberId: member.memberId, who: nameOf(member) }))}
      />
    </CheckInPage>
  )
}

/** Not here yet, and not cancelled: who cancelled comes as a walk-in or registers anew. */
const mayCome = ({ came, state }: ShownMember): boolean => came === null && state !== 'cancelled'

/** Nothing to choose or to know beyond the name above: one tap. */
const isAlone = ({ members: [only, another] }: ShownParty): boolean =>
  only !== undefined && another === undefined && isExpectedYet(only) && hintOf(only).hint === undefined

const isAllHere = ({ members }: ShownParty): boolean => members.some(({ came }) => came !== null)

const closedWords = (party: ShownParty): string => (isAllHere(party) ? PARTY.allHere : PARTY.cancelledAdvice)

const nameOf = ({ name }: ShownMember): string => name ?? FIND_PARTY.unnamed

const titleOf = (party: ShownParty): string =>
  party.members
    .map(nameOf)
    .filter((name, at, all) => all.indexOf(name) === at)
    .join('、')

const hintOf = ({ child, state, released }: ShownMember): { readonly hint?: string } => {
  const hints = [
    ...(child ? [PARTY.child] : []),
    ...(STATE_HINTS[state] === undefined ? [] : [STATE_HINTS[state]]),
    ...(released ? [PARTY.released] : []),
  ]
  return hints.length === 0 ? {} : { hint: hints.join('，') }
}

interface HereProps {
  readonly member: ShownMember
  readonly party: ShownParty
  readonly onGift: (to: GiftTo) => void
}

/** A member who came, with the first time, and the gift that is still theirs. */
function Here({ member, party, onGift }: HereProps) {
  const { came, state } = member
  const gift = giftsOfParty(party).find(
    ({ memberId, given }) => memberId === member.memberId && given === null,
  )
  return (
    <View className="member-here">
      <View className="member-here__words">
        <Text className="list-row__title">{nameOf(member)}</Text>
        <Text className="soft small">{came === null ? (STATE_HINTS[state] ?? '') : cameWords(came)}</Text>
        {came?.gift ? <Text className="soft small">{giftWords(came.gift)}</Text> : null}
      </View>
      {came === null ? null : gift === undefined ? (
        <Icon name="check" size="large" />
      ) : (
        <Button label={PARTY.giftOf(gift.who)} onTap={() => onGift(gift)}>
          {PARTY.gift}
        </Button>
      )}
    </View>
  )
}

const cameWords = ({ at, entryId }: ShownArrival): string =>
  entryId === null ? PARTY.cameWaiting : PARTY.came(momentText(at, now()))

export const giftWords = ({ at, waiting }: NonNullable<ShownArrival['gift']>): string =>
  waiting ? PARTY.giftWaiting : PARTY.giftAt(momentText(at, now()))

interface UnlistedTicketScreenProps {
  readonly activityId: string
  readonly onAdmit: () => void
  readonly onBack: () => void
}

/** A real ticket of somebody who registered after the list was read, at a desk without network. */
export function UnlistedTicketScreen({ activityId, onAdmit, onBack }: UnlistedTicketScreenProps) {
  return (
    <CheckInPage
      activityId={activityId}
      bottom={
        <>
          <Button look="primary" size="large" onTap={onAdmit}>
            {FIND_PARTY.unlistedAdmit}
          </Button>
          <Button onTap={onBack}>{DESK_PAGE.back}</Button>
        </>
      }
    >
      <Heading level={1} className="title">
        {FIND_PARTY.unlistedTitle}
      </Heading>
      <Text>{FIND_PARTY.unlisted}</Text>
    </CheckInPage>
  )
}
