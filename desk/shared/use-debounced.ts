import { useEffect, useMemo, useState } from 'react'

/** A value once it has stayed the same for `afterMs`. */
export function useDebounced<Value>(value: Value, afterMs: number): Value {
  const text = JSON.stringify(value)
  const [debounced, setDebounced] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(text), afterMs)
    return () => clearTimeout(timer)
  }, [text, afterMs])
  return useMemo(() => JSON.parse(debounced) as Value, [debounced])
}
