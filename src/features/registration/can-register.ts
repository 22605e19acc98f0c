import { useEffect, useState } from 'react'
import { isSignedIn } from '../../api/session'
import { credential, isInWechat } from '../../platform/send/credential'
import { reportBug } from '../../platform/start/report'

/** What was found out since the start: pages need not ask again. */
let known: boolean | null = null

/**
 * Whether anybody can register here; `null` before that is known. A browser in production reads only. Nobody is signed
 * in for the question.
 */
export function useCanRegister(): boolean | null {
  const [can, setCan] = useState<boolean | null>(() => (isInWechat || isSignedIn() ? true : known))
  useEffect(() => {
    if (can !== null) return
    credential().then((offered) => {
      if (offered !== 'unreachable') known = offered !== null
      setCan(offered !== null)
    }, reportBug)
  }, [can])
  return can
}
