import { Text } from '../elements/elements'
import './clauses.scss'

/** A large sentence that breaks between its clauses, where it has to break at all: never inside a word. */
export function Clauses({ text }: { readonly text: string }) {
  const clauses = text.match(/[^，]+，?/g) ?? [text]
  if (clauses.length < 2) return <>{text}</>
  return (
    <>
      {clauses.map((clause) => (
        <Text key={clause} className="clause">
          {clause}
        </Text>
      ))}
    </>
  )
}
