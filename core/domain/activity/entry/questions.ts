/** One of the few things an activity asks of a party. */
export type Question = {
  readonly id: string
  /** As the resident reads it. */
  readonly text: string
  readonly required: boolean
} & (
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'yes-no' }
)

export type Answers = Readonly<Record<string, string>>

/**
 * Ids of the answers that keep a party from joining: required and blank, not one of the choices, too
 * long, or to a question that was never asked. In the order of the questions, unasked ones last.
 */
export function faultyAnswers(questions: readonly Question[], answers: Answers): readonly string[] {
  const asked = new Set(questions.map(({ id }) => id))
  const given = new Map(Object.entries(answers))
  return [
    ...questions.filter((question) => !isAnswered(question, given.get(question.id))).map(({ id }) => id),
    ...[...given.keys()].filter((id) => !asked.has(id)),
  ]
}

function isAnswered(question: Question, answer: string | undefined): boolean {
  const text = answer?.trim() ?? ''
  if (text === '') return !question.required
  switch (question.kind) {
    case 'text':
      return text.length <= question.longest
    case 'choice':
      return question.choices.includes(text)
    case 'yes-no':
      return text === 'yes' || text === 'no'
  }
}
