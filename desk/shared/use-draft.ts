import { useCallback, useEffect, useState } from 'react'
import type { DeskHolder } from '../../core/contract/desk'

/** Drafts belong to the posts in whose name they are written. */
export const draftName = ({ posts }: Pick<DeskHolder, 'posts'>, record: string): string =>
  `${posts.map(({ postId }) => postId).join('+')}:${record}`

interface Stored<Value> {
  readonly value: Value
  /** The version that it began with; `null` for what the server never had. */
  readonly version: number | null
}

/**
 * Something that is being written: stored in this browser with each key, so that a closed tab, a dead network or a
 * session that ended loses nothing. `name` has the post in it, so nobody else's comes up. Never for anything about
 * residents: that would outlive the session.
 */
export function useDraft<Value>(
  name: string,
  begin: Stored<Value>,
): {
  readonly value: Value
  readonly version: number | null
  /** Whether it came from this browser and differs from where it began. */
  readonly isRestored: boolean
  readonly isChanged: boolean
  readonly change: (value: Value) => void
  /** What is there now is what the server has, as that version. */
  readonly savedAs: (value: Value, version: number | null) => void
  readonly forget: () => void
} {
  const key = `draft:${name}`
  const [first] = useState(() => {
    const stored = storedAt<Value>(key)
    return stored === null || sameAs(stored.value, begin.value) ? null : stored
  })
  const [base, setBase] = useState(begin)
  const [version, setVersion] = useState(first?.version ?? begin.version)
  const [value, setValue] = useState(first?.value ?? begin.value)
  const [isRestored, setRestored] = useState(first !== null)
  const isChanged = !sameAs(value, base.value)
  useEffect(() => {
    if (isChanged) window.localStorage.setItem(key, JSON.stringify({ value, version }))
    else window.localStorage.removeItem(key)
  }, [key, value, version, isChanged])
  const savedAs = useCallback((saved: Value, now: number | null) => {
    setBase({ value: saved, version: now })
    setVersion(now)
    setRestored(false)
  }, [])
  const forget = useCallback(() => {
    window.localStorage.removeItem(key)
    setValue(base.value)
    setVersion(base.version)
    setRestored(false)
  }, [key, base])
  return { value, version, isRestored, isChanged, change: setValue, savedAs, forget }
}

/** Whether two values say the same, in whichever order their parts stand: a database gives them back in its own. */
export const sameAs = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([name], [other]) => (name < other ? -1 : 1)))
      : part,
  )

/** What an older desk stored in another shape is no draft any more. */
function storedAt<Value>(key: string): Stored<Value> | null {
  const text = window.localStorage.getItem(key)
  if (text === null) return null
  const stored: unknown = JSON.parse(text)
  return typeof stored === 'object' && stored !== null && 'value' in stored && 'version' in stored
    ? (stored as Stored<Value>)
    : null
}
