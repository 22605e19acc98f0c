import { useState } from 'react'
import type { PartyMember, RegistrationPage } from '../../../../core/contract/registration/registration'
import { isExpected } from '../../../../core/domain/registration/party'
import { Button, ButtonRow } from '../../../components/controls/button'
import { Text, View } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { Note } from '../../../components/sheets/note'
import { SENDING } from '../../../text/acts'
import { PAGE, STATE_WORDS } from '../../../text/registration/registration-page'
import { ActNote } from '../../act/act-note'
import { MadeCard, type HandOver } from './hand-over'
import type { RegistrationActs } from './use-registration-acts'

interface MembersProps {
  readonly page: RegistrationPage
  readonly acts: RegistrationActs
  readonly handOver: HandOver
  readonly mayDrop: boolean
}

/** Who comes, and what can be done for each. */
export function Members({ page, acts, handOver, mayDrop }: MembersProps) {
  const [choosing, setChoosing] = useState(false)
  const coming = page.members.filter(isExpected)
  const severalMayDrop = mayDrop && coming.length > 1
  return (
    <Card title={PAGE.who}>
      {page.members.map((member) => (
        <MemberRow
          key={member.memberId}
          member={member}
          acts={acts}
          handOver={handOver}
          mayDrop={severalMayDrop && choosing && isExpected(member)}
        />
      ))}
      {page.members.some(mayForward) ? <Text className="soft small">{PAGE.handOverWhy}</Text> : null}
      {severalMayDrop && !choosing ? (
        <Button onTap={() => setChoosing(true)}>{PAGE.someoneDrops}</Button>
      ) : null}
    </Card>
  )
}

const nameOf = ({ name, isMe }: PartyMember): string => (isMe ? PAGE.me : (name ?? PAGE.someone))

/** A child has no WeChat of its own to take a card with. */
const mayForward = (member: PartyMember): boolean => member.mayHandOver && !member.child && isExpected(member)

interface MemberRowProps extends Omit<MembersProps, 'page'> {
  readonly member: PartyMember
}

function MemberRow({ member, acts, handOver, mayDrop }: MemberRowProps) {
  const name = nameOf(member)
  const asksThis = acts.asked.kind === 'drop' && acts.asked.member.memberId === member.memberId
  return (
    <View className="member">
      <View className="member__line">
        <Text className="member__name">{name}</Text>
        <Text className="soft">{STATE_WORDS[member.state]}</Text>
      </View>
      {asksThis ? (
        <DropAsk member={member} acts={acts} />
      ) : (
        <ButtonRow>
          {mayForward(member) ? (
            <Button onTap={() => void handOver.make(member)}>
              {handOver.isMaking(member) ? SENDING : PAGE.handOver(name)}
            </Button>
          ) : null}
          {mayDrop ? (
            <Button onTap={() => acts.ask({ kind: 'drop', member })}>{PAGE.drop(name)}</Button>
          ) : null}
        </ButtonRow>
      )}
      <MadeCard member={member} handOver={handOver} />
    </View>
  )
}

function DropAsk({ member, acts }: Pick<MemberRowProps, 'member' | 'acts'>) {
  const name = nameOf(member)
  const { dropping } = acts
  const alone = dropping.kind === 'refused' && dropping.refusal === 'guardian_consent_missing'
  return (
    <>
      <Note>
        {PAGE.dropTitle(name)}
        {member.state === 'waiting' ? PAGE.waitingDropped : PAGE.confirmedDropped}
        {PAGE.dropKeeps}
      </Note>
      <ActNote state={dropping} notSent={PAGE.notCancelled} refused={alone ? PAGE.adultNeeded : null} />
      <ButtonRow>
        <Button onTap={() => acts.ask({ kind: 'nothing' })}>{PAGE.keep}</Button>
        <Button onTap={() => void acts.drop(member)}>
          {dropping.kind === 'sending' ? SENDING : PAGE.confirmDrop(name)}
        </Button>
      </ButtonRow>
    </>
  )
}
