import { useState } from 'react'
import { Button } from '../../../components/controls/button'
import { Choice, Choices } from '../../../components/controls/choice'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Icon } from '../../../components/icon/icon'
import { Note } from '../../../components/sheets/note'
import { ARRIVING, STATE_HINTS } from '../../../text/door/arriving'
import { DOOR } from '../../../text/door/door'
import { FINDING } from '../../../text/door/finding'
import { momentText } from '../../../text/time'
import { now } from '../../clock/use-now'
import type { GiftTo } from '../acts/use-door-acts'
import { DoorFrame } from '../door-frame'
import { giftsOfParty } from '../room/gifts'
import { OpenPerson } from '../person/open-person'
import { isExpectedYet, type SeenCame, type SeenMember, type SeenParty } from '../seen/seen'

interface PartyViewProps {
  readonly activityId: string
  readonly party: SeenParty
  readonly onAdmit: (members: readonly SeenMember[]) => void
  readonly onGift: (to: GiftTo) => void
  readonly onBack: () => void
}

/** Masked names before anything is confirmed; whoever is still expected is ticked, one tap lets them in. */
export function PartyView({ activityId, party, onAdmit, onGift, onBack }: PartyViewProps) {
  const open = party.members.filter(mayCome)
  const [unticked, setUnticked] = useState<readonly string[]>(() =>
    open.filter((member) => !isExpectedYet(member)).map(({ memberId }) => memberId),
  )
  const ticked = open.filter(({ memberId }) => !unticked.includes(memberId))
  const toggle = (id: string) =>
    setUnticked(unticked.includes(id) ? unticked.filter((one) => one !== id) : [...unticked, id])
  return (
    <DoorFrame
      activityId={activityId}
      bottom={
        <>
          {open.length === 0 ? null : (
            <Button
              look="primary"
              size="large"
              onTap={() => (ticked.length > 0 ? onAdmit(ticked) : undefined)}
            >
              {ticked.length === 0 ? ARRIVING.nobodyTicked : ARRIVING.admit(ticked.length)}
            </Button>
          )}
          <Button onTap={onBack}>{open.length === 0 ? DOOR.back : ARRIVING.notThem}</Button>
        </>
      }
    >
      <View>
        <Heading level={1} className="title">
          {titleOf(party)}
        </Heading>
        <Text className="soft">{ARRIVING.number(party.number)}</Text>
        {party.wantsHelp ? <Text>{ARRIVING.wantsHelp}</Text> : null}
      </View>
      {open.length === 0 ? (
        <Note icon={isAllHere(party) ? 'check' : 'info'}>{closedWords(party)}</Note>
      ) : null}
      {open.length > 1 ? <Text>{ARRIVING.who}</Text> : null}
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
      <OpenPerson
        activityId={activityId}
        members={party.members.map((member) => ({ memberId: member.memberId, who: nameOf(member) }))}
      />
    </DoorFrame>
  )
}

/** Not here yet, and not cancelled: who cancelled comes as a walk-in or registers anew. */
const mayCome = ({ came, state }: SeenMember): boolean => came === null && state !== 'cancelled'

/** Nothing to choose or to know beyond the name above: one tap. */
const isAlone = ({ members: [only, another] }: SeenParty): boolean =>
  only !== undefined && another === undefined && isExpectedYet(only) && hintOf(only).hint === undefined

const isAllHere = ({ members }: SeenParty): boolean => members.some(({ came }) => came !== null)

const closedWords = (party: SeenParty): string =>
  isAllHere(party) ? ARRIVING.allHere : ARRIVING.cancelledAdvice

const nameOf = ({ name }: SeenMember): string => name ?? FINDING.unnamed

const titleOf = (party: SeenParty): string =>
  party.members
    .map(nameOf)
    .filter((name, at, all) => all.indexOf(name) === at)
    .join('、')

const hintOf = ({ child, state, released }: SeenMember): { readonly hint?: string } => {
  const hints = [
    ...(child ? [ARRIVING.child] : []),
    ...(STATE_HINTS[state] === undefined ? [] : [STATE_HINTS[state]]),
    ...(released ? [ARRIVING.released] : []),
  ]
  return hints.length === 0 ? {} : { hint: hints.join('，') }
}

interface HereProps {
  readonly member: SeenMember
  readonly party: SeenParty
  readonly onGift: (to: GiftTo) => void
}

/** A member who came, with the first time, and the gift that is still theirs. */
function Here({ member, party, onGift }: HereProps) {
  const { came, state } = member
  const gift = giftsOfParty(party).find(
    ({ memberId, given }) => memberId === member.memberId && given === null,
  )
  return (
    <View className="door-here">
      <View className="door-here__words">
        <Text className="door-row__title">{nameOf(member)}</Text>
        <Text className="soft small">{came === null ? (STATE_HINTS[state] ?? '') : cameWords(came)}</Text>
        {came?.gift ? <Text className="soft small">{giftWords(came.gift)}</Text> : null}
      </View>
      {came === null ? null : gift === undefined ? (
        <Icon name="check" size="large" />
      ) : (
        <Button label={ARRIVING.giftOf(gift.who)} onTap={() => onGift(gift)}>
          {ARRIVING.gift}
        </Button>
      )}
    </View>
  )
}

const cameWords = ({ at, entryId }: SeenCame): string =>
  entryId === null ? ARRIVING.cameWaiting : ARRIVING.came(momentText(at, now()))

export const giftWords = ({ at, waiting }: NonNullable<SeenCame['gift']>): string =>
  waiting ? ARRIVING.giftWaiting : ARRIVING.giftAt(momentText(at, now()))
