import type { ReactNode } from 'react'
import { addDays, shanghaiDay, type Instant } from '../../../core/kernel/shanghai-time'
import { Field } from '../../components/controls/field'
import { Tag, Tags } from '../../components/controls/tag'
import { Text, View } from '../../components/elements/elements'
import { TextArea } from '../../components/elements/text-area'
import { hourText, NOTICES } from '../../text/staff/notices'
import { dayText } from '../../text/time'
import { DAYS_AHEAD, HOURS, LONGEST_TEXT, LONGEST_TITLE, type faultsOf, type NoticeForm } from './notice-form'

interface NoticeFieldsProps {
  readonly form: NoticeForm
  /** `null` until somebody wanted to go on. */
  readonly faults: ReturnType<typeof faultsOf> | null
  readonly now: Instant
  readonly onChange: (form: NoticeForm) => void
}

/** What happens, what to do, until when. */
export function NoticeFields({ form, faults, now, onChange }: NoticeFieldsProps) {
  const today = shanghaiDay(now)
  const change = (changed: Partial<NoticeForm>) => onChange({ ...form, ...changed })
  return (
    <>
      <Field
        label={NOTICES.name}
        hint={NOTICES.nameHint}
        value={form.title}
        longest={LONGEST_TITLE}
        fault={faults?.title ?? null}
        onChange={(title) => change({ title })}
      />
      <Question label={NOTICES.text} fault={faults?.text}>
        <TextArea
          className="field__input notice-text"
          value={form.text}
          hint={NOTICES.textHint}
          label={NOTICES.text}
          longest={LONGEST_TEXT}
          onChange={(text) => change({ text })}
        />
        <Text className="soft small">{NOTICES.left(LONGEST_TEXT - form.text.length)}</Text>
      </Question>
      <Question label={NOTICES.day}>
        <Tags label={NOTICES.day}>
          {DAYS_AHEAD.map((daysAhead) => (
            <Tag
              key={daysAhead}
              text={dayText(addDays(today, daysAhead), today)}
              chosen={daysAhead === form.daysAhead}
              onTap={() => change({ daysAhead })}
            />
          ))}
        </Tags>
      </Question>
      <Question label={NOTICES.hour} fault={faults?.until}>
        <Tags label={NOTICES.hour}>
          {HOURS.map((hour) => (
            <Tag
              key={hour}
              text={hourText(hour)}
              chosen={hour === form.hour}
              onTap={() => change({ hour })}
            />
          ))}
        </Tags>
      </Question>
    </>
  )
}

interface QuestionProps {
  readonly label: string
  readonly fault?: string | null | undefined
  readonly children: ReactNode
}

function Question({ label, fault, children }: QuestionProps) {
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      {children}
      {fault ? <Text className="field__fault">{fault}</Text> : null}
    </View>
  )
}
