import { useState } from 'react'
import { LONGEST_SUGGESTION } from '../../../core/domain/me/suggestion'
import { isPhone, phoneFrom } from '../../../core/shapes/phone'
import { useMutation } from '../../api/mutation'
import type { MutationInput } from '../../api/result'
import { Button } from '../../components/controls/button'
import { Choice, Choices } from '../../components/controls/choice'
import { Field } from '../../components/controls/field'
import { Heading, Text, View } from '../../components/elements/elements'
import { TextArea } from '../../components/elements/text-area'
import { Note } from '../../components/sheets/note'
import { SENDING } from '../../text/sending'
import { SUGGESTIONS } from '../../text/me/suggestions'
import { MutationNote } from '../page/mutation-note'
import { subdistrictNow } from '../../api/subdistrict'
import './suggestions.scss'

/** Some lines to the subdistrict, without a name; whoever wants to be called leaves a number. */
export function SuggestionForm({ onSent }: { readonly onSent: () => Promise<void> }) {
  const [form, setForm] = useState(BLANK)
  const [tried, setTried] = useState(false)
  const { state, send, forget } = useMutation('suggestion.send')
  const faults = faultsOf(form)
  const change = (changed: Partial<Form>) => setForm({ ...form, ...changed })
  const submit = async () => {
    setTried(true)
    if (faults.text !== null || faults.phone !== null) return
    const outcome = await send(inputOf(form))
    if (outcome?.kind !== 'done') return
    setForm(BLANK)
    setTried(false)
    await onSent()
  }
  if (state.kind === 'done') {
    return (
      <>
        <Note icon="check">{SUGGESTIONS.sentNote}</Note>
        <Button onTap={forget}>{SUGGESTIONS.again}</Button>
      </>
    )
  }
  return (
    <>
      <View className="field">
        <Text className="field__label">{SUGGESTIONS.label}</Text>
        <TextArea
          className="field__input suggestion-text"
          value={form.text}
          hint={SUGGESTIONS.hint}
          label={SUGGESTIONS.label}
          longest={LONGEST_SUGGESTION}
          onChange={(text) => change({ text })}
        />
        <Text className="soft small">{SUGGESTIONS.left(charactersLeft(form))}</Text>
        {tried && faults.text !== null ? <Text className="field__fault">{faults.text}</Text> : null}
      </View>
      <Contact form={form} fault={tried ? faults.phone : null} onChange={change} />
      <MutationNote state={state} notSent={SUGGESTIONS.notSentError} />
      <Button look="primary" onTap={() => void submit()}>
        {state.kind === 'sending' ? SENDING : SUGGESTIONS.send}
      </Button>
    </>
  )
}

interface ContactProps {
  readonly form: Form
  readonly fault: string | null
  readonly onChange: (changed: Partial<Form>) => void
}

function Contact({ form: { wantsCall, phone }, fault, onChange }: ContactProps) {
  return (
    <>
      <Heading level={2} className="section">
        {SUGGESTIONS.contact}
      </Heading>
      <Choices>
        <Choice
          title={SUGGESTIONS.noCall}
          hint={SUGGESTIONS.noCallHint}
          chosen={!wantsCall}
          onChoose={() => onChange({ wantsCall: false })}
        />
        <Choice
          title={SUGGESTIONS.call}
          hint={SUGGESTIONS.callHint(subdistrictNow().kind)}
          chosen={wantsCall}
          onChoose={() => onChange({ wantsCall: true })}
        />
      </Choices>
      {wantsCall ? (
        <Field
          label={SUGGESTIONS.phone}
          hint={SUGGESTIONS.phoneHint}
          value={phone}
          keys="phone"
          longest={20}
          fault={fault}
          onChange={(typed) => onChange({ phone: typed })}
        />
      ) : null}
    </>
  )
}

/** What somebody writes, as it stands on the screen. */
export interface Form {
  readonly text: string
  readonly wantsCall: boolean
  readonly phone: string
}

export const BLANK: Form = { text: '', wantsCall: false, phone: '' }

export const charactersLeft = ({ text }: Form): number => LONGEST_SUGGESTION - text.length

/** What still keeps it from being sent, by field. */
export const faultsOf = (form: Form): { text: string | null; phone: string | null } => ({
  text: form.text.trim() === '' ? SUGGESTIONS.emptyError : null,
  phone: form.wantsCall && !isPhone(form.phone) ? SUGGESTIONS.phoneError(form.phone) : null,
})

export const inputOf = ({ text, wantsCall, phone }: Form): MutationInput<'suggestion.send'> => ({
  text: text.trim(),
  phone: wantsCall ? phoneFrom(phone) : null,
})
