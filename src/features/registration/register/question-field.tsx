import type { Question } from '../../../../core/domain/activity/entry/questions'
import { Choice, Choices } from '../../../components/controls/choice'
import { Field } from '../../../components/controls/field'
import { Heading } from '../../../components/elements/elements'
import { REGISTER } from '../../../text/registration/registration'

interface QuestionFieldProps {
  readonly question: Question
  readonly answer: string
  readonly onAnswer: (answer: string) => void
}

/** One question of an activity, in the form that it asks for. */
export function QuestionField({ question, answer, onAnswer }: QuestionFieldProps) {
  const text = `${question.text}${question.required ? '' : REGISTER.optional}`
  if (question.kind === 'text') {
    return (
      <Field
        label={text}
        hint={REGISTER.answerHint}
        value={answer}
        longest={question.longest}
        onChange={onAnswer}
      />
    )
  }
  return (
    <>
      <Heading level={2} className="section">
        {text}
      </Heading>
      <Choices>
        {choicesOf(question).map(([value, title]) => (
          <Choice
            key={value}
            title={title}
            chosen={answer === value}
            onChoose={() => onAnswer(answer === value ? '' : value)}
          />
        ))}
      </Choices>
    </>
  )
}

/** Each answer as it is sent, and as it is read. */
const choicesOf = (question: Exclude<Question, { kind: 'text' }>): readonly (readonly [string, string])[] =>
  question.kind === 'choice'
    ? question.choices.map((choice) => [choice, choice])
    : [
        ['yes', REGISTER.yes],
        ['no', REGISTER.no],
      ]
