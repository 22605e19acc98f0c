import { useQueryClient } from '@tanstack/react-query'
import type { GuardianWord, OwnRecords, MessageWord } from '../../../core/contract/me'
import { type IsoInstant, parseInstant } from '../../../core/kernel/shanghai-time'
import type { MutationName } from '../../api/result'
import { queries } from '../../api/queries'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { SENDING } from '../../text/sending'
import { PRIVACY, TEMPLATE_WORDS } from '../../text/me/privacy'
import { fullMomentText } from '../../text/time'
import { MutationNote } from '../page/mutation-note'
import { useMutation, type MutationState } from '../../api/mutation'
import { ownRecordsQuery } from './own-records'

/** Each yes with its time and wording, and how to take it back. */
export function Agreed({ guardian, messages }: Pick<OwnRecords, 'guardian' | 'messages'>) {
  const nothing = guardian.length + messages.length === 0
  return (
    <>
      <Heading level={2} className="section">
        {PRIVACY.agreed}
      </Heading>
      <Card>
        {nothing ? <Text>{PRIVACY.agreedNothing}</Text> : null}
        {guardian.map((word) => (
          <GuardianYes key={word.familyMemberId} word={word} />
        ))}
        {messages.map((word) => (
          <MessageYes key={word.template} word={word} />
        ))}
        <Text className="soft small">{PRIVACY.locationHow}</Text>
      </Card>
    </>
  )
}

function GuardianYes({ word }: { readonly word: GuardianWord }) {
  const { familyMemberId, name, version, given, at } = word
  const { state, send } = useMutation('family.consent')
  const changed = useRecordsChanged()
  const withdraw = async () => {
    const outcome = await send({ familyMemberId, version: version as '2026-11', given: false })
    if (outcome?.kind === 'done') await changed()
  }
  return (
    <Yes
      what={given ? PRIVACY.guardianGiven(name) : PRIVACY.guardianTaken(name)}
      when={at}
      more={PRIVACY.version(version)}
      state={state}
      onWithdraw={given ? () => void withdraw() : null}
    />
  )
}

function MessageYes({ word: { template, left, at } }: { readonly word: MessageWord }) {
  const { state, send } = useMutation('message.withdrawConsent')
  const changed = useRecordsChanged()
  const withdraw = async () => {
    const outcome = await send({ template })
    if (outcome?.kind === 'done') await changed()
  }
  return (
    <Yes
      what={TEMPLATE_WORDS[template]}
      when={at}
      more={PRIVACY.left(left)}
      state={state}
      onWithdraw={() => void withdraw()}
    />
  )
}

interface YesProps {
  readonly what: string
  readonly when: IsoInstant | null
  readonly more: string
  readonly state: MutationState<MutationName>
  /** `null` where it was taken back already. */
  readonly onWithdraw: (() => void) | null
}

function Yes({ what, when, more, state, onWithdraw }: YesProps) {
  const time = when === null ? '' : `${fullMomentText(parseInstant(when))} · `
  return (
    <View className="record">
      <Text className="record__name">{what}</Text>
      <Text className="soft small">{`${time}${more}`}</Text>
      <MutationNote state={state} notSent={PRIVACY.notWithdrawn} />
      {onWithdraw === null ? null : (
        <Button look="give-up" label={PRIVACY.withdrawLabel(what)} onTap={onWithdraw}>
          {state.kind === 'sending' ? SENDING : PRIVACY.withdraw}
        </Button>
      )}
    </View>
  )
}

/** A child's consent stands on the page of the family, too. */
function useRecordsChanged(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all(
      [ownRecordsQuery().queryKey, queries.family().queryKey].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
  }
}
